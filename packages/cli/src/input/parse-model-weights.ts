import type { Finding } from "@amends/core/errors";
import type { ModelWeights } from "@amends/core/classify/model";

const packedText = /^[\x21-\x7e]*$/;
const mostOutputs = 256;

/** The weights a model file holds, or everything that is wrong with it; what passes can be unpacked without harm. */
export function parseModelWeights(value: unknown): { readonly weights: ModelWeights } | { readonly findings: readonly Finding[] } {
  if (!isRecord(value)) return { findings: [finding("", "this is no model", "what amends train wrote")] };
  const findings: Finding[] = [];
  const demand = (holds: boolean, path: string, expected: string): void => {
    if (!holds) findings.push(finding(path, `${path} is no ${expected}`, expected));
  };
  for (const key of ["name", "version"]) demand(typeof value[key] === "string" && value[key] !== "", key, "text");
  const { outputs, conceptNames, steps, sharpness, grams } = value;
  demand(isTexts(outputs) && outputs.length > 0 && outputs.length <= mostOutputs, "outputs", "list of words");
  demand(isTexts(conceptNames), "conceptNames", "list of words");
  demand(isRecord(steps) && Object.values(steps).every(isPositive), "steps", "set of numbers above 0");
  demand(isRecord(sharpness) && Object.values(sharpness).every(isPositive), "sharpness", "set of numbers above 0");
  demand(isPositive(value["feelingSharpness"]), "feelingSharpness", "number above 0");
  const size = isTexts(outputs) ? outputs.length : 1;
  for (const [key, rows] of Object.entries(value)) {
    if (isRecord(rows) && "rows" in rows) demand(isPacked(rows, size), key, "packed table");
  }
  for (const key of ["concepts", "pairs"]) demand(isRecord(value[key]) && "rows" in value[key], key, "packed table");
  demand(isRecord(grams), "grams", "set of packed tables");
  if (isRecord(grams)) {
    for (const [language, rows] of Object.entries(grams)) demand(isPacked(rows, size), `grams.${language}`, "packed table");
  }
  return findings.length > 0 ? { findings } : { weights: value as unknown as ModelWeights };
}

function isPacked(given: unknown, outputs: number): boolean {
  if (!isRecord(given)) return false;
  const { rows, keys, weights } = given;
  return (
    typeof keys === "string" &&
    typeof weights === "string" &&
    packedText.test(keys) &&
    packedText.test(weights) &&
    Number.isSafeInteger(rows) &&
    (rows as number) >= 0 &&
    (rows as number) <= keys.length &&
    weights.length >= ((rows as number) * outputs) / 2
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function finding(path: string, message: string, expected: string): Finding {
  return { code: "model_invalid", message, path, expected };
}

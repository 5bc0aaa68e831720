import type { Finding } from "../../errors/finding.js";
import { digitAt, isDigits, isKeys } from "./digits.js";

const mostOutputs = 256;

/** Everything that is wrong with a model's weights; none where they can be unpacked without harm. */
export function modelFindings(value: unknown): readonly Finding[] {
  if (!isRecord(value)) return [finding("", "this is no model", "what trainModel or amends train wrote")];
  const findings: Finding[] = [];
  const demand = (holds: boolean, path: string, expected: string): void => {
    if (!holds) findings.push(finding(path, `${path} is no ${expected}`, expected));
  };
  const { outputs, steps, sharpness, grams, gramBooks, pairs, pairBooks } = value;
  for (const key of ["name", "version"]) demand(typeof value[key] === "string" && value[key] !== "", key, "text");
  demand(isTexts(outputs) && outputs.length > 0 && outputs.length <= mostOutputs, "outputs", "list of words");
  demand(isTexts(value["conceptNames"]), "conceptNames", "list of words");
  demand(
    isRecord(steps) && ["grams", "concepts", "pairs", "shape"].every((kind) => isPositive(steps[kind])),
    "steps",
    "set of numbers above 0",
  );
  demand(isRecord(sharpness) && Object.values(sharpness).every(isPositive), "sharpness", "set of numbers above 0");
  demand(isPositive(value["feelingSharpness"]), "feelingSharpness", "number above 0");
  const size = isTexts(outputs) ? outputs.length : 1;
  for (const key of ["concepts", "shape"]) demand(isPackedRows(value[key], size), key, "packed table");
  if (value["points"] !== undefined || value["lexiconLabels"] !== undefined) {
    demand(isTexts(value["lexiconLabels"]), "lexiconLabels", "list of words");
    demand(isPackedRows(value["points"], size), "points", "packed table");
  }
  for (const [key, books] of [
    ["gramBooks", gramBooks],
    ["pairBooks", pairBooks],
  ] as const) {
    demand(
      Array.isArray(books) && books.every((book) => isBook(book, size)),
      key,
      "list of books of profiles; train the model again if an older version wrote it",
    );
  }
  if (findings.length > 0) return findings;
  demand(isProfileRows(pairs, pairBooks as readonly Book[]), "pairs", "table of profiles");
  demand(isRecord(grams), "grams", "set of tables of profiles");
  for (const [language, rows] of Object.entries(isRecord(grams) ? grams : {})) {
    demand(isProfileRows(rows, gramBooks as readonly Book[]), `grams.${language}`, "table of profiles");
  }
  return findings;
}

interface Book {
  readonly profiles: number;
}

function isPackedRows(given: unknown, outputs: number): boolean {
  if (!isRecord(given) || !isCount(given["rows"])) return false;
  const { rows, keys, weights } = given;
  return isKeys(keys, rows) && isDigits(weights) && weights.length === rows * outputs;
}

function isBook(given: unknown, outputs: number): boolean {
  if (!isRecord(given)) return false;
  const { from, to, profiles, weights } = given;
  return (
    isCount(from) &&
    isCount(to) &&
    from < to &&
    to <= outputs &&
    isCount(profiles) &&
    isDigits(weights) &&
    weights.length === profiles * (to - from)
  );
}

function isProfileRows(given: unknown, books: readonly Book[]): boolean {
  if (!isRecord(given) || !isCount(given["rows"])) return false;
  const { rows, keys, codes } = given;
  if (!isKeys(keys, rows) || !Array.isArray(codes) || codes.length !== books.length) return false;
  return codes.every((own: unknown, book) => isDigits(own) && own.length === rows && areBelow(own, books[book]!.profiles));
}

function areBelow(digits: string, end: number): boolean {
  for (let index = 0; index < digits.length; index += 1) if (digitAt(digits, index) >= end) return false;
  return true;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function finding(path: string, message: string, expected: string): Finding {
  return { code: "model_invalid", message, path, expected };
}

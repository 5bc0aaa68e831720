import { isNumeric } from "../operators/is-numeric.js";
import { isOnScale, orderedValues, scales } from "./ordered-values.js";

/** What is compared by order, and what else. */
export interface OrderRequest {
  readonly present: unknown;
  readonly thresholds: readonly unknown[];
  /** Single values that comparisons name. */
  readonly points: readonly unknown[];
  /** Whether the fact is known to hold local dates. */
  readonly isDate: boolean;
}

export interface OrderCandidates {
  readonly values: readonly unknown[];
  /** Texts and lists that compare as a number or text does, without being it. */
  readonly coerced: readonly unknown[];
  /** Whether each order of texts and numbers is met by some value. */
  readonly complete: boolean;
}

/** Values before, at, between and behind thresholds, as the order operators read them: what reads as a number counts as one. */
export function orderCandidates({ present, thresholds, points, isDate }: OrderRequest): OrderCandidates {
  const texts = thresholds.filter((value): value is string => typeof value === "string");
  // `true` and null compare as 1 and 0, and a text such as "5" as 5 with a number.
  const numbers = thresholds.flatMap((value) => {
    const number = typeof value === "object" && value !== null ? Number.NaN : Number(value);
    return value === undefined || Number.isNaN(number) ? [] : [number];
  });
  const values: unknown[] = [];
  let complete = thresholds.every((value) => typeof value !== "object" || value === null);
  for (const scale of scales) {
    const on = [...thresholds, ...numbers, ...points].filter((value) => scale.toNumber(value) !== undefined);
    const found = orderedValues(on, present, scale).map(({ value }) => value);
    values.push(...found);
    if (scale.dense || !texts.some((text) => scale.toNumber(text) !== undefined)) continue;
    // Dates and instants are compared as texts: other texts may lie where no date does, and one instant can be written in many ways.
    complete &&= found.length === 2 * new Set(on).size + 1 || (isDate && scale.toNumber("2026-01-01") !== undefined);
    complete &&= on.every((value) => scale.fromNumber(scale.toNumber(value) ?? Number.NaN) === value);
  }
  const kinds = scales.filter((scale) => thresholds.some((value) => scale.toNumber(value) !== undefined));
  const plainTexts = texts.filter((text) => !isOnScale(text));
  if (kinds.length + (plainTexts.length > 0 ? 1 : 0) > 1) complete = false;
  if (texts.length > 0) values.push(...texts);
  if (plainTexts.length > 0) {
    // Any text that reads as a number has its place among texts.
    complete = false;
    const around = [...plainTexts, ...plainTexts.map((text) => `${text}0`), "1", "0", "9", "-1"];
    values.push(...around.filter(isNumeric), ...around);
  }
  const coerced = values.flatMap((value) => [...(typeof value === "number" ? [unnamedText(value, points)] : []), [value]]);
  return { values, coerced: thresholds.length === 0 ? [] : coerced, complete };
}

function unnamedText(value: number, points: readonly unknown[]): string {
  let text = String(value);
  while (points.includes(text)) text = `${text}${text.includes(".") ? "" : "."}0`;
  return text;
}

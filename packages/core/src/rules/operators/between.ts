import { orderedKinds } from "./fact-kinds.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { suits } from "./suits.js";

/**
 * `between`: the fact lies between two bounds, both included. Numbers compare with numbers and texts with texts (by
 * code unit, so ISO dates of one form work); a fact of another type is never between.
 */
export const between: OperatorDefinition = {
  name: "between",
  takes: orderedKinds,
  value: "range",
  answers: "anyFacts",
  evaluate: (factValue, value) => {
    if (!suits(between, value)) return false;
    const [lower, upper] = value as [number, number];
    return typeof factValue === typeof lower && (factValue as number) >= lower && (factValue as number) <= upper;
  },
  checkValue: (value) =>
    isRange(value) ? undefined : "a list of a lower and an upper bound, both numbers or both texts, the lower one first",
};

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lower, upper] = value as [unknown, unknown];
  if (typeof lower === "number" && typeof upper === "number") return lower <= upper;
  return typeof lower === "string" && typeof upper === "string" && lower <= upper;
}

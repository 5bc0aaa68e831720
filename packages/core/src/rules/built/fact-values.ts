import { isNumeric } from "../operators/is-numeric.js";
import { isThenable } from "../engine/synchronous-value.js";

/**
 * Whether a fact's value can be compared without failing: a text, a number, a boolean, null or undefined.
 *
 * @example
 * import { isPlain } from "@amends/core/rules/built";
 * ["a", 5, null, ["a"], 5n].map(isPlain); // => [true, true, true, false, false]
 */
export function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "undefined":
      return true;
    default:
      return value === null;
  }
}

/**
 * Whether a fact's value is there at once: neither a promise nor a function.
 *
 * @example
 * import { isSettled } from "@amends/core/rules/built";
 * isSettled(["gift"]); // => true
 * isSettled(() => 5); // => false
 */
export function isSettled(value: unknown): boolean {
  return typeof value === "object" ? !isThenable(value) : typeof value !== "function";
}

/**
 * Whether a fact's value is there at once and, if it is a list, has entries that can be compared without failing.
 *
 * @example
 * import { hasPlainEntries } from "@amends/core/rules/built";
 * hasPlainEntries(["gift", 5]); // => true
 * hasPlainEntries([Symbol("gift")]); // => false
 */
export function hasPlainEntries(value: unknown): boolean {
  return isSettled(value) && (!Array.isArray(value) || value.every(isPlain));
}

/**
 * Whether a value can be compared without failing and is no text that reads as a number.
 *
 * @example
 * import { isPlainNumber } from "@amends/core/rules/built";
 * ["a", "5 days", 5].map(isPlainNumber); // => [true, false, true]
 */
export function isPlainNumber(value: unknown): boolean {
  return isPlain(value) && (typeof value !== "string" || !isNumeric(value));
}

/**
 * The number that comparing operators see in a plain value; NaN where they see none.
 *
 * @example
 * import { numberOf } from "@amends/core/rules/built";
 * [5, "7", "5 days", null].map(numberOf); // => [5, 7, NaN, NaN]
 */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && isNumeric(value) ? Number(value) : Number.NaN;
}

import { printable } from "./printable.js";

/** A value as a test file would write it, on one line. */
export function showValue(value: unknown): string {
  return value === undefined ? "nothing" : printable(JSON.stringify(value));
}

import { memberTest } from "./member-test.js";

/** A test of what a fact contains: entries of a list, parts of a text; undefined when the fact is neither. */
export function containmentTest(factValue: unknown): ((part: unknown) => boolean) | undefined {
  if (typeof factValue === "string") return (part) => typeof part === "string" && factValue.includes(part);
  return Array.isArray(factValue) ? memberTest(factValue) : undefined;
}

import type { ReadableFacts } from "../engine/readable-facts.js";
import type { SearchProblem } from "./search-problem.js";

/** The facts with other values for some; a place inside a fact is set in a copy of it. */
export function changedFacts(
  facts: ReadableFacts,
  { variables }: SearchProblem,
  chosen: ReadonlyMap<number, { readonly value: unknown }>,
): ReadableFacts {
  const changed: Record<string, unknown> = { ...facts };
  for (const [index, { value }] of chosen) {
    const variable = variables[index];
    if (variable === undefined) continue;
    const { fact, path, steps } = variable;
    define(changed, fact, path === undefined ? value : withValue(changed[fact], steps ?? [], value));
  }
  return changed;
}

function withValue(at: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const copy: object = Array.isArray(at) ? [...(at as unknown[])] : typeof at === "object" && at !== null ? { ...at } : {};
  define(copy, step, withValue((copy as Record<string, unknown>)[step], rest, value));
  return copy;
}

/** A plain assignment of `__proto__` would set the prototype instead of a member. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

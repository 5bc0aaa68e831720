import { finiteFact, type FiniteFact } from "./finite-fact.js";
import type { NamedOperator } from "./operator-test.js";

const exact: ReadonlySet<string> = new Set(["equal", "notEqual", "in", "notIn", "isPresent"]);

/** The model of a fact of which only is asked whether it is there and the same as a constant. */
export function sameValueFact(name: string, constants: readonly unknown[], others: readonly unknown[]): FiniteFact {
  const known = [...new Set(constants.filter((constant) => constant !== undefined && (typeof constant !== "object" || constant === null)))];
  const other = others.find((candidate) => candidate !== undefined && candidate !== null && !known.includes(candidate)) ?? {};
  const isKnown = (scalar: unknown) => typeof scalar === "boolean" || scalar === null || known.includes(scalar);
  return finiteFact(name, [...known, other], { covers: (operator, value) => covers(operator, value) && [value].flat().every(isKnown) });
}

function covers({ decorators, name }: NamedOperator, value: unknown): boolean {
  if (!exact.has(name) || decorators.some((decorator) => decorator !== "not")) return false;
  if (name === "in" || name === "notIn") return Array.isArray(value);
  return typeof value !== "object" || value === null;
}

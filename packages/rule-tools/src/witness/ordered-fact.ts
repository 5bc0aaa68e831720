import { finiteFact, type FiniteFact } from "./finite-fact.js";
import type { NamedOperator } from "./operator-test.js";
import type { Ordered } from "./ordered-values.js";
import { representatives } from "./representatives.js";

const exact: ReadonlySet<string> = new Set([
  "equal",
  "notEqual",
  "in",
  "notIn",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "between",
  "isPresent",
  "withinHours",
  // Never true of a number, an instant or a date.
  "contains",
  "doesNotContain",
]);

const elementwise: ReadonlySet<string> = new Set(["someValue", "everyValue"]);

interface Options {
  readonly constants: readonly unknown[];
  /** How many facts are compared with each other; each gap between constants gets that many values. */
  readonly together?: number;
  readonly allowed?: (value: unknown) => boolean;
  readonly neverAbsent?: boolean;
}

/** The model of a number, an amount, an instant, a date or a time of day. */
export function orderedFact(
  name: string,
  ordered: Ordered,
  { constants, together = 1, allowed = () => true, neverAbsent }: Options,
): FiniteFact {
  const values = representatives(ordered, constants, together, allowed);
  const known = new Set(constants.map(ordered.read));
  const isPlaced = (scalar: unknown) => known.has(ordered.read(scalar));
  return finiteFact(name, values, {
    covers: (operator, value) => covers(operator, value) && (operator.name === "isPresent" || [value].flat(2).every(isPlaced)),
    ...(neverAbsent === undefined ? {} : { neverAbsent }),
  });
}

/** Comparisons that only ask where a value stands among constants. */
function covers({ decorators, name }: NamedOperator, value: unknown): boolean {
  if (!exact.has(name) || decorators.some((decorator) => decorator !== "not" && !elementwise.has(decorator))) return false;
  return [value].flat(2).every((scalar) => typeof scalar !== "object" || scalar === null);
}

import type { FactKind } from "@amends/core/facts";
import { defaultOperators } from "@amends/core/rules";
import type { JsonSchema } from "./json-schema.js";

/** What each operator asks of a fact, as an editor shows it. */
const meanings: Readonly<Record<string, string>> = {
  equal: "The fact is this value.",
  notEqual: "The fact is another value.",
  in: "The fact is one of these values.",
  notIn: "The fact is none of these values.",
  contains: "The list holds this value.",
  doesNotContain: "The list doesn't hold this value.",
  lessThan: "The fact is below this value.",
  lessThanInclusive: "The fact is at most this value.",
  greaterThan: "The fact is above this value.",
  greaterThanInclusive: "The fact is at least this value.",
  isPresent: "The case has the fact: true, or hasn't: false.",
  between: "The fact is in this range [from, to], both included.",
  startsWith: "The text starts with this one.",
  endsWith: "The text ends with this one.",
  containsAny: "The list, or the text, holds at least one of these.",
  containsAll: "The list, or the text, holds all of these.",
  withinHours: 'The local time lies in these hours ["22:00", "06:00"]; they may run past midnight.',
};

const names = defaultOperators.map(({ name }) => name);
/** Operators of a host, and those with a decorator in front. */
const others: JsonSchema = {
  type: "string",
  pattern: "^[A-Za-z]+(:[A-Za-z]+)*$",
  not: { enum: names },
  description: "An operator with decorators, such as not:in, or one of your own.",
};

/** The operators that can compare a fact of a kind; of no kind, all. */
export function operatorSchema(kind?: FactKind): JsonSchema {
  const fitting = operatorsFor(kind);
  return {
    anyOf: [
      ...fitting.map(({ name }) => ({ const: name, ...(meanings[name] === undefined ? {} : { description: meanings[name] }) })),
      others,
    ],
  };
}

/** The operators that can compare facts of a kind, and whose constant is one value, a list of values, or a range. */
export function operatorsOf(shape: "one" | "list" | "range", kind: FactKind): string[] {
  return operatorsFor(kind)
    .filter(({ value }) => value === shape)
    .map(({ name }) => name);
}

function operatorsFor(kind: FactKind | undefined): typeof defaultOperators {
  return defaultOperators.filter(({ takes }) => kind === undefined || kind === "any" || (takes?.includes(kind) ?? true));
}

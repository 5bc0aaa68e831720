import { foldCondition } from "./engines/fold-condition.js";
import type { BenchmarkRule, Comparison, Condition } from "./workload/benchmark-rule.js";
import type { Ticket } from "./workload/generate-tickets.js";

/** What the rules say when they are read as they are written: what every engine's answer is compared with. */
export interface PlainAnswer {
  readonly all: readonly string[];
  readonly first: string | undefined;
}

/** Reads every condition of every rule. `rules` by precedence. */
export function readPlainly(rules: readonly BenchmarkRule[], ticket: Ticket): PlainAnswer {
  const all = rules.filter(({ conditions }) => holds(conditions, ticket)).map(({ name }) => name);
  return { all, first: all[0] };
}

function holds(condition: Condition, ticket: Ticket): boolean {
  return foldCondition<boolean>(condition, {
    comparison: (comparison) => compares(comparison, ticket[comparison.fact]),
    all: (members) => members.every(Boolean),
    any: (members) => members.some(Boolean),
    not: (member) => !member,
  });
}

function compares({ operator, value }: Comparison, given: Ticket[string] | undefined): boolean {
  switch (operator) {
    case "equal":
      return given === value;
    case "notEqual":
      return given !== value;
    case "in":
      return (value as readonly unknown[]).includes(given);
    case "notIn":
      return !(value as readonly unknown[]).includes(given);
    default:
      return given !== undefined && isOrdered(operator, given as number, value as number);
  }
}

function isOrdered(operator: Comparison["operator"], given: number, limit: number): boolean {
  const wanted = operator.startsWith("greater") ? 1 : -1;
  const order = Math.sign(given - limit);
  return order === wanted || (order === 0 && operator.endsWith("Inclusive"));
}

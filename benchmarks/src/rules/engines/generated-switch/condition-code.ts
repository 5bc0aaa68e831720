import type { Comparison, Condition } from "../../workload/benchmark-rule.js";
import { foldCondition } from "../fold-condition.js";

const symbols = {
  equal: "===",
  notEqual: "!==",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  lessThan: "<",
  lessThanInclusive: "<=",
} as const;

function comparisonCode({ fact, operator, value }: Comparison): string {
  const read = `t.${fact}`;
  if (operator === "in") return `(${(value as readonly string[]).map((word) => `${read} === ${JSON.stringify(word)}`).join(" || ")})`;
  if (operator === "notIn") return `(${(value as readonly string[]).map((word) => `${read} !== ${JSON.stringify(word)}`).join(" && ")})`;
  return `${read} ${symbols[operator]} ${JSON.stringify(value)}`;
}

/** A condition as a person would write it in JavaScript. A comparison with an absent fact is false by itself, or true where it negates. */
export function conditionCode(condition: Condition): string {
  return foldCondition(condition, {
    comparison: comparisonCode,
    all: (members) => (members.length === 0 ? "true" : `(${members.join(" && ")})`),
    any: (members) => `(${members.join(" || ")})`,
    not: (member) => `!(${member})`,
  });
}

import { partOf } from "../witness/condition-parts.js";
import { parameterOf, referenceOf } from "../witness/plain-comparison.js";

/** A condition in one line, for messages: `order.total greaterThan 100`. */
export function describeCondition(condition: unknown): string {
  const part = partOf(condition, false);
  if (part.kind === "leaf") {
    const { fact, operator, value, path } = part.leaf;
    return `${fact}${path === undefined ? "" : ` at ${path}`} ${operator} ${describeValue(value)}`;
  }
  if (part.kind === "reference") return `the condition "${part.name}"`;
  if (part.kind === "not") return `not (${describeCondition(part.member)})`;
  if (part.members.length > 3) return `${part.kind} of ${part.members.length} conditions`;
  return `${part.kind} of (${part.members.map(describeCondition).join("; ")})`;
}

function describeValue(value: unknown): string {
  const fact = referenceOf(value);
  if (fact !== undefined) return parameterOf(fact) ?? fact;
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

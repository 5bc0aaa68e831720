import type { ParameterValue } from "@amends/core/rules";
import { partOf } from "../witness/condition-parts.js";
import { parameterOf, referenceOf } from "../witness/plain-comparison.js";

/** A condition in one line, for messages: `order.total greaterThan 100`, parameters with their values. */
export function describeCondition(condition: unknown, parameters: Readonly<Record<string, ParameterValue>> = {}): string {
  const part = partOf(condition, false);
  if (part.kind === "leaf") {
    const { fact, operator, value, path } = part.leaf;
    return `${fact}${path === undefined ? "" : ` at ${path}`} ${operator} ${describeValue(value, parameters)}`;
  }
  if (part.kind === "reference") return `the condition "${part.name}"`;
  if (part.kind === "not") return `not (${describeCondition(part.member, parameters)})`;
  if (part.members.length > 3) return `${part.kind} of ${part.members.length} conditions`;
  return `${part.kind} of (${part.members.map((member) => describeCondition(member, parameters)).join("; ")})`;
}

function describeValue(value: unknown, parameters: Readonly<Record<string, ParameterValue>>): string {
  const fact = referenceOf(value);
  const parameter = parameterOf(fact);
  if (parameter !== undefined && Object.hasOwn(parameters, parameter)) return `${parameter} (${JSON.stringify(parameters[parameter])})`;
  if (fact !== undefined) return parameter ?? fact;
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import type { FactKind } from "@amends/core/facts";
import type { Leaf, ParameterValue, Policy } from "@amends/core/rules";
import { formatInstant, readInstant } from "@amends/core/time";

const prefix = "parameters.";

/** The bare values of a policy's parameters. */
export function parameterValues(policy: Policy): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries(policy.parameters ?? {}).map(([name, parameter]) => [
      name,
      typeof parameter === "object" && !Array.isArray(parameter) ? parameter.value : parameter,
    ]),
  );
}

/** The fact that a value of a rule refers to, a parameter among them; undefined where it is a constant. */
export function referenceOf(value: unknown): string | undefined {
  const fact = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as { fact?: unknown }).fact : undefined;
  return typeof fact === "string" ? fact : undefined;
}

/** The parameter that a fact's name stands for. */
export function parameterOf(fact: string | undefined): string | undefined {
  return fact?.startsWith(prefix) === true ? fact.slice(prefix.length) : undefined;
}

/** A value with parameters filled in at any depth. */
export function filled(value: unknown, parameters: Readonly<Record<string, ParameterValue>>): unknown {
  const name = parameterOf(referenceOf(value));
  if (name !== undefined && Object.keys(value as object).length === 1)
    return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (Array.isArray(value)) return value.map((member) => filled(member, parameters));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, parameters)]));
}

/** The constant of a comparison as rules compare it: parameters filled in, instants in UTC to the second, amounts as numbers. */
export function plainValue(leaf: Leaf, kind: FactKind | undefined, parameters: Readonly<Record<string, ParameterValue>>): unknown {
  const value = filled(leaf.value, parameters);
  if (kind === "instant") return mapped(value, instant);
  return kind === "money" ? mapped(value, decimal) : value;
}

function mapped(value: unknown, change: (member: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map((member) => mapped(member, change)) : change(value);
}

function instant(value: unknown): unknown {
  const at = readInstant(value);
  return at === undefined ? value : formatInstant(Math.floor(at / 1000) * 1000);
}

function decimal(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

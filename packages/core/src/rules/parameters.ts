import type { ParameterValue, Policy } from "./policy.js";

const prefix = "parameters.";

/** The bare values of a policy's parameters, with a host's own in place of the file's. */
export function parametersOf(policy: Policy, overrides: Readonly<Record<string, ParameterValue>> = {}): Record<string, ParameterValue> {
  const values = Object.entries(policy.parameters ?? {}).map(([name, parameter]): [string, ParameterValue] => [
    name,
    typeof parameter === "object" && !Array.isArray(parameter) ? parameter.value : parameter,
  ]);
  return { ...Object.fromEntries(values), ...overrides };
}

/** The parameter that `{ "fact": "parameters.name" }` refers to, or undefined where it is something else. */
export function parameterName(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { fact } = value as { fact?: unknown };
  return typeof fact === "string" && fact.startsWith(prefix) ? fact.slice(prefix.length) : undefined;
}

/** The same value with every reference to a parameter replaced by the parameter's value, at any depth. */
export function fillParameters(value: unknown, parameters: Readonly<Record<string, ParameterValue>>): unknown {
  const name = parameterName(value);
  if (name !== undefined && Object.keys(value as object).length === 1)
    return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (Array.isArray(value)) return value.map((member) => fillParameters(member, parameters));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillParameters(member, parameters)]));
}

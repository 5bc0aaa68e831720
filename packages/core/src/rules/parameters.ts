import type { ParameterValue, Policy } from "./policy.js";

const prefix = "parameters.";

/** The bare values of a policy's parameters, with a host's own in place of the file's: frozen, since what was read by them is kept. */
export function parametersOf(
  policy: Policy,
  overrides: Readonly<Record<string, ParameterValue>> = {},
): Readonly<Record<string, ParameterValue>> {
  const values = Object.entries(policy.parameters ?? {}).map(([name, parameter]): [string, ParameterValue] => [name, bareValue(parameter)]);
  return Object.freeze({ ...Object.fromEntries(values), ...overrides });
}

function bareValue(parameter: NonNullable<Policy["parameters"]>[string]): ParameterValue {
  return typeof parameter === "object" && !Array.isArray(parameter) ? parameter.value : parameter;
}

/** The parameter that `{ "fact": "parameters.name" }` refers to, or undefined where it is something else. */
export function parameterName(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { fact } = value as { fact?: unknown };
  return typeof fact === "string" && fact.startsWith(prefix) ? fact.slice(prefix.length) : undefined;
}

/** The same value with every reference to a parameter replaced by the parameter's value, at any depth. */
export function fillParameters(value: unknown, parameters: Readonly<Record<string, ParameterValue>>): unknown {
  return fill(value, (name) => (Object.hasOwn(parameters, name) ? parameters[name] : undefined));
}

/** The same with the parameters of a policy's file, each looked up where it is referred to. */
export function fillParametersOf(policy: Policy, value: unknown): unknown {
  const { parameters = {} } = policy;
  return fill(value, (name) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return parameter === undefined ? undefined : bareValue(parameter);
  });
}

function fill(value: unknown, valueOf: (name: string) => ParameterValue | undefined): unknown {
  const name = parameterName(value);
  if (name !== undefined && Object.keys(value as object).length === 1) return valueOf(name);
  if (Array.isArray(value)) return value.map((member) => fill(member, valueOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, valueOf)]));
}

import type { ConditionResult } from "../engine/rule-result.js";

type EngineCondition = Readonly<Record<string, unknown>>;

/** A condition of json-rules-engine after a run, in our form. */
export function engineConditionResult(condition: EngineCondition): ConditionResult {
  const given = (key: string): Record<string, unknown> => (condition[key] === undefined ? {} : { [key]: condition[key] });
  const written = (key: string): Record<string, unknown> => (condition[key] ? { [key]: condition[key] } : {});
  const label = { ...written("priority"), ...written("name") };
  if (Object.hasOwn(condition, "condition")) return { ...label, condition: condition["condition"] as string, ...given("result") };
  const kind = condition["operator"];
  if (kind === "not" && Object.hasOwn(condition, kind))
    return { ...label, not: engineConditionResult(condition[kind] as EngineCondition), ...given("result") };
  if ((kind === "all" || kind === "any") && Object.hasOwn(condition, kind)) {
    return { ...label, [kind]: (condition[kind] as EngineCondition[]).map(engineConditionResult), ...given("result") };
  }
  return {
    ...label,
    operator: kind as string,
    value: condition["value"],
    fact: condition["fact"] as string,
    ...given("factResult"),
    ...given("valueResult"),
    ...given("result"),
    ...written("params"),
    ...written("path"),
  };
}

import { Engine, type RuleProperties as EngineRuleProperties, type TopLevelCondition } from "json-rules-engine";
import { additionalOperators } from "../../operators/default-operators.js";
import type { OperatorDefinition } from "../../operators/operator-definition.js";
import { engineConditionResult } from "../../on-demand/engine-condition-result.js";
import type { RuleResult, RunResult } from "../rule-result.js";
import { referencePath } from "./reference-path.js";
import type { RuleSetCase } from "./rule-set-arbitrary.js";

/** json-rules-engine itself with these rules, a path resolver like ours and our additional operators. */
function referenceEngine({ rules, options }: Omit<RuleSetCase, "facts">): Engine {
  const engine = new Engine([], {
    allowUndefinedFacts: options.allowUndefinedFacts === true,
    allowUndefinedConditions: options.allowUndefinedConditions === true,
    replaceFactsInEventParams: options.replaceFactsInEventParams === true,
    pathResolver: options.pathResolver ?? referencePath,
  });
  const operators = [...additionalOperators, ...((options.operators ?? []) as readonly OperatorDefinition[])];
  for (const { name, evaluate } of operators) engine.addOperator(name, evaluate);
  for (const [name, condition] of Object.entries(options.conditions ?? {}))
    engine.setCondition(name, detached(condition) as TopLevelCondition);
  for (const rule of rules) engine.addRule(detached(rule) as EngineRuleProperties);
  return engine;
}

/** What json-rules-engine answers for one set of facts after another; rejects as it does. */
export function referenceRunner(rules: Omit<RuleSetCase, "facts">): (facts: object) => Promise<RunResult> {
  let engine: Engine | undefined;
  return async (facts) => {
    const current = (engine ??= referenceEngine(rules));
    // A run that fails goes on in the background and then ends whatever the engine is doing, so its engine is left alone.
    engine = undefined;
    const { events, failureEvents, results, failureResults } = await current.run(facts as Record<string, unknown>);
    engine = current;
    return {
      events: events,
      failureEvents: failureEvents,
      results: results.map(ruleResult),
      failureResults: failureResults.map(ruleResult),
    };
  };
}

function ruleResult(given: { conditions: unknown; event?: unknown; priority?: number; name?: unknown; result: unknown }): RuleResult {
  return {
    conditions: engineConditionResult(root(given.conditions as Record<string, unknown>)),
    event: given.event as RuleResult["event"],
    priority: given.priority as number,
    ...(given.name === undefined ? {} : { name: given.name as string }),
    result: given.result as boolean,
  };
}

/** At a root, a group's key wins over `condition`, which then plays no part. Only a root that was a reference has a `result`. */
function root(conditions: Record<string, unknown>): Record<string, unknown> {
  if (Object.hasOwn(conditions, "result") || !["any", "all", "not"].some((key) => Object.hasOwn(conditions, key))) return conditions;
  return Object.fromEntries(Object.entries(conditions).filter(([key]) => key !== "condition"));
}

/** A copy of the objects and lists of a rule, since json-rules-engine writes priorities into what it is given. */
function detached(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(detached);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, detached(entry)]));
}

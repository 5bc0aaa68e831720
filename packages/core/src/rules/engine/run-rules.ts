import type { ConditionScope } from "./compile-condition.js";
import type { CompiledRule } from "./compiled-rule.js";
import { decisionErrorOf } from "./decision-error-of.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleResult, RunResult } from "./rule-result.js";
import { traceRoot } from "./trace-condition.js";

/** Evaluates all rules and keeps the tree of each. */
export function runRules(rules: readonly CompiledRule[], facts: ReadableFacts, scope: ConditionScope): RunResult {
  return collectResults(rules.map((rule) => runRule(rule, facts, scope)));
}

/** Sorts the results of rules, given in the order of decision, into those that fired and those that did not. */
export function collectResults(all: readonly RuleResult[]): RunResult {
  const results = all.filter((result) => result.result);
  const failureResults = all.filter((result) => !result.result);
  return {
    events: results.map((result) => result.event),
    failureEvents: failureResults.map((result) => result.event),
    results,
    failureResults,
  };
}

function runRule(rule: CompiledRule, facts: ReadableFacts, scope: ConditionScope): RuleResult {
  try {
    const { answer, result } = traceRoot(rule.conditions, facts, scope);
    return {
      conditions: result,
      event: rule.fillEvent === undefined ? rule.event : rule.fillEvent(facts),
      priority: rule.priority,
      ...(rule.name === undefined ? {} : { name: rule.name }),
      // Custom operators are typed to answer a boolean; one that doesn't is passed on as json-rules-engine does.
      result: answer as boolean,
    };
  } catch (error) {
    throw decisionErrorOf(error, rule.label);
  }
}

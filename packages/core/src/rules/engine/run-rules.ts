import type { CheckedRule } from "./checked-rule.js";
import { decideRoot, type ConditionScope } from "./decide-condition.js";
import { decisionErrorOf } from "./decision-error-of.js";
import { describeCondition } from "./describe-condition.js";
import { filledEvent } from "./fired-event.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleResult, RunResult } from "./rule-result.js";

/** Evaluates all rules and keeps the tree of each. */
export function runRules(rules: readonly CheckedRule[], facts: ReadableFacts, scope: ConditionScope): RunResult {
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

function runRule(rule: CheckedRule, facts: ReadableFacts, scope: ConditionScope): RuleResult {
  const { name, label, priority } = rule;
  try {
    const conditions = describeCondition(rule.conditions);
    // Custom operators are typed to answer a boolean; one that doesn't is passed on as json-rules-engine does.
    const result = decideRoot(rule.conditions, facts, scope, conditions) as boolean;
    return { conditions, event: filledEvent(rule, facts), priority, ...(name === undefined ? {} : { name }), result };
  } catch (error) {
    throw decisionErrorOf(error, label);
  }
}

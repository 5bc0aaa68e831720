import type { ConditionResult, RuleResult, RunResult } from "./engine/rule-result.js";
import type { Policy, PolicyRule } from "./policy.js";

/** One comparison: what the rule wanted and what it saw; `result` is absent where it was not needed. */
export interface ExplainedCondition {
  readonly fact: string;
  readonly operator: string;
  readonly expected: unknown;
  readonly observed: unknown;
  readonly result?: boolean;
}

/** Why one rule fired or did not. */
export interface ExplainedRule {
  readonly rule: string;
  readonly fired: boolean;
  /** Why a rule whose conditions hold did not count: its dates. */
  readonly notInForce?: true;
  readonly because?: string;
  readonly conditions: ConditionResult;
  /** The comparisons that kept it from firing. */
  readonly failed: readonly ExplainedCondition[];
}

/** Why a policy decided as it did: the rules that fired, and those that missed, nearest first. */
export interface Explanation {
  readonly policy: string;
  readonly version: string;
  readonly fired: readonly ExplainedRule[];
  readonly missed: readonly ExplainedRule[];
}

export function explainPolicy(policy: Policy, run: RunResult, inForce: (rule: PolicyRule) => boolean): Explanation {
  const explained = [...run.results, ...run.failureResults].map((result) => explainRule(policy, result, inForce));
  return {
    policy: policy.policy,
    version: policy.version,
    fired: explained.filter((rule) => rule.fired),
    missed: explained.filter((rule) => !rule.fired).sort((left, right) => left.failed.length - right.failed.length),
  };
}

function explainRule(policy: Policy, result: RuleResult, inForce: (rule: PolicyRule) => boolean): ExplainedRule {
  const rule = policy.rules[Number(result.event.type)] as PolicyRule;
  const current = inForce(rule);
  return {
    rule: rule.name,
    fired: result.result && current,
    ...(result.result && !current ? { notInForce: true as const } : {}),
    ...(rule.because === undefined ? {} : { because: rule.because }),
    conditions: result.conditions,
    failed: result.result ? [] : [...failedLeaves(result.conditions, true)],
  };
}

/** The leaves that kept a condition from being what its parents wanted. */
function* failedLeaves(condition: ConditionResult, wanted: boolean): Generator<ExplainedCondition> {
  if (condition.result === wanted) return;
  for (const member of [...(condition.all ?? []), ...(condition.any ?? [])]) yield* failedLeaves(member, wanted);
  if (condition.not !== undefined) yield* failedLeaves(condition.not, !wanted);
  if (condition.fact === undefined || condition.operator === undefined) return;
  yield {
    fact: condition.fact,
    operator: condition.operator,
    expected: condition.valueResult ?? condition.value,
    observed: condition.factResult,
    ...(condition.result === undefined ? {} : { result: condition.result }),
  };
}

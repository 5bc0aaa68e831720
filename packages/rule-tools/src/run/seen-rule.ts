import type { ConditionResult, Explanation } from "@amends/core/rules";
import type { PolicyTest } from "../test-format/policy-test.js";

/** One comparison of a rule, as the facts of a test met it. */
export interface SeenCondition {
  readonly fact: string;
  readonly operator: string;
  /** The value it compares with, a parameter's filled in. */
  readonly expected: unknown;
  /** The fact's value; absent where the fact is. */
  readonly observed?: unknown;
  /** It stands under a `not`, so that the rule wants it not to hold. */
  readonly negated: boolean;
  /** Whether it came out as the rule wants it; absent where it was not looked at. */
  readonly suits?: boolean;
}

/** Why one rule fired or did not. */
export interface SeenRule {
  readonly rule: string;
  readonly fired: boolean;
  /** Only its dates kept it from firing. */
  readonly notInForce?: true;
  readonly conditions: readonly SeenCondition[];
}

/** How many rules that missed are shown where a test names none. */
const nearest = 3;

/** Of an explanation what a failed test needs: the rules that fired unasked, and the rules it names that missed, or otherwise those that missed by least. */
export function seenRules(explanation: Explanation, test: Pick<PolicyTest, "because">, fired: readonly string[]): SeenRule[] {
  const { because } = test;
  const lacking = (because ?? []).filter((rule) => !fired.includes(rule));
  const named = explanation.missed.filter(({ rule }) => lacking.includes(rule));
  const missed = named.length > 0 ? named : because?.length === 0 ? [] : explanation.missed.slice(0, nearest);
  const unasked = explanation.fired.filter(({ rule }) => fired.includes(rule) && because?.includes(rule) !== true);
  return [...unasked, ...missed].map(({ rule, fired: hasFired, notInForce, conditions }) => ({
    rule,
    fired: hasFired,
    ...(notInForce === true ? { notInForce } : {}),
    conditions: [...leavesOf(conditions, false)],
  }));
}

function* leavesOf(condition: ConditionResult, negated: boolean): Generator<SeenCondition> {
  for (const member of [...(condition.all ?? []), ...(condition.any ?? [])]) yield* leavesOf(member, negated);
  if (condition.not !== undefined) yield* leavesOf(condition.not, !negated);
  const { fact, operator, value, valueResult, factResult, result } = condition;
  if (fact === undefined || operator === undefined) return;
  yield {
    fact,
    operator,
    expected: valueResult ?? value,
    ...(factResult === undefined ? {} : { observed: factResult }),
    negated,
    ...(result === undefined ? {} : { suits: result !== negated }),
  };
}

import type { CaseFile, ExcludedRemedy, Money, Remedies } from "@amends/core/model";
import { addMoney, compareMoney } from "@amends/core/money";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { CostBasis, KnownAmount } from "../remedies/remedy-definition.js";
import type { CapRule } from "./apply-caps.js";
import { approvalBy, type NeededApproval } from "./approval.js";
import { capLimits } from "./cap-limit.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";

/** What is left of the range beyond the expectation, and why it is less. */
export interface BoundExpectation {
  readonly beyondExpectation: Remedies["beyondExpectation"];
  readonly excluded: readonly ExcludedRemedy[];
  readonly approvals: readonly NeededApproval[];
  readonly followed: readonly CapRule[];
  readonly missing: readonly string[];
}

/** What the range may not come above, and who says so. */
interface Ceiling extends Omit<ExcludedRemedy, "remedy"> {
  readonly money: Money;
  readonly by: CapRule | undefined;
}

const none: readonly never[] = [];

/** Money given for the sake of the expectation is a refund of a part: its caps are the range's. */
export const expectationRemedy = "partial_refund";

/**
 * Keeps the range within what may still be refunded and what the caps of a partial refund leave, of which one of goodwill alone bounds
 * what goes beyond the expectation. Where nothing beyond it is left, there is no range, and `excluded` says why. What can't be judged,
 * because a rate or an amount is missing, needs an approval.
 */
export function boundExpectation(
  range: Remedies["beyondExpectation"],
  expectation: KnownAmount | undefined,
  basis: CostBasis,
  rules: readonly CapRule[],
  currencyOf: (rule: FiredRule) => string,
  caseFile: CaseFile,
  limits: RateLimits,
): BoundExpectation {
  const unbound = { beyondExpectation: range, excluded: none, approvals: none, followed: none, missing: none };
  if (expectation !== undefined && "missing" in expectation) return { ...unbound, missing: expectation.missing };
  if (range === null || expectation === undefined) return unbound;
  const { currency } = range.min;
  const missing: string[] = [];
  const approvals: NeededApproval[] = [];
  const ceilings: Ceiling[] = [];
  if ("missing" in basis.refundable) missing.push(...basis.refundable.missing);
  else
    ceilings.push({
      money: basis.refundable.money,
      by: undefined,
      reason: "above_refundable",
      because: "no more may be refunded than was paid and is not refunded yet",
      rule: null,
    });
  for (const rule of rules) {
    const { remedies, goodwillOnly, role, budget, per } = rule.event.params;
    if (!remedies.includes(expectationRemedy)) continue;
    if (per === "customer" && !caseFile.customer?.goodwill) missing.push("customer.goodwill");
    const reason = budget === undefined ? "above_cap" : "over_budget";
    for (const limit of capLimits(rule, currencyOf, caseFile, limits)) {
      const left = "missing" in limit ? limit : inCurrency(limit.money, currency, caseFile, limits, "down");
      if ("missing" in left) {
        missing.push(...left.missing);
        approvals.push(approvalBy(rule, role, `the cap can't be judged without ${left.missing.join(", ")}`));
      } else {
        const money = goodwillOnly === true ? addMoney(expectation.money, left.money) : left.money;
        ceilings.push({ money, by: rule, reason, because: rule.because ?? rule.rule, rule: ruleId(rule) });
      }
    }
  }
  const [lowest] = ceilings.toSorted((one, other) => compareMoney(one.money, other.money));
  if (lowest === undefined || compareMoney(lowest.money, range.max) >= 0) return { ...unbound, approvals, missing };
  const followed = lowest.by === undefined ? [] : [lowest.by];
  if (compareMoney(lowest.money, expectation.money) <= 0) {
    const { reason, because, rule } = lowest;
    return { beyondExpectation: null, excluded: [{ remedy: "beyondExpectation", reason, because, rule }], approvals, followed, missing };
  }
  const min = compareMoney(lowest.money, range.min) < 0 ? lowest.money : range.min;
  return { beyondExpectation: { min: { ...min }, max: { ...lowest.money } }, excluded: [], approvals, followed, missing };
}

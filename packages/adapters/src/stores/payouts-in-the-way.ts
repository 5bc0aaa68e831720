import type { PayoutEntry, PayoutPlan } from "@amends/core/contracts";
import { addMoney, compareMoney, sumMoney } from "@amends/core/money";

/** The payouts that a new one would pay once more, by the first of the ledger's rules that finds any; none where it may go out. */
export function payoutsInTheWay(plan: PayoutPlan, begun: readonly PayoutEntry[]): readonly PayoutEntry[] {
  const live = begun.filter(({ status }) => status !== "undone");
  const ofOffer = live.filter((entry) => entry.plan.offer === plan.offer && entry.plan.sequence === plan.sequence);
  if (ofOffer.length > 0) return ofOffer;
  const ofMatter = live.filter((entry) => isSameMatter(entry.plan, plan));
  const twice = ofMatter.filter((entry) => entry.plan.sequence === plan.sequence && isPaidTwice(entry.plan, plan));
  return twice.length > 0 ? twice : aboveRefundable(plan, ofMatter);
}

/** What one of the two doesn't name can't tell them apart; at least one of case and order is named by both. */
function isSameMatter(one: PayoutPlan, other: PayoutPlan): boolean {
  const pairs = [
    [one.caseId, other.caseId],
    [one.orderId, other.orderId],
  ] as const;
  const named = pairs.filter(([first, second]) => Boolean(first) && Boolean(second));
  return named.length > 0 && named.every(([first, second]) => first === second);
}

function isPaidTwice(one: PayoutPlan, other: PayoutPlan): boolean {
  return one.remedy === other.remedy || Boolean(one.amount && other.amount);
}

function aboveRefundable({ amount, refundable, knownPayouts = [] }: PayoutPlan, begun: readonly PayoutEntry[]): readonly PayoutEntry[] {
  if (!amount || !refundable || amount.currency !== refundable.currency) return [];
  const unknown = begun.filter((entry) => entry.plan.amount?.currency === amount.currency && !knownPayouts.includes(entry.plan.key));
  const paid = sumMoney(
    unknown.flatMap((entry) => (entry.plan.amount ? [entry.plan.amount] : [])),
    amount.currency,
  );
  return compareMoney(addMoney(paid, amount), refundable) > 0 ? unknown : [];
}

import type { PayoutEntry, PayoutPlan } from "@amends/core/contracts";
import { addMoney, compareMoney, sumMoney } from "@amends/core/money";

/** The payouts that a new one would pay once more, by the first of the ledger's rules that finds any; none where it may go out. */
export function payoutsInTheWay(plan: PayoutPlan, begun: readonly PayoutEntry[]): readonly PayoutEntry[] {
  const live = begun.filter(({ status }) => status !== "undone");
  const ofOffer = live.filter((entry) => entry.plan.offer === plan.offer && entry.plan.sequence === plan.sequence);
  if (ofOffer.length > 0) return ofOffer;
  const ofMatter = live.filter((entry) => isSameMatter(entry.plan, plan));
  const twice = ofMatter.filter((entry) => entry.plan.sequence === plan.sequence && isPaidTwice(entry.plan, plan));
  if (twice.length > 0) return twice;
  const unknown = ofMatter.filter((entry) => !plan.knownPayouts?.includes(entry.plan.key));
  const beside = unknown.filter((entry) => settlesBeside(entry.plan, plan));
  return beside.length > 0 ? beside : aboveRefundable(plan, unknown);
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

/** Money beside the goods once more, or goods beside goods: each by itself would do. */
function settlesBeside(one: PayoutPlan, other: PayoutPlan): boolean {
  return (one.sendsGoods === true && givesWorth(other)) || (other.sendsGoods === true && givesWorth(one));
}

function givesWorth({ amount, sendsGoods }: PayoutPlan): boolean {
  return Boolean(amount) || sendsGoods === true;
}

function aboveRefundable({ amount, refundable }: PayoutPlan, unknown: readonly PayoutEntry[]): readonly PayoutEntry[] {
  if (!amount || !refundable || amount.currency !== refundable.currency) return [];
  const begun = unknown.filter((entry) => entry.plan.amount?.currency === amount.currency);
  const paid = sumMoney(
    begun.flatMap((entry) => (entry.plan.amount ? [entry.plan.amount] : [])),
    amount.currency,
  );
  return compareMoney(addMoney(paid, amount), refundable) > 0 ? begun : [];
}

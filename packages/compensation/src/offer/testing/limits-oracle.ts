import type { CaseFile, Money, RemedyChoice, Remedies } from "@amends/core/model";

// The limits of the standard policies and of the packs, written down anew: by plain numbers, and without what decides.

const goodwillKinds = ["points", "coupon", "free_shipping", "partial_refund", "gift"];
/** Where a part of the money is what the customer was deprived of, and no goodwill. */
const oweAPart = ["wrong_or_missing_item", "refund_status", "customs_clearance", "duties_and_taxes"];
const ratesOf = "2026-03-02";

/** A limit, and what the offer and what was given before come to; no sum where a rate lacks. */
export interface JudgedLimit {
  readonly limit: string;
  readonly most: number;
  readonly sum: number | undefined;
  /** What rounding to minor units may hide. */
  readonly slack: number;
}

/** The goodwill of an offer whose cost is known now. */
export function goodwillIn({ claim }: CaseFile, { choices }: Remedies): (RemedyChoice & { readonly cost: Money })[] {
  return choices.flatMap((choice) => {
    const { remedy, cost, owed } = choice;
    if (!cost || Number(cost.amount) <= 0 || owed !== undefined || !goodwillKinds.includes(remedy)) return [];
    return remedy === "partial_refund" && oweAPart.includes(claim?.issueType ?? "") ? [] : [{ ...choice, cost }];
  });
}

/** Every limit of goodwill that binds a choice: that of the case, that of the customer over a year, and the budget's. */
export function limitsOf(caseFile: CaseFile, cost: Money): JudgedLimit[] {
  const { customer, payouts, budgets } = caseFile;
  const isLoyal = customer?.vip === true || (customer?.orders ?? 0) >= 10;
  const onThisCase = (payouts ?? []).flatMap(({ remedy, amount }) => (amount && goodwillKinds.includes(remedy ?? "") ? [amount] : []));
  const ofTheYear = (customer?.goodwill ?? []).flatMap(({ at, amount }) =>
    amount && (!at || Date.parse(at) > Date.parse("2025-03-03T15:00:00Z")) ? [amount] : [],
  );
  const judged = (limit: string, most: number, before: readonly Money[]): JudgedLimit => {
    const parts = [cost, ...before].map((money) => inDollars(money, caseFile));
    const sum = parts.some((part) => part === undefined) ? undefined : parts.reduce((all: number, part) => all + (part ?? 0), 0);
    return { limit, most, sum, slack: 0.02 };
  };
  const pots = (budgets ?? []).filter(({ name }) => name === "goodwill");
  return [
    judged(isLoyal ? "loyal customers" : "ordinary customers", isLoyal ? 100 : 50, onThisCase),
    judged("the customer's year", 200, ofTheYear),
    ...pots.map(({ limit, spent }) => judged("the budget", Number(limit?.amount) - Number(spent?.amount), [])),
  ];
}

/** An amount below zero gives nothing back to a limit. */
function inDollars({ amount, currency }: Money, { rates }: CaseFile): number | undefined {
  if (Number(amount) < 0) return 0;
  const rate = currency === "USD" ? 1 : rates?.date === ratesOf ? Number(rates.rates[currency]) : Number.NaN;
  return Number.isNaN(rate) ? undefined : Number(amount) / rate;
}

const undelivered = ["logistics_tracking", "logistics_delay", "logistics_not_received", "logistics_damaged"];

/** From which day the law of a country says so. */
const inForceSince: ReadonlyMap<string, string> = new Map([
  ["DE", "2014-06-13"],
  ["FR", "2014-06-13"],
  ["GB", "2015-10-01"],
]);

/** Under which rule the buyer of a parcel that is gone is owed it again or all the money; undefined where under none. */
export function owedForGone({ order, customer, claim, shipment, ticket }: CaseFile): string | undefined {
  const status = shipment?.events?.at(-1)?.status;
  if (status !== "lost" && status !== "destroyed") return undefined;
  const issue = claim?.issueType ?? "";
  if (issue === "logistics_not_received" && ticket?.marketplace === "amazon") return "amazon";
  const country = order?.shipTo ?? customer?.country ?? "";
  const since = inForceSince.get(country);
  return order?.placedAt && since !== undefined && order.placedAt >= since && undelivered.includes(issue) ? country : undefined;
}

/** The least that all the money is: what is claimed, at most the order's total; undefined where it can't be told. */
export function leastRefund({ order, claim, payouts }: CaseFile): number | undefined {
  const [total, claimed] = [order?.total, claim?.amount];
  if (!total || Number(total.amount) < 0 || (payouts?.length ?? 0) > 0) return undefined;
  if (!claimed || Number(claimed.amount) <= 0) return Number(total.amount);
  return claimed.currency === total.currency ? Math.min(Number(claimed.amount), Number(total.amount)) : undefined;
}

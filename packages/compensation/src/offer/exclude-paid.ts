import type { CaseFile, ExcludedRemedy, Money, RemedyKind } from "@amends/core/model";
import { compareMoney, signOfMoney, sumMoney } from "@amends/core/money";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";
import { remedyKeys } from "./remedy-key.js";

const none: never[] = [];

/**
 * Takes out what was already paid: the same key, or the same remedy where the payout kept no key. Once all the money that this is
 * about went back, by payouts on this issue or by the sum of all, nothing is left to settle. A payout called all the money that paid
 * less settles nothing: its own key is used up, the other remedies stay.
 */
export function excludePaid(choices: readonly OfferedChoice[], caseFile: CaseFile, basis: CostBasis, catalogue: RemedyCatalogue): Narrowed {
  const payouts = caseFile.payouts ?? none;
  if (payouts.length === 0 && !nothingLeft(basis)) return { kept: choices, excluded: none };
  return withoutPaid(choices, payouts, caseFile, basis, catalogue);
}

function withoutPaid(
  choices: readonly OfferedChoice[],
  payouts: NonNullable<CaseFile["payouts"]>,
  caseFile: CaseFile,
  basis: CostBasis,
  catalogue: RemedyCatalogue,
): Narrowed {
  const keyOf = remedyKeys(caseFile);
  const paidAs = (kinds: readonly string[]) => {
    const keys = kinds.map((kind) => keyOf(kind as RemedyKind));
    return payouts.filter(({ key, remedy }) => (key ? keys.includes(key) : kinds.some((kind) => kind === remedy)));
  };
  // Several names for all the money back: paying one is paying the others.
  const paying = (amount: "all" | "part") =>
    Object.values(catalogue)
      .filter(({ paysBack }) => paysBack === amount)
      .map(({ kind }) => kind);
  const allTheMoney = paying("all");
  const settling = paidAs(allTheMoney);
  const parts = paidAs(paying("part"));
  const isPaidBack = settling.length > 0 && !fallShort([...settling, ...parts], basis);
  const isSettled = isPaidBack || nothingLeft(basis) || parts.some(({ amount }) => covers(amount, basis));
  return narrow(choices, ({ remedy, definition }) => {
    const [before] = paidAs(isPaidBack && allTheMoney.includes(remedy) ? allTheMoney : [remedy]);
    if (before !== undefined) return paid(remedy, `it was paid${before.at ? ` at ${before.at}` : ""}`);
    return isSettled && definition.settles ? paid(remedy, "all the money that it is about went back already") : undefined;
  });
}

/** Amounts in two currencies can't be compared here; the approval for a case that was paid before stands guard. */
function covers(paidBack: Money | null | undefined, { claim }: CostBasis): boolean {
  return "money" in claim && paidBack?.currency === claim.money.currency && compareMoney(paidBack, claim.money) >= 0;
}

/** Whether payouts are known to be less than the claim. Money is rather kept than given twice: what can't be compared covers it. */
function fallShort(payouts: readonly { readonly amount?: Money | null | undefined }[], { claim }: CostBasis): boolean {
  if ("missing" in claim) return false;
  const { currency } = claim.money;
  const amounts = payouts.flatMap(({ amount }) => (amount?.currency === currency ? [amount] : []));
  return amounts.length === payouts.length && compareMoney(sumMoney(amounts, currency), claim.money) < 0;
}

function nothingLeft({ order, refundable }: CostBasis): boolean {
  // All of the order may be refunded.
  if (refundable === order) return false;
  return "money" in refundable && "money" in order && signOfMoney(refundable.money) === 0 && signOfMoney(order.money) > 0;
}

function paid(remedy: RemedyKind, because: string): ExcludedRemedy {
  return { remedy, reason: "already_paid", because, rule: null };
}

import type { CaseFile, ExcludedRemedy, Money, RemedyKind } from "@amends/core/model";
import { compareMoney, toMinorUnits } from "@amends/core/money";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis } from "../remedies/remedy-definition.js";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";
import { remedyKeys } from "./remedy-key.js";

/**
 * Takes out what was already paid: the same key, or the same remedy where the payout kept no key. Once all the money went back, by
 * one payout on this issue or by the sum of all, or one paid back the part that the claim is about, nothing is left to settle.
 */
export function excludePaid(choices: readonly OfferedChoice[], caseFile: CaseFile, basis: CostBasis, catalogue: RemedyCatalogue): Narrowed {
  const payouts = caseFile.payouts ?? [];
  if (payouts.length === 0 && !nothingLeft(basis)) return { kept: choices, excluded: [] };
  const keyOf = remedyKeys(caseFile);
  const paidAs = (kinds: readonly string[]) => {
    const keys = kinds.map((kind) => keyOf(kind as RemedyKind));
    return payouts.find(({ key, remedy }) => (key ? keys.includes(key) : kinds.some((kind) => kind === remedy)));
  };
  // Several names for all the money back: paying one is paying the others.
  const paying = (amount: "all" | "part") =>
    Object.values(catalogue)
      .filter(({ paysBack }) => paysBack === amount)
      .map(({ kind }) => kind);
  const allTheMoney = paying("all");
  const settledBy = paidAs(allTheMoney);
  const partPaid = paidAs(paying("part"))?.amount;
  const isSettled = settledBy !== undefined || nothingLeft(basis) || covers(partPaid, basis);
  return narrow(choices, ({ choice: { remedy }, definition }) => {
    const before = paidAs(allTheMoney.includes(remedy) ? allTheMoney : [remedy]);
    if (before !== undefined) return paid(`it was paid${before.at ? ` at ${before.at}` : ""}`);
    return isSettled && definition.settles ? paid("all the money that it is about went back already") : undefined;
  });
}

/** Amounts in two currencies can't be compared here; the approval for a case that was paid before stands guard. */
function covers(paidBack: Money | null | undefined, { claim }: CostBasis): boolean {
  return "money" in claim && paidBack?.currency === claim.money.currency && compareMoney(paidBack, claim.money) >= 0;
}

function nothingLeft({ order, refundable }: CostBasis): boolean {
  return "money" in refundable && "money" in order && toMinorUnits(refundable.money) === 0n && toMinorUnits(order.money) > 0n;
}

function paid(because: string): Omit<ExcludedRemedy, "remedy"> {
  return { reason: "already_paid", because, rule: null };
}

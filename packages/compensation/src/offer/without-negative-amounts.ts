import type { CaseFile, Money } from "@amends/core/model";
import { signOfMoney } from "@amends/core/money";

/** A case whose amounts paid, spent and given before are zero or above, and the names of those that were not. */
export interface CaseOfAmounts {
  readonly caseFile: CaseFile;
  readonly missing: readonly string[];
}

const none: readonly never[] = [];

/** Amounts below zero would raise what is left to give: each counts as not stated, and its name is missing. */
export function withoutNegativeAmounts(caseFile: CaseFile): CaseOfAmounts {
  const { payouts, budgets, customer } = caseFile;
  if (isEmpty(payouts) && isEmpty(budgets) && isEmpty(customer?.goodwill)) return { caseFile, missing: none };
  return withoutNegative(caseFile);
}

function withoutNegative(caseFile: CaseFile): CaseOfAmounts {
  const { payouts, budgets, customer } = caseFile;
  const missing: string[] = [];
  const stated = (amount: Money | null | undefined, name: string) => {
    if (!amount || signOfMoney(amount, name) >= 0) return amount;
    missing.push(name);
    return null;
  };
  const paid = payouts?.map((payout, index) => ({ ...payout, amount: stated(payout.amount, `payouts[${index}].amount`) }));
  const pots = budgets?.map((pot) => ({
    ...pot,
    limit: stated(pot.limit, `budgets.${pot.name}.limit`),
    spent: stated(pot.spent, `budgets.${pot.name}.spent`),
  }));
  const goodwill = customer?.goodwill?.map((given, index) => ({
    ...given,
    amount: stated(given.amount, `customer.goodwill[${index}].amount`),
  }));
  if (missing.length === 0) return { caseFile, missing };
  return {
    caseFile: {
      ...caseFile,
      ...(paid ? { payouts: paid } : {}),
      ...(pots ? { budgets: pots } : {}),
      ...(customer && goodwill ? { customer: { ...customer, goodwill } } : {}),
    },
    missing,
  };
}

function isEmpty(list: readonly unknown[] | null | undefined): boolean {
  return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}

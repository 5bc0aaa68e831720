import type { PayoutEntry, PayoutStep } from "@amends/core/contracts";
import type { Money } from "@amends/core/model";
import { compareMoney, sumMoney, toMinorUnits } from "@amends/core/money";

/**
 * The money of a payout that was undone in part which is still out: that of the steps which were kept, null where there is none. In
 * full where a step was kept and the steps don't say what money went out by which.
 */
export function keptAmount(entry: PayoutEntry): Money | null {
  const { amount, steps } = entry.plan;
  const kept = steps.filter((step) => isKept(entry, step));
  if (amount === null || kept.length === 0) return null;
  const priced = steps.filter((step) => step.amount !== null);
  if (priced.length === 0 || priced.some((step) => step.amount?.currency !== amount.currency)) return amount;
  const sum = sumMoney(
    kept.flatMap((step) => (step.amount === null ? [] : [step.amount])),
    amount.currency,
  );
  if (toMinorUnits(sum) === 0n) return null;
  return compareMoney(sum, amount) > 0 ? amount : sum;
}

/** Whether a step may still be done: it was, or nobody knows that it wasn't, and it wasn't taken back. */
function isKept({ records }: PayoutEntry, { id }: PayoutStep): boolean {
  const last = (direction: "do" | "undo") => records.findLast((record) => record.step === id && record.direction === direction)?.status;
  const done = last("do");
  return done !== undefined && done !== "failed" && last("undo") !== "done";
}

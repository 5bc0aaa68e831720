import { requireList } from "@amends/core/errors";
import type { PayoutEntry } from "@amends/core/contracts";
import type { Payout } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import { keptAmount } from "./kept-amount.js";

/**
 * What a ledger says of a case, as `payouts` of a case file, so that what was paid is not offered again. One that is not at its end
 * counts as paid: money is rather traced twice than paid twice. One that was undone doesn't; of one that
 * was undone in part the steps that were kept count, and it has no amount where no money was kept.
 *
 * @example
 * import { payoutsOf } from "@amends/compensation/payout";
 * const why = { because: "it came late", rules: [], policies: [], approval: null };
 * const amount = { amount: "10.00", currency: "USD" };
 * const plan = { key: "K-1", offer: "F-1", sequence: 0, caseId: "C-1", orderId: null, remedy: "partial_refund",
 *   amount, refundable: null, why, steps: [] };
 * const entry = { plan, status: "complete", beganAt: 0, changedAt: 0, undoBecause: null, records: [] };
 * payoutsOf([entry]); // => [{ key: "K-1", at: "1970-01-01T00:00:00Z", remedy: "partial_refund", amount: { amount: "10.00", currency: "USD" } }]
 * payoutsOf([{ ...entry, status: "undone" }]); // => []
 */
export function payoutsOf(entries: readonly PayoutEntry[]): readonly Payout[] {
  requireList(entries, "entries");
  return entries
    .filter(({ status }) => status !== "undone")
    .map((entry) => {
      const { plan, status, beganAt } = entry;
      const amount = status === "partly_undone" ? keptAmount(entry) : plan.amount;
      return { key: plan.key, at: formatInstant(beganAt), remedy: plan.remedy, ...(amount === null ? {} : { amount }) };
    });
}

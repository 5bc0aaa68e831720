import { requireObject } from "@amends/core/errors";
import type { PayoutPlan } from "@amends/core/contracts";
import { checkPayoutActions } from "./check-payout-actions.js";
import { entryOf, unfinished, unlessLost } from "./finish-payout.js";
import { HeldPayout, payoutBench } from "./held-payout.js";
import type { PayoutAction, PayoutActions } from "./payout-action.js";
import type { PayoutOptions } from "./payout-options.js";
import type { PayoutOutcome } from "./payout-outcome.js";
import { performStep } from "./perform-step.js";

/**
 * Pays what a plan says, once, whoever else tries to at the same time and however often. Steps are done one after another, each
 * recorded before it is asked for and after. A call that broke off anywhere is taken up by the next one: what is done is left alone,
 * what may have happened is asked about by its key before it is repeated, and the plan it began with stands.
 *
 * @throws {AmendsError} `payout_actions_invalid` where a step has no action, or an action is neither undone nor named irreversible, and
 * `invalid_options` where the ledger, the clock or the lease is none.
 * What the ledger throws passes through: the payout is then held until its lease ends, and the next call takes it up.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { executePayout } from "@amends/compensation/payout";
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * const { ledger } = createMemoryStore();
 * const paid: string[] = [];
 * const coupon = { run: async (_step, { key }) => (paid.push(key), { status: "done" }), undo: { irreversible: "it was sent" } };
 * const why = { because: "it came late", rules: [], policies: [], approval: null };
 * const steps = [{ id: "coupon", kind: "coupon", says: "20 % off", amount: null, data: { couponPercent: 20 } }];
 * const plan = { key: "K-1", offer: "F-1", sequence: 0, caseId: "C-1", orderId: null, remedy: "coupon",
 *   amount: null, refundable: null, why, steps };
 * const outcomes = await Promise.all([1, 2, 3].map(() => executePayout(plan, { ledger, actions: { coupon } })));
 * outcomes.map(({ status }) => status); // => ["paid", "held", "held"]
 * (await executePayout(plan, { ledger, actions: { coupon } })).status; // => "paid"
 * paid.length; // => 1
 */
export async function executePayout(plan: PayoutPlan, options: PayoutOptions): Promise<PayoutOutcome> {
  const bench = payoutBench(options);
  requireObject(plan, "plan");
  const { actions } = options;
  checkPayoutActions(plan, actions);
  const now = bench.clock();
  const begun = await bench.ledger.begin(plan, { worker: bench.worker, now, until: now + bench.leaseMilliseconds });
  if (begun.state === "taken") return { status: "taken", entry: begun.entry, entries: begun.entries };
  if (begun.state === "held") return { status: "held", by: begun.by, entry: begun.entry };
  if (begun.state === "settled")
    return begun.entry.status === "complete"
      ? { status: "paid", already: true, entry: begun.entry }
      : { status: "undone", entry: begun.entry };

  const held = new HeldPayout(bench, begun);
  await checkHeld(held, actions);
  return unlessLost(async () => {
    for (const step of held.plan.steps) {
      const end = await performStep(held, step, "do", { deed: actions[step.kind] as PayoutAction });
      if (end.end === "failed" || end.end === "unknown") return unfinished(held, step.id, end);
    }
    await held.complete("complete");
    return { status: "paid", already: false, entry: await entryOf(held) };
  });
}

/** The plan it began with may be another one than was handed in now. */
export async function checkHeld(held: HeldPayout, actions: PayoutActions): Promise<void> {
  try {
    checkPayoutActions(held.plan, actions);
  } catch (error) {
    await held.release();
    throw error;
  }
}

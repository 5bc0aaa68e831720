import { AmendsError, namesListed, quotable, requireObject, requireText } from "@amends/core/errors";
import { unlessLost } from "./finish-payout.js";
import { HeldPayout, payoutBench } from "./held-payout.js";
import type { PayoutOptions } from "./payout-options.js";

/** What a person found out about a step whose outcome nobody else could tell. */
export interface StepVerdict {
  readonly step: string;
  /** Default: `do`. */
  readonly direction?: "do" | "undo";
  readonly happened: boolean;
  /** Who looked, and what they saw; without personal data of the customer. */
  readonly by: string;
  readonly because: string;
  /** What the action would have answered, such as the refund's id. JSON. */
  readonly result?: unknown;
}

/**
 * Records what a person found out about a step that waits (`askAt` null). The next `executePayout` or `undoPayout` goes on from there.
 * A step whose outcome is known is left as it is (`known`).
 *
 * @throws {AmendsError} `payout_step_unknown` where the payout has no such step.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { executePayout, settlePayoutStep } from "@amends/compensation/payout";
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * const { ledger } = createMemoryStore();
 * const gift = { run: async () => ({ status: "unknown", because: "no answer" }), undo: { irreversible: "it was sent" } };
 * const why = { because: "it came late", rules: [], policies: [], approval: null };
 * const steps = [{ id: "gift", kind: "gift", says: "a mug", amount: null, data: {} }];
 * const plan = { key: "K-1", offer: "F-1", sequence: 0, caseId: "C-1", orderId: null, remedy: "gift",
 *   amount: null, refundable: null, why, steps };
 * (await executePayout(plan, { ledger, actions: { gift } })).status; // => "waiting"
 * await settlePayoutStep("K-1", { step: "gift", happened: true, by: "ann", because: "the parcel is on its way" }, { ledger }); // => "settled"
 * (await executePayout(plan, { ledger, actions: { gift } })).status; // => "paid"
 */
export async function settlePayoutStep(
  key: string,
  verdict: StepVerdict,
  options: Omit<PayoutOptions, "actions">,
): Promise<"settled" | "known" | "held" | "absent"> {
  const bench = payoutBench(options);
  requireText(key, "key");
  requireObject(verdict, "verdict");
  const { step, direction = "do", happened, by, because, result } = verdict;
  const entry = await bench.ledger.read(key);
  if (entry === undefined) return "absent";
  if (!entry.plan.steps.some(({ id }) => id === step))
    throw noSuchStep(
      step,
      entry.plan.steps.map(({ id }) => id),
    );
  const now = bench.clock();
  const lease = { worker: by, now, until: now + bench.leaseMilliseconds };
  const taken =
    entry.status === "undoing"
      ? await bench.ledger.undo(key, { ...lease, because: entry.undoBecause ?? because })
      : await bench.ledger.begin(entry.plan, lease);
  if (taken.state === "absent" || taken.state === "taken") return "absent";
  if (taken.state === "settled") return "known";
  if (taken.state === "held") return "held";
  const held = new HeldPayout({ ...bench, worker: by }, taken);
  const settled = await unlessLost(async () => {
    const last = held.last(step, direction);
    const isOpen = last?.status === "started" || last?.status === "unknown";
    const line = {
      step,
      direction,
      attempt: last?.attempt ?? 1,
      because: `${by}: ${because}`,
      ...(result === undefined ? {} : { result }),
    };
    if (isOpen) await held.write({ ...line, status: happened ? "done" : "failed" });
    await held.release();
    return isOpen ? ("settled" as const) : ("known" as const);
  });
  return typeof settled === "string" ? settled : "held";
}

function noSuchStep(step: string, steps: readonly string[]): AmendsError {
  const finding = {
    code: "payout_step_unknown",
    message: `the payout has no step "${quotable(step)}"`,
    path: "step",
    expected: `one of ${namesListed(steps)}`,
  };
  return new AmendsError({ code: finding.code, message: `${finding.message}: expected ${finding.expected}`, findings: [finding] });
}

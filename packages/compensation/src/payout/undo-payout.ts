import { requireText } from "@amends/core/errors";
import type { PayoutEntry, PayoutStep } from "@amends/core/contracts";
import { checkHeld } from "./execute-payout.js";
import { entryOf, unfinished, unlessLost } from "./finish-payout.js";
import { HeldPayout, payoutBench } from "./held-payout.js";
import type { PayoutAction } from "./payout-action.js";
import type { PayoutOptions } from "./payout-options.js";
import type { StuckStep, UndoOutcome } from "./payout-outcome.js";
import { findOut, performStep, type StepEnd } from "./perform-step.js";

/** How a payout is taken back. */
export interface UndoOptions extends PayoutOptions {
  /** Why, in words without personal data. */
  readonly because: string;
}

/**
 * Takes a payout back, wherever it stands: the steps that were done are undone in reverse order, each once, however often this is
 * called. What can't be taken back stays and is named; the payout is then `partly_undone`, and its offer stays used up. From the first
 * call on nothing more is paid under this key.
 *
 * @throws {AmendsError} `payout_actions_invalid` where a step of the payout has no action.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { executePayout, undoPayout } from "@amends/compensation/payout";
 * import { createMemoryStore } from "@amends/adapters/stores/memory";
 * const { ledger } = createMemoryStore();
 * const run = async () => ({ status: "done" });
 * const actions = { coupon: { run, undo: { run } }, apology: { run, undo: { irreversible: "it was read" } } };
 * const why = { because: "it came late", rules: [], policies: [], approval: null };
 * const steps = ["apology", "coupon"].map((kind) => ({ id: kind, kind, says: kind, amount: null, data: {} }));
 * const plan = { key: "K-1", offer: "F-1", sequence: 0, caseId: "C-1", orderId: null, remedy: "coupon",
 *   amount: null, refundable: null, why, steps };
 * await executePayout(plan, { ledger, actions });
 * const undone = await undoPayout("K-1", { ledger, actions, because: "the wrong case" });
 * undone.status === "partly_undone" && undone.kept; // => [{ step: "apology", because: "it was read" }]
 * (await executePayout(plan, { ledger, actions })).status; // => "undone"
 */
export async function undoPayout(key: string, options: UndoOptions): Promise<UndoOutcome> {
  const bench = payoutBench(options);
  requireText(key, "key");
  const { actions, because } = options;
  const now = bench.clock();
  const taken = await bench.ledger.undo(key, { worker: bench.worker, now, until: now + bench.leaseMilliseconds, because });
  if (taken.state === "absent") return { status: "absent" };
  if (taken.state === "held") return { status: "held", by: taken.by, entry: taken.entry };
  if (taken.state === "settled") return undoneOutcome(taken.entry, true);

  const held = new HeldPayout(bench, taken);
  await checkHeld(held, actions);
  return unlessLost(async () => {
    let kept = false;
    for (const step of held.plan.steps.toReversed()) {
      const end = await undoStep(held, step, actions[step.kind] as PayoutAction);
      if (end === "kept") kept = true;
      else if (end.end === "failed" || end.end === "unknown") return unfinished(held, step.id, end);
    }
    await held.complete(kept ? "partly_undone" : "undone");
    return undoneOutcome(await entryOf(held), false);
  });
}

async function undoStep(held: HeldPayout, step: PayoutStep, action: PayoutAction): Promise<StepEnd | "kept"> {
  const done = held.last(step.id, "do");
  if (done === undefined || done.status === "failed") return { end: "absent" };
  const { undo } = action;
  const sure: StepEnd =
    done.status === "done" ? { end: "done", result: done.result } : await findOut(held, step, done, { ...action, repeatable: false });
  if (sure.end !== "done") return sure;
  if (held.last(step.id, "undo")?.status === "kept") return "kept";
  if ("irreversible" in undo) return keep(held, step, undo.irreversible);
  const end = await performStep(held, step, "undo", { deed: undo, result: sure.result });
  return end.end === "failed" && end.final ? keep(held, step, end.because) : end;
}

async function keep(held: HeldPayout, { id }: PayoutStep, because: string): Promise<"kept"> {
  const attempt = held.last(id, "undo")?.attempt ?? 1;
  await held.write({ step: id, direction: "undo", status: "kept", attempt, because });
  return "kept";
}

function undoneOutcome(entry: PayoutEntry, already: boolean): UndoOutcome {
  if (entry.status !== "partly_undone") return { status: "undone", already, entry };
  const kept = entry.plan.steps.flatMap(({ id }): StuckStep[] => {
    const last = entry.records.findLast(({ step, direction }) => step === id && direction === "undo");
    return last?.status === "kept" ? [{ step: id, because: last.because }] : [];
  });
  return { status: "partly_undone", already, kept, entry };
}

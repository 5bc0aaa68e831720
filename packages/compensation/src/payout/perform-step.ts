import { requireText } from "@amends/core/errors";
import { idempotencyKey } from "@amends/core/audit";
import type { PayoutStep, StepDirection, StepRecord } from "@amends/core/contracts";
import type { HeldPayout } from "./held-payout.js";
import type { ActionCall, FoundOutcome, PayoutDeed } from "./payout-action.js";
import { readFound, readOutcome } from "./read-outcome.js";

/** Where a step ended. `unknown`: somebody has to ask again (not before `askAt`), or a person has to look (`askAt` null). */
export type StepEnd =
  | { readonly end: "done"; readonly result: unknown }
  | { readonly end: "absent" }
  | { readonly end: "failed"; readonly because: string; readonly final: boolean }
  | { readonly end: "unknown"; readonly because: string; readonly askAt: number | null };

/**
 * The key under which a step of a payout is done, or undone, the same for every try.
 *
 * @example
 * import { payoutStepKey } from "@amends/compensation/payout";
 * payoutStepKey("K-1", "refund", "do") === payoutStepKey("K-1", "refund", "do"); // => true
 * payoutStepKey("K-1", "refund", "do") === payoutStepKey("K-1", "refund", "undo"); // => false
 */
export function payoutStepKey(payoutKey: string, step: string, direction: StepDirection): string {
  requireText(payoutKey, "payoutKey");
  requireText(step, "step");
  requireText(direction, "direction");
  return idempotencyKey([payoutKey, step, direction]);
}

/** Does a step, or undoes it, unless the records say that it happened. What may have happened is asked about before it is repeated. */
export async function performStep(
  held: HeldPayout,
  step: PayoutStep,
  direction: StepDirection,
  { deed, result }: { readonly deed: PayoutDeed; readonly result?: unknown },
): Promise<StepEnd> {
  const last = held.last(step.id, direction);
  if (last?.status === "done") return { end: "done", result: last.result };
  if (last?.status === "started" || last?.status === "unknown") {
    const found = await findOut(held, step, last, deed, result);
    if (found.end !== "absent" && !(found.end === "unknown" && deed.repeatable === true)) return found;
  }
  return run(held, step, direction, { deed, result, attempt: (last?.attempt ?? 0) + 1 });
}

/** Asks what became of a try that has no known end, and records what is found. */
export async function findOut(
  held: HeldPayout,
  step: PayoutStep,
  last: StepRecord,
  deed: Pick<PayoutDeed, "find" | "repeatable">,
  result?: unknown,
): Promise<StepEnd> {
  const { direction, attempt } = last;
  const write = (status: "done" | "failed" | "unknown", because: string, found?: unknown) =>
    held.write({ step: step.id, direction, status, attempt, because, ...(found === undefined ? {} : { result: found }) });
  const { find } = deed;
  if (find === undefined) {
    const because = "nobody can be asked whether it happened: a person has to look, and settle it";
    if (last.status === "started" && deed.repeatable !== true) await write("unknown", because);
    return { end: "unknown", because, askAt: null };
  }
  const found = await readFound(() => find(step, callOf(held, step, direction, { attempt, result: last.result ?? result })));
  const { clock, leaseMilliseconds } = held.bench;
  const settledAt = (held.startedAt(step.id, direction) ?? last.at) + leaseMilliseconds;
  const known = believed(found, clock(), settledAt);
  if (known.status === "done") {
    await write("done", "asked by its key: it happened", known.result);
    return { end: "done", result: known.result };
  }
  if (known.status === "absent") {
    await write("failed", "asked by its key: it didn't happen");
    return { end: "absent" };
  }
  await write("unknown", known.because, last.result);
  return { end: "unknown", because: known.because, askAt: Math.max(settledAt, clock()) };
}

async function run(
  held: HeldPayout,
  step: PayoutStep,
  direction: StepDirection,
  { deed, result, attempt }: { readonly deed: PayoutDeed; readonly result: unknown; readonly attempt: number },
): Promise<StepEnd> {
  const base = { step: step.id, direction, attempt };
  // Before anything is asked of the other side: what comes to nothing from here on shows as started.
  await held.write({ ...base, status: "started", because: attempt === 1 ? "first try" : "tried again" });
  const outcome = await readOutcome(() => deed.run(step, callOf(held, step, direction, { attempt, result })));
  const answered = "result" in outcome ? { result: outcome.result } : {};
  if (outcome.status === "done") {
    await held.write({ ...base, status: "done", because: "the action says so", ...answered });
    return { end: "done", result: outcome.result };
  }
  await held.write({ ...base, status: outcome.status, because: outcome.because, ...answered });
  if (outcome.status === "failed") return { end: "failed", because: outcome.because, final: outcome.final === true };
  const { clock, leaseMilliseconds } = held.bench;
  const canBeAsked = deed.find !== undefined || deed.repeatable === true;
  return { end: "unknown", because: outcome.because, askAt: canBeAsked ? clock() + leaseMilliseconds : null };
}

/** That nobody knows of it counts only once it can't come any more. */
function believed(found: FoundOutcome, now: number, settledAt: number): FoundOutcome {
  return found.status === "absent" && now < settledAt ? { status: "unknown", because: "it is absent, but may still come" } : found;
}

function callOf(
  held: HeldPayout,
  step: PayoutStep,
  direction: StepDirection,
  { attempt, result }: { readonly attempt: number; readonly result: unknown },
): ActionCall {
  return { key: payoutStepKey(held.plan.key, step.id, direction), attempt, plan: held.plan, result };
}

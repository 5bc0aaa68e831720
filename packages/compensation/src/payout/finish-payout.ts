import type { PayoutEntry } from "@amends/core/contracts";
import { AmendsError } from "@amends/core/errors";
import { type HeldPayout, PayoutLost } from "./held-payout.js";
import type { UnfinishedPayout } from "./payout-outcome.js";
import type { StepEnd } from "./perform-step.js";

/** The entry as it stands. */
export async function entryOf({ bench, plan }: HeldPayout): Promise<PayoutEntry> {
  const entry = await bench.ledger.read(plan.key);
  if (entry !== undefined) return entry;
  throw new AmendsError({ code: "payout_gone", message: "The ledger lost a payout that was begun: it must never remove one." });
}

/** What a step that didn't come to its end says of the payout, which is let go of. */
export async function unfinished(
  held: HeldPayout,
  step: string,
  stuck: Extract<StepEnd, { end: "failed" | "unknown" }>,
): Promise<UnfinishedPayout> {
  await held.release();
  const { because } = stuck;
  const entry = await entryOf(held);
  return stuck.end === "failed"
    ? { status: "failed", step, because, final: stuck.final, entry }
    : { status: "waiting", step, because, askAt: stuck.askAt, entry };
}

/** The work, or `lost` where somebody else took the payout over meanwhile. */
export async function unlessLost<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | { readonly status: "lost" }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PayoutLost) return { status: "lost" };
    throw error;
  }
}

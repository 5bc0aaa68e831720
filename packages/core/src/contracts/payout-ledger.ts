import type { Instant } from "../time/instant.js";
import type { PayoutPlan } from "./payout-plan.js";

/** Whether a step was done or taken back. */
export type StepDirection = "do" | "undo";

/**
 * `started` stands before anything is asked of the outside world, so that what comes to nothing shows. `failed`: it certainly didn't
 * happen. `unknown`: nobody can tell. `kept`: it can't be taken back.
 */
export type StepStatus = "started" | "done" | "failed" | "unknown" | "kept";

/** One line of a payout's history. */
export interface StepRecord {
  readonly step: string;
  readonly direction: StepDirection;
  readonly status: StepStatus;
  /** Counts from 1. */
  readonly attempt: number;
  readonly at: Instant;
  readonly worker: string;
  /** Why it has this status, in words without personal data. */
  readonly because: string;
  /** What the action answered, such as a refund's id. JSON. */
  readonly result?: unknown;
}

/** `open`: begun and not at its end. `partly_undone`: what can't be taken back stays paid. */
export type PayoutStatus = "open" | "complete" | "undoing" | "undone" | "partly_undone";

/** A payout as the ledger holds it. */
export interface PayoutEntry {
  readonly plan: PayoutPlan;
  readonly status: PayoutStatus;
  readonly beganAt: Instant;
  /** When it reached the status it has. */
  readonly changedAt: Instant;
  /** Why it was undone; null where it wasn't. */
  readonly undoBecause: string | null;
  /** Everything that was recorded, oldest first; nothing is ever changed or removed. */
  readonly records: readonly StepRecord[];
}

/** Who works on a payout, and until when nobody else may. */
export interface PayoutLease {
  readonly worker: string;
  readonly until: Instant;
}

/** How a payout is taken in hand. Whoever works on it holds it until `until`, which each record can move. */
export interface LeaseRequest extends PayoutLease {
  readonly now: Instant;
}

/**
 * `yours`: work on it; only records with this `fence` are taken, and nobody else gets it before the lease ends. `held`: somebody
 * works on it, be it under the same name. `settled`: there is nothing to do. `absent`: there is no such payout.
 */
export type LeaseOutcome =
  | { readonly state: "yours"; readonly fence: number; readonly entry: PayoutEntry }
  | { readonly state: "held"; readonly by: PayoutLease; readonly entry: PayoutEntry }
  | { readonly state: "settled"; readonly entry: PayoutEntry };

/**
 * Other payouts stand in the way, oldest first; `entry` is the first of them. None of them was undone. Which they are, the first of
 * these that holds says:
 *
 * - another remedy of the same offer and sequence;
 * - of the same case, order and sequence, but under another key (as when the case's issue was told otherwise in between): the same
 *   remedy, or where both pay money, any;
 * - of the same case and order, of any sequence, in the currency of `refundable`, and not among the plan's `knownPayouts`: all, where
 *   with the new one they come to more than `refundable`.
 *
 * A case or an order that one of the two doesn't name differs from none, but one of both must be named and the same.
 */
export interface PayoutTaken {
  readonly state: "taken";
  readonly entry: PayoutEntry;
  readonly entries: readonly PayoutEntry[];
}

/**
 * Remembers what was paid, so that the same is never paid twice. It decides nothing: every operation is atomic, and whoever lost a
 * payout to somebody else is refused.
 */
export interface PayoutLedger {
  readonly specVersion: "1";
  readonly name: string;
  /** Opens a payout, unless others stand in its way, or takes one up again. The plan it was first opened with stands, whatever a later one says. */
  begin(plan: PayoutPlan, lease: LeaseRequest): Promise<LeaseOutcome | PayoutTaken>;
  /**
   * Adds a line while the payout is held with `fence`; false where it isn't any longer. `until` moves the lease. No step is started in
   * direction `do` unless the payout is open, and none is undone unless it is `undoing`.
   */
  record(key: string, entry: { readonly fence: number; readonly record: StepRecord; readonly until?: Instant }): Promise<boolean>;
  /** Ends the work: `open` becomes `complete`, `undoing` becomes one of the others. False where the lease was lost. */
  complete(
    key: string,
    end: { readonly fence: number; readonly status: "complete" | "undone" | "partly_undone"; readonly at: Instant },
  ): Promise<boolean>;
  /** Takes a payout in hand to take it back, wherever it stands; from then on it is never paid any further. */
  undo(key: string, lease: LeaseRequest & { readonly because: string }): Promise<LeaseOutcome | { readonly state: "absent" }>;
  /** Lets go of a payout before its lease ends; false where it was lost already. */
  release(key: string, lease: { readonly fence: number }): Promise<boolean>;
  read(key: string): Promise<PayoutEntry | undefined>;
  /** The payouts of a case, oldest first. */
  payoutsOf(caseId: string): Promise<readonly PayoutEntry[]>;
}

import type { PayoutEntry, PayoutLease } from "@amends/core/contracts";

/** A step that stands in the way of the payout's end, and why. */
export interface StuckStep {
  readonly step: string;
  readonly because: string;
}

/** What a payout, or taking it back, couldn't come to its end for. */
export type UnfinishedPayout =
  /** Somebody else works on it, until then at the latest. */
  | { readonly status: "held"; readonly by: PayoutLease; readonly entry: PayoutEntry }
  /** It passed on to somebody else while this one worked on it. */
  | { readonly status: "lost" }
  /** A step certainly didn't happen; what came before it did. Where `final`, trying again changes nothing. */
  | ({ readonly status: "failed"; readonly final: boolean; readonly entry: PayoutEntry } & StuckStep)
  /** Nobody can tell yet whether a step happened: try again from `askAt` on; where that is null, a person has to settle it. */
  | ({ readonly status: "waiting"; readonly askAt: number | null; readonly entry: PayoutEntry } & StuckStep);

/** What became of a payout. */
export type PayoutOutcome =
  | UnfinishedPayout
  /** Everything is done. `already`: it was before. */
  | { readonly status: "paid"; readonly already: boolean; readonly entry: PayoutEntry }
  /**
   * Others of the same offer, or of the same case, were paid or are being paid, and this one on top would pay twice: their entries, the
   * first of them as `entry`. Decide anew with them as the case's `payouts`; to pay once more on purpose, take the next `sequence`.
   */
  | { readonly status: "taken"; readonly entry: PayoutEntry; readonly entries: readonly PayoutEntry[] }
  /** It is being taken back, or was. It is never paid again under this key. */
  | { readonly status: "undone"; readonly entry: PayoutEntry };

/** What became of taking a payout back. */
export type UndoOutcome =
  | UnfinishedPayout
  /** Nothing of it is left. `already`: before this call. */
  | { readonly status: "undone"; readonly already: boolean; readonly entry: PayoutEntry }
  /** What can't be taken back stays, and is named. */
  | { readonly status: "partly_undone"; readonly already: boolean; readonly kept: readonly StuckStep[]; readonly entry: PayoutEntry }
  | { readonly status: "absent" };

import type { Instant } from "../time/instant.js";

/** That somebody works on a case, so that nobody else does. */
export interface CaseClaim {
  readonly caseId: string;
  readonly agent: string;
  readonly since: Instant;
  /** From this instant on the case is free again; null where it is held until it is released. */
  readonly until: Instant | null;
  /**
   * Grows by one whenever the case passes to another holder, and never falls: what somebody writes who held the case with a smaller
   * one comes too late.
   */
  readonly fence: number;
  /** What the work is about, such as "order:O-1" and "customer:K-7". */
  readonly about: readonly string[];
}

/**
 * Who holds the case now. `others` are claims of other agents on other cases that are about the same: work that may be done twice.
 * Of two that claim such cases at the same time, at least one hears of the other.
 */
export type ClaimOutcome =
  | { readonly claimed: true; readonly claim: CaseClaim; readonly others: readonly CaseClaim[] }
  | { readonly claimed: false; readonly heldBy: CaseClaim };

/** How a case is claimed. */
export interface ClaimOptions {
  /** The time by the caller: a store has no clock. */
  readonly now: Instant;
  /** After `now`. Without it the case is held until it is released. */
  readonly until?: Instant;
  readonly about?: readonly string[];
}

/**
 * Gives each case to one agent at a time, however many ask at once. A claim whose `until` has come holds nobody back; the instant
 * itself is free already.
 */
export interface CaseQueue {
  readonly specVersion: "1";
  readonly name: string;
  /** Takes a case, or says who has it. Whoever holds it renews the claim: `until` and `about` are set anew. */
  claim(caseId: string, agent: string, options: ClaimOptions): Promise<ClaimOutcome>;
  /** Gives a case back; false where this agent doesn't hold it. */
  release(caseId: string, agent: string): Promise<boolean>;
  /** The claim on a case that is in force at `now`. */
  holder(caseId: string, options: { readonly now: Instant }): Promise<CaseClaim | undefined>;
  /** What an agent holds at `now`, by the time of claiming, then by case. */
  heldBy(agent: string, options: { readonly now: Instant }): Promise<readonly CaseClaim[]>;
  /** Other agents' claims in force that are about one of these. */
  atWorkOn(about: readonly string[], options: { readonly now: Instant; readonly except?: string }): Promise<readonly CaseClaim[]>;
  /** Binds a message to a case. The first case keeps it: `first` is false where it was bound before, to whichever case. */
  bindMessage(messageId: string, caseId: string): Promise<{ readonly caseId: string; readonly first: boolean }>;
}

import type { LatenessParts } from "./lateness-factor.js";

/**
 * What became of a case: answered in time or late; unanswered, though its deadline has passed; abandoned by the customer before the
 * answer; resolved before its deadline without a reply; pending before its deadline, or while it is paused; undecided where a pause
 * moved its deadline to nobody knows when; untargeted where it has no deadline.
 */
export const outcomes = ["met", "late", "unanswered", "abandoned", "resolvedWithoutReply", "pending", "undecided", "untargeted"] as const;

/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** A case that was judged. Instants are ISO 8601. */
export interface JudgedCase {
  readonly caseId: string;
  /** From when on somebody waited: the reception or, of a later wait, the message or the reopening it began with. */
  readonly receivedAt: string;
  readonly dueAt?: string;
  /** When it was answered, or the customer left. */
  readonly stoppedAt?: string;
  readonly outcome: Outcome;
  /** How it counts in the rate; absent where it isn't in the rate. */
  readonly counts?: "met" | "missed";
  /** From then to the answer; of one without answer so far, until it was judged. */
  readonly waitSeconds: number;
  /** By how much it was late, in whole seconds, begun ones counted. */
  readonly lateSeconds: number;
  /** What made it late, adding up to `lateSeconds`; only where lateness is split. */
  readonly causes?: LatenessParts;
  /** The rule of the target, and the percentage it must be met by, where they are known. */
  readonly rule?: string;
  readonly percent?: number;
  /** The groups it belongs to, by name. */
  readonly groups: Readonly<Record<string, string>>;
}

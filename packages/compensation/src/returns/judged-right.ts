import type { ReturnRight } from "./return-fact.js";
import type { RightGrantor } from "./return-packs.js";

/** Whether something may come back. `unknown`: what is missing decides it. */
export type ReturnStatus = "eligible" | "not" | "unknown";

/** Why a right doesn't hold. */
export type NotEligibleReason = "window_over" | "exception" | "condition" | "other_reason" | "minor_failure" | "terms_stated" | "no_right";

/** A right, and what became of it in a case. */
export interface JudgedRight {
  /** The id of the fact. */
  readonly fact: string;
  readonly grantedBy: RightGrantor;
  readonly status: ReturnStatus;
  /** Why not; null where it holds, or where something is missing. */
  readonly reason: NotEligibleReason | null;
  /** What the right says, and in brackets what stands against it. */
  readonly because: string;
  /** The last day in the buyer's calendar that is sure; null where the right has no fixed end or nobody can tell, which `missing` then says. */
  readonly until: string | null;
  /** The instant at which that day is over, ISO 8601. */
  readonly untilAt: string | null;
  /** Whether the right has a time but no fixed end. */
  readonly openEnded: boolean;
  /** Whether it is for the reason of this return in particular. */
  readonly forReason: boolean;
  readonly wayBack: "buyer" | "seller";
  readonly gives: ReturnRight["gives"];
  /** What the goods must be like, and nobody has seen yet. */
  readonly subjectTo: ReturnRight["conditions"];
  /** By when the buyer sends the goods back, counted from the declaration; null where the right says nothing. */
  readonly sendBack: ReturnRight["sendBack"] | null;
  /** By when the money goes back; null where the right says nothing. */
  readonly refund: ReturnRight["refund"] | null;
  readonly source: string;
  readonly confidence: string;
  /** What decides it where it is unknown; what could make more or less of it where it holds. */
  readonly missing: readonly string[];
}

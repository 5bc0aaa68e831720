import type { Instant } from "@amends/core/time";
import type { TicketKind } from "./ticket-kind.js";

/** Tickets in the order they come, in columns: the instant and the kind of each. */
export interface Arrivals {
  readonly kinds: readonly TicketKind[];
  /** Epoch milliseconds, never falling. */
  readonly at: Float64Array;
  /** The kind of each ticket, its place in `kinds`. */
  readonly kind: Uint16Array;
  /** The time each ticket took, in seconds, where a history knows; NaN where it doesn't. */
  readonly handleSeconds?: Float64Array | undefined;
}

/** One ticket of a history. */
export interface PastTicket {
  readonly at: Instant;
  /** The name of its kind. */
  readonly kind: string;
  /** How long it took, where that is known; otherwise it is drawn as its kind says. */
  readonly handleSeconds?: number | undefined;
}

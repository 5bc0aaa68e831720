import { disputeOutcomes, disputeReasons, disputeStates, type Dispute, type DisputeOutcome, type DisputeState } from "@amends/core/model";
import { didYouMean, quotable, requireObject } from "@amends/core/errors";
import { formatInstant, type Instant } from "@amends/core/time";
import { illegalMove, nextHistory, type PastState } from "../progress/check-move.js";
import { requireWord } from "../progress/require-word.js";

/** A dispute whose state and history are told. */
export interface OpenedDispute extends Dispute {
  readonly state: DisputeState;
  readonly outcome: DisputeOutcome | null;
  readonly history: PastState<DisputeState>[];
}

/** What moves a dispute on. Closing says how it ended. */
export type DisputeMove =
  | { readonly to: Exclude<DisputeState, "requested" | "closed">; readonly at: Instant; readonly because?: string; readonly dueAt?: string }
  | { readonly to: "closed"; readonly outcome: DisputeOutcome; readonly at: Instant; readonly because?: string };

/** Where each state leads. A decision is appealed once. */
const moves: Readonly<Record<DisputeState, readonly DisputeState[]>> = {
  requested: ["answered", "escalated", "closed"],
  answered: ["escalated", "closed"],
  escalated: ["info_requested", "evidence_submitted", "won", "lost", "closed"],
  info_requested: ["evidence_submitted", "won", "lost", "closed"],
  evidence_submitted: ["info_requested", "won", "lost", "closed"],
  won: ["appealed", "closed"],
  lost: ["appealed", "closed"],
  appealed: ["info_requested", "evidence_submitted", "won", "lost"],
  closed: [],
};

/** How a dispute can end from a state: one that was decided ends as decided. */
const endings: Readonly<Record<DisputeState, readonly DisputeOutcome[]>> = {
  requested: ["refunded", "settled", "withdrawn"],
  answered: ["refunded", "settled", "withdrawn"],
  escalated: ["refunded", "settled", "withdrawn"],
  info_requested: ["refunded", "settled", "withdrawn"],
  evidence_submitted: ["refunded", "settled", "withdrawn"],
  won: ["kept"],
  lost: ["refunded"],
  appealed: [],
  closed: [],
};

/**
 * Opens a dispute: as `requested` where the buyer asks the seller first, as `escalated` where it begins with the venue, such as a
 * chargeback. The instant is epoch milliseconds.
 *
 * @example
 * import { openDispute } from "@amends/compensation/dispute";
 * const { state, history } = openDispute({ id: "5012", venue: "ebay", reason: "not_received", at: Date.UTC(2026, 2, 5, 15) });
 * [state, history[0]?.at]; // => ["requested", "2026-03-05T15:00:00Z"]
 */
export function openDispute(
  request: Omit<Dispute, "state" | "history" | "outcome"> & { at: Instant; as?: "requested" | "escalated"; because?: string },
): OpenedDispute {
  requireObject(request, "request");
  const { at, as = "requested", because, ...dispute } = request;
  requireWord(as, ["requested", "escalated"], "as");
  if (dispute.reason !== undefined) requireWord(dispute.reason, disputeReasons, "reason");
  return { ...dispute, state: as, outcome: null, history: [{ state: as, at: formatInstant(at), because: because ?? null }] };
}

/**
 * A dispute moved on, each state with its instant. The given one stays as it was. Told again of where it stands, or, however late, of a
 * state at the instant it got there, it stays the same, but takes up the date the venue names for where it stands. A date named for one
 * answer doesn't hold for the next. Where it stands is what its history says last.
 *
 * @throws {AmendsError} of code `dispute_move_illegal` where the state doesn't lead there, the outcome doesn't fit, a second appeal is
 * asked for, or the instant lies before the last one; it lists what can.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { moveDispute, openDispute } from "@amends/compensation/dispute";
 * const opened = openDispute({ id: "5012", venue: "ebay", reason: "not_received", at: Date.UTC(2026, 2, 5) });
 * const escalated = moveDispute(opened, { to: "escalated", at: Date.UTC(2026, 2, 11) });
 * moveDispute(escalated, { to: "lost", at: Date.UTC(2026, 2, 13) }).history.map(({ state }) => state); // => ["requested", "escalated", "lost"]
 */
export function moveDispute(dispute: OpenedDispute, move: DisputeMove): OpenedDispute {
  requireObject(dispute, "dispute");
  requireObject(move, "move");
  const subject = `Dispute ${dispute.id ?? ""}`.trim();
  const code = "dispute_move_illegal" as const;
  const { history: before } = dispute;
  const history = nextHistory({ code, subject, states: disputeStates, moves, history: before, to: move.to, at: move.at }, move.because);
  // What the history says last is where it stands, for where it may go and how it may end alike.
  const state = (before.at(-1) as PastState<DisputeState>).state;
  const repeated = history === before;
  const ending: DisputeOutcome | undefined = move.to === "closed" ? move.outcome : undefined;
  if (move.to === "closed" && (repeated ? move.outcome !== dispute.outcome : !endings[state].includes(move.outcome)))
    throw illegalMove({
      code,
      message: `${quotable(subject)}: what is ${state} doesn't end as ${quotable(String(ending))}`,
      path: "outcome",
      legal: endings[state],
      ...didYouMean(String(ending), disputeOutcomes),
    });
  const named = move.to === "closed" ? undefined : move.dueAt;
  if (repeated) return named === undefined || state !== move.to || named === dispute.dueAt ? dispute : { ...dispute, dueAt: named };
  if (move.to === "appealed" && before.some((past) => past.state === "appealed"))
    throw illegalMove({
      code: "dispute_move_illegal",
      message: `${quotable(subject)}: it was appealed before`,
      path: "to",
      legal: ["closed"],
    });
  const { dueAt: _before, ...rest } = dispute;
  const outcome = move.to === "closed" ? move.outcome : null;
  return { ...rest, state: move.to, outcome, history: [...history], ...(named === undefined ? {} : { dueAt: named }) };
}

/**
 * Where a dispute can go from a state.
 *
 * @example
 * import { disputeMoves } from "@amends/compensation/dispute";
 * disputeMoves("lost"); // => ["appealed", "closed"]
 */
export function disputeMoves(state: DisputeState): readonly DisputeState[] {
  return moves[state];
}

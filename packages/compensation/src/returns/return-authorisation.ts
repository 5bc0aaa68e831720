import { AmendsError, didYouMean, quotable, requireObject } from "@amends/core/errors";
import type { IdSource } from "@amends/core/contracts";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";
import { numberOf } from "../progress/number-of.js";

/** Where a return stands. */
export const returnStates = ["requested", "approved", "label_sent", "in_transit", "received", "inspected", "closed"] as const;

/** One of {@link returnStates}. */
export type ReturnState = (typeof returnStates)[number];

/** How a return ended. */
export const returnOutcomes = ["refunded", "replaced", "repaired", "kept_by_buyer", "declined", "cancelled", "lost"] as const;

/** One of {@link returnOutcomes}. */
export type ReturnOutcome = (typeof returnOutcomes)[number];

/** A return authorisation (RMA): its number, where it stands, and when it got there. */
export interface ReturnAuthorisation {
  readonly number: string;
  readonly state: ReturnState;
  readonly outcome: ReturnOutcome | null;
  /** Every state it was in, oldest first; instants are ISO 8601. */
  readonly history: readonly { readonly state: ReturnState; readonly at: string; readonly because: string | null }[];
}

/** What moves a return on. Closing says how it ended. */
export type ReturnMove =
  | { readonly to: Exclude<ReturnState, "requested" | "closed">; readonly at: Instant; readonly because?: string }
  | { readonly to: "closed"; readonly outcome: ReturnOutcome; readonly at: Instant; readonly because?: string };

/** Where each state leads. A buyer may send goods with a label of their own; a return that stopped on its way is closed. */
const moves: Readonly<Record<ReturnState, readonly ReturnState[]>> = {
  requested: ["approved", "closed"],
  approved: ["label_sent", "in_transit", "closed"],
  label_sent: ["in_transit", "received", "closed"],
  in_transit: ["received", "closed"],
  received: ["inspected"],
  inspected: ["closed"],
  closed: [],
};

/** How a return can end from a state: goods are refunded after they were looked at, or where they stay with the buyer. */
const endings: Readonly<Record<ReturnState, readonly ReturnOutcome[]>> = {
  requested: ["declined", "cancelled", "kept_by_buyer"],
  approved: ["cancelled", "kept_by_buyer"],
  label_sent: ["cancelled", "kept_by_buyer"],
  in_transit: ["lost", "refunded", "replaced"],
  received: [],
  inspected: ["refunded", "replaced", "repaired", "declined"],
  closed: [],
};

/**
 * Opens a return. Its number is handed in, or made by `newId`; the instant is epoch milliseconds.
 *
 * @example
 * import { countingIds } from "@amends/core/contracts";
 * import { openReturn } from "@amends/compensation/returns";
 * const { number, state } = openReturn({ newId: countingIds("RMA-"), at: Date.UTC(2026, 2, 10, 9) });
 * [number, state]; // => ["RMA-1", "requested"]
 */
export function openReturn(request: { at: Instant; because?: string } & ({ number: string } | { newId: IdSource })): ReturnAuthorisation {
  requireObject(request, "request");
  const number = numberOf(request);
  const at = formatInstant(request.at);
  return { number, state: "requested", outcome: null, history: [{ state: "requested", at, because: request.because ?? null }] };
}

/**
 * A return moved on: requested → approved → label_sent → in_transit → received → inspected → closed, each with its instant. The
 * given one stays as it was. Moved again to where it stands at the instant it got there, it stays the same, so that a repeated
 * notice does no harm.
 *
 * @throws {AmendsError} of code `return_move_illegal` where the state doesn't lead there, the outcome doesn't fit, or the instant lies
 * before the last one; it lists what can.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { moveReturn, openReturn } from "@amends/compensation/returns";
 * const opened = openReturn({ number: "RMA-7", at: Date.UTC(2026, 2, 10) });
 * const approved = moveReturn(opened, { to: "approved", at: Date.UTC(2026, 2, 11), because: "eu.withdrawal" });
 * approved.history.map(({ state, at }) => [state, at]); // => [["requested", "2026-03-10T00:00:00Z"], ["approved", "2026-03-11T00:00:00Z"]]
 */
export function moveReturn(authorisation: ReturnAuthorisation, move: ReturnMove): ReturnAuthorisation {
  requireObject(authorisation, "authorisation");
  requireObject(move, "move");
  const { state, history, number } = authorisation;
  const last = history.at(-1);
  const at = formatInstant(move.at);
  const outcome = move.to === "closed" ? move.outcome : null;
  if (move.to === state && last?.at === at && outcome === authorisation.outcome) return authorisation;

  if (!returnStates.includes(state))
    throw illegal(number, `"${quotable(state)}" is no state of a return`, "state", returnStates, didYouMean(state, returnStates));
  if (!moves[state].includes(move.to)) {
    const legal = moves[state];
    throw illegal(number, `a return that is ${state} doesn't become ${quotable(move.to)}`, "to", legal, didYouMean(move.to, legal));
  }
  if (outcome !== null && !endings[state].includes(outcome)) {
    const legal = endings[state];
    throw illegal(number, `a return that is ${state} doesn't end as ${quotable(outcome)}`, "outcome", legal, didYouMean(outcome, legal));
  }
  if (last !== undefined && move.at < (readInstant(last.at) as Instant))
    throw illegal(number, `it became ${state} at ${last.at}, after ${at}`, "at", [`an instant from ${last.at} on`], {});
  return { number, state: move.to, outcome, history: [...history, { state: move.to, at, because: move.because ?? null }] };
}

/**
 * Where a return can go from a state.
 *
 * @example
 * import { returnMoves } from "@amends/compensation/returns";
 * returnMoves("label_sent"); // => ["in_transit", "received", "closed"]
 */
export function returnMoves(state: ReturnState): readonly ReturnState[] {
  return moves[state];
}

function illegal(number: string, message: string, path: string, legal: readonly string[], hint: { fix?: string }): AmendsError {
  const expected = legal.length === 0 ? "nothing: it is over" : `one of ${legal.join(", ")}`;
  return new AmendsError({
    code: "return_move_illegal",
    message: `Return ${quotable(number)}: ${message}; expected ${expected}`,
    findings: [{ code: "return_move_illegal", message, path, expected, ...hint }],
  });
}

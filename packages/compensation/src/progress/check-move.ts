import { AmendsError, didYouMean, quotable } from "@amends/core/errors";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";

/** A state something was in, and since when, ISO 8601. */
export interface PastState<State extends string> {
  readonly state: State;
  readonly at: string;
  readonly because?: string | null | undefined;
}

/** What can be, and what is asked for. */
export interface MoveQuestion<State extends string> {
  /** The code of the error. */
  readonly code: "dispute_move_illegal" | "carrier_claim_move_illegal";
  /** What moves, such as "Dispute 7". */
  readonly subject: string;
  readonly states: readonly State[];
  readonly moves: Readonly<Record<State, readonly State[]>>;
  readonly history: readonly PastState<State>[];
  readonly to: State;
  readonly at: Instant;
}

/**
 * The history with the next state. The same one where a notice is only repeated, however late: it tells of a state and instant that are
 * in it, or of the state that is the last one anyway.
 */
export function nextHistory<State extends string>(question: MoveQuestion<State>, because: string | undefined): readonly PastState<State>[] {
  const { history, to, at, moves, states, code, subject } = question;
  const refuse = (message: string, path: string, legal: readonly string[], hint: { fix?: string } = {}) =>
    illegalMove({ code, message: `${quotable(subject)}: ${message}`, path, legal, ...hint });
  if (!Number.isFinite(at)) throw refuse(`${quotable(String(at))} is no instant`, "at", ["epoch milliseconds"]);
  const last = history.at(-1);
  const told = formatInstant(at);
  if (last?.state === to || history.some((past) => past.state === to && readInstant(past.at) === at)) return history;
  if (last === undefined || !states.includes(last.state)) throw refuse(`"${quotable(String(last?.state))}" is no state`, "history", states);
  const { state } = last;
  const legal = moves[state];
  if (!legal.includes(to)) throw refuse(`what is ${state} doesn't become ${quotable(to)}`, "to", legal, didYouMean(to, legal));
  if (at < (readInstant(last.at) as Instant))
    throw refuse(`it became ${state} at ${last.at}, after ${told}`, "at", [`an instant from ${last.at} on`]);
  return [...history, { state: to, at: told, because: because ?? null }];
}

/** What can't be, where, and what can. */
export interface Refusal {
  readonly code: MoveQuestion<string>["code"];
  readonly message: string;
  readonly path: string;
  readonly legal: readonly string[];
  readonly fix?: string | undefined;
}

/** The error of a move that can't be. */
export function illegalMove({ code, message, path, legal, fix }: Refusal): AmendsError {
  const expected = legal.length === 0 ? "nothing: it is over" : `one of ${legal.join(", ")}`;
  return new AmendsError({
    code,
    message: `${message}; expected ${expected}`,
    findings: [{ code, message, path, expected, ...(fix === undefined ? {} : { fix }) }],
  });
}

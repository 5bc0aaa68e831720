import type { IdSource } from "@amends/core/contracts";
import { AmendsError, didYouMean, quotable, requireObject, requireText } from "@amends/core/errors";
import {
  carrierClaimOutcomes,
  carrierClaimReasons,
  carrierClaimStates,
  type CarrierClaimOutcome,
  type CarrierClaimReason,
  type CarrierClaimRecord,
  type CarrierClaimState,
  type Money,
} from "@amends/core/model";
import { subtractMoney } from "@amends/core/money";
import { formatInstant, type Instant } from "@amends/core/time";
import { carrierReceivable } from "./carrier-receivable.js";
import { claimAmount } from "./claim-amount.js";
import { illegalMove, nextHistory, type PastState } from "../progress/check-move.js";
import { numberOf } from "../progress/number-of.js";
import { requireWord } from "../progress/require-word.js";

/** A sum that was paid, and what makes it one payment. */
export interface ClaimPayment {
  readonly key: string;
  readonly at: string;
  readonly amount: Money;
}

/** A claim whose state, history and payments are told. */
export interface OpenedCarrierClaim extends CarrierClaimRecord {
  readonly number: string;
  readonly state: CarrierClaimState;
  readonly outcome: CarrierClaimOutcome | null;
  readonly history: PastState<CarrierClaimState>[];
  readonly advances: ClaimPayment[];
  readonly recoveries: ClaimPayment[];
}

interface Dated {
  readonly at: Instant;
  readonly because?: string;
}

/** What moves a claim on. Approving says how much, paying what came, closing how it ended. */
export type CarrierClaimMove = Dated &
  (
    | { readonly to: "filed" | "acknowledged" | "rejected" | "appealed" | "info_requested"; readonly dueAt?: string }
    | { readonly to: "approved"; readonly amount?: Money; readonly dueAt?: string }
    | { readonly to: "paid"; readonly amount: Money; readonly key: string }
    | { readonly to: "closed"; readonly outcome: CarrierClaimOutcome }
  );

/** Where each state leads. A carrier that pays too little is appealed to as well. */
const moves: Readonly<Record<CarrierClaimState, readonly CarrierClaimState[]>> = {
  draft: ["filed", "closed"],
  filed: ["acknowledged", "info_requested", "approved", "rejected", "closed"],
  acknowledged: ["info_requested", "approved", "rejected", "closed"],
  info_requested: ["acknowledged", "approved", "rejected", "closed"],
  approved: ["paid", "closed"],
  paid: ["appealed", "closed"],
  rejected: ["appealed", "closed"],
  appealed: ["acknowledged", "info_requested", "approved", "rejected", "closed"],
  closed: [],
};

/**
 * Opens a claim as a draft. Its number is handed in, or made by `newId`; the instant is epoch milliseconds.
 *
 * @throws {InvalidMoneyError} where the amount is unreadable, or below zero.
 * @example
 * import { openCarrierClaim } from "@amends/compensation/carrier-claim";
 * const { number, state } = openCarrierClaim({ number: "CC-7", carrier: "dhl_express", reason: "lost", at: Date.UTC(2026, 1, 2) });
 * [number, state]; // => ["CC-7", "draft"]
 */
export function openCarrierClaim(
  request: Dated & { carrier: string; reason: CarrierClaimReason; amount?: Money } & ({ number: string } | { newId: IdSource }),
): OpenedCarrierClaim {
  requireObject(request, "request");
  requireWord(request.reason, carrierClaimReasons, "reason");
  const number = numberOf(request);
  const { carrier, reason, amount, because = null } = request;
  return {
    number,
    carrier,
    reason,
    ...(amount === undefined ? {} : { amount: claimAmount(amount, "amount") }),
    state: "draft",
    outcome: null,
    history: [{ state: "draft", at: formatInstant(request.at), because }],
    advances: [],
    recoveries: [],
  };
}

/**
 * A claim moved on: draft → filed → acknowledged → info_requested → approved → paid or rejected → appealed … closed, each with its
 * instant. The given one stays as it was. Told again of where it stands, or, however late, of a state at the instant it got there, it
 * stays the same, but takes up a date or an amount that is told of where it stands. What the carrier pays, in one part or several, is
 * added to `recoveries`, once for each key. A claim closes as recovered, written off or withdrawn; as recovered only
 * where nothing of what the customer was paid is left open.
 *
 * @throws {AmendsError} of code `carrier_claim_move_illegal` where the state doesn't lead there, the outcome doesn't fit, or the instant
 * lies before the last one; it lists what can. {InvalidMoneyError} where a payment is in another currency than what was paid ahead, and
 * where an amount is unreadable, or below zero.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { moveCarrierClaim, openCarrierClaim } from "@amends/compensation/carrier-claim";
 * const draft = openCarrierClaim({ number: "CC-7", carrier: "dhl_express", reason: "lost", at: Date.UTC(2026, 1, 2) });
 * const filed = moveCarrierClaim(draft, { to: "filed", at: Date.UTC(2026, 1, 3) });
 * filed.history.map(({ state, at }) => [state, at]); // => [["draft", "2026-02-02T00:00:00Z"], ["filed", "2026-02-03T00:00:00Z"]]
 */
export function moveCarrierClaim(claim: OpenedCarrierClaim, move: CarrierClaimMove): OpenedCarrierClaim {
  requireObject(claim, "claim");
  requireObject(move, "move");
  const subject = `Claim ${quotable(claim.number)}`;
  const code = "carrier_claim_move_illegal" as const;
  const { history: before } = claim;
  const history = nextHistory(
    { code, subject, states: carrierClaimStates, moves, history: before, to: move.to, at: move.at },
    move.because,
  );
  const state = stateOf(claim);
  const repeated = history === before;
  const ending: CarrierClaimOutcome | undefined = move.to === "closed" ? move.outcome : undefined;
  if (move.to === "closed" && (repeated ? move.outcome !== claim.outcome : !endings(claim).includes(move.outcome)))
    throw illegalMove({
      code,
      message: `${quotable(subject)}: what is ${state} doesn't end as ${quotable(String(ending))}`,
      path: "outcome",
      legal: endings(claim),
      ...didYouMean(String(ending), carrierClaimOutcomes),
    });
  if (repeated) return toldAgain(claim, move);
  const { dueAt: _before, ...rest } = claim;
  const moved = { ...rest, state: move.to, outcome: move.to === "closed" ? move.outcome : null, history: [...history] };
  switch (move.to) {
    case "closed":
      return moved;
    case "paid":
      return { ...moved, recoveries: withPayment(claim, "recoveries", move) };
    default:
      return { ...moved, ...named(move), ...approved(move) };
  }
}

/** A repeated notice changes nothing but what it adds to where the claim stands: another part of the money, another date, an amount. */
function toldAgain(claim: OpenedCarrierClaim, move: CarrierClaimMove): OpenedCarrierClaim {
  if (move.to === "paid") {
    const recoveries = withPayment(claim, "recoveries", move);
    if (recoveries.length === claim.recoveries.length) return claim;
    if (stateOf(claim) === "paid") return { ...claim, recoveries };
    throw illegalMove({
      code: "carrier_claim_move_illegal",
      message: `Claim ${quotable(claim.number)}: what is ${stateOf(claim)} takes no more payments`,
      path: "to",
      legal: moves[stateOf(claim)],
    });
  }
  if (move.to === "closed" || move.to !== stateOf(claim)) return claim;
  const added = { ...named(move), ...approved(move) };
  return Object.entries(added).every(([key, value]) => isSame(claim[key as keyof typeof added], value)) ? claim : { ...claim, ...added };
}

function named({ dueAt }: { readonly dueAt?: string }): { dueAt?: string } {
  return dueAt === undefined ? {} : { dueAt };
}

function approved(move: CarrierClaimMove): { approved?: Money } {
  return move.to === "approved" && move.amount !== undefined ? { approved: claimAmount(move.amount, "amount") } : {};
}

function isSame(one: string | Money | null | undefined, other: string | Money): boolean {
  if (typeof other === "string" || typeof one !== "object" || one === null) return one === other;
  return one.amount === other.amount && one.currency === other.currency;
}

/** What the history says last is where a claim stands, for where it may go and how it may end alike. */
function stateOf({ history, state }: OpenedCarrierClaim): CarrierClaimState {
  return history.at(-1)?.state ?? state;
}

/**
 * A claim on which the customer was paid before the carrier paid: what the carrier owes the seller from then on. A payment of the
 * same key counts once.
 *
 * @throws {AmendsError} of code `carrier_claim_move_illegal` where the claim is closed, and {InvalidMoneyError} for another currency,
 * and for an amount that is unreadable, or below zero.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { openCarrierClaim, payAhead } from "@amends/compensation/carrier-claim";
 * const draft = openCarrierClaim({ number: "CC-7", carrier: "dhl_express", reason: "lost", at: Date.UTC(2026, 1, 2) });
 * const paid = { key: "5d41", at: Date.UTC(2026, 1, 2), amount: { amount: "89.90", currency: "USD" } };
 * payAhead(payAhead(draft, paid), paid).advances.length; // => 1
 */
export function payAhead(claim: OpenedCarrierClaim, payment: { key: string; at: Instant; amount: Money }): OpenedCarrierClaim {
  requireObject(claim, "claim");
  requireObject(payment, "payment");
  if (stateOf(claim) === "closed")
    throw illegalMove({
      code: "carrier_claim_move_illegal",
      message: `Claim ${quotable(claim.number)}: it is closed, and takes no more payments`,
      path: "state",
      legal: [],
    });
  return { ...claim, advances: withPayment(claim, "advances", payment) };
}

/**
 * Where a claim can go from a state.
 *
 * @example
 * import { carrierClaimMoves } from "@amends/compensation/carrier-claim";
 * carrierClaimMoves("rejected"); // => ["appealed", "closed"]
 */
export function carrierClaimMoves(state: CarrierClaimState): readonly CarrierClaimState[] {
  return moves[state];
}

/** A claim ends as recovered where money came and nothing is left open; a draft only by being withdrawn. */
function endings(claim: OpenedCarrierClaim): readonly CarrierClaimOutcome[] {
  const state = stateOf(claim);
  if (state === "closed") return [];
  if (state === "draft") return ["withdrawn"];
  if (claim.recoveries.length === 0) return ["written_off", "withdrawn"];
  return carrierReceivable(claim)?.state === "open" ? ["written_off"] : ["recovered"];
}

function withPayment(
  claim: OpenedCarrierClaim,
  list: "advances" | "recoveries",
  { key, at, amount }: { key: string; at: Instant; amount: Money },
): ClaimPayment[] {
  requireText(key, "key");
  claimAmount(amount, "amount");
  const before = claim[list].find((payment) => payment.key === key);
  if (before !== undefined) {
    if (before.amount.amount === amount.amount && before.amount.currency === amount.currency) return [...claim[list]];
    throw changed(claim.number, key, before.amount, amount);
  }
  const [first] = [...claim.advances, ...claim.recoveries];
  // Money of two currencies throws here: one claim is kept in one.
  if (first !== undefined) subtractMoney(first.amount, amount);
  return [...claim[list], { key, at: formatInstant(at), amount }];
}

function changed(number: string, key: string, before: Money, after: Money): AmendsError {
  const told = ({ amount, currency }: Money) => `${amount} ${currency}`;
  const message = `payment "${quotable(key)}" was ${told(before)} before, and is ${told(after)} now`;
  return new AmendsError({
    code: "carrier_claim_payment_changed",
    message: `Claim ${quotable(number)}: ${message}`,
    findings: [{ code: "carrier_claim_payment_changed", message, path: "amount", fix: "give another payment another key" }],
  });
}

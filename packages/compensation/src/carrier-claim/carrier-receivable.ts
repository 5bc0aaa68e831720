import { requireObject } from "@amends/core/errors";
import type { CarrierClaimRecord, Money } from "@amends/core/model";
import { compareMoney, subtractMoney, sumMoney } from "@amends/core/money";
import { readInstant, type Instant } from "@amends/core/time";

/** What a carrier owes the seller for what the customer was paid ahead: paid = recovered + open + writtenOff − surplus. */
export interface CarrierReceivable {
  readonly debtor: string | null;
  readonly claim: string | null;
  /** When the first payment went to the customer, ISO 8601. */
  readonly since: string;
  readonly paid: Money;
  readonly recovered: Money;
  /** What is still owed. */
  readonly open: Money;
  /** What was given up when the claim closed. */
  readonly writtenOff: Money;
  /** What the carrier paid above what the customer got. */
  readonly surplus: Money;
  readonly state: "open" | "settled" | "written_off";
}

/**
 * The receivable of a claim: what was paid ahead less what came back, until nothing is open or the claim is closed. Null where the
 * customer wasn't paid ahead: then nothing was laid out for the carrier.
 *
 * @throws {InvalidMoneyError} where payments are in several currencies.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { carrierReceivable } from "@amends/compensation/carrier-claim";
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const receivable = carrierReceivable({
 *   number: "CC-7",
 *   carrier: "dhl_express",
 *   state: "paid",
 *   advances: [{ key: "5d41", at: "2026-02-02T00:00:00Z", amount: usd("89.90") }],
 *   recoveries: [{ key: "wire-1", at: "2026-03-02T00:00:00Z", amount: usd("52.00") }],
 * });
 * [receivable?.debtor, receivable?.open.amount, receivable?.state]; // => ["dhl_express", "37.90", "open"]
 */
export function carrierReceivable(claim: CarrierClaimRecord): CarrierReceivable | null {
  requireObject(claim, "claim");
  const { number, carrier, state, advances, recoveries } = claim;
  const [first, ...others] = advances ?? [];
  if (first === undefined) return null;
  const { currency } = first.amount;
  const paid = sumMoney(
    [first, ...others].map(({ amount }) => amount),
    currency,
  );
  const recovered = sumMoney(
    (recoveries ?? []).map(({ amount }) => amount),
    currency,
  );
  const rest = subtractMoney(paid, recovered);
  const none = subtractMoney(paid, paid);
  const isOver = state === "closed";
  const owed = compareMoney(rest, none) > 0;
  return {
    debtor: carrier ?? null,
    claim: number ?? null,
    since: [first, ...others].reduce((earliest, { at }) => (instantOf(at) < instantOf(earliest) ? at : earliest), first.at),
    paid,
    recovered,
    open: owed && !isOver ? rest : none,
    writtenOff: owed && isOver ? rest : none,
    surplus: owed ? none : subtractMoney(recovered, paid),
    state: !owed ? "settled" : isOver ? "written_off" : "open",
  };
}

function instantOf(at: string): Instant {
  return readInstant(at) as Instant;
}

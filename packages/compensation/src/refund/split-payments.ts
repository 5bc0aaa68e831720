import { allocate, compareMoney, fromMinorUnits, normalizeMoney, subtractMoney, toMinorUnits, type Money } from "@amends/core/money";
import { invalidRefund } from "./refund-amounts.js";
import type { RefundPayment, ReturnOrder } from "./refund-payment.js";

/** A payment with what goes back to it. */
export interface PaymentShare {
  readonly payment: RefundPayment;
  readonly amount: Money;
  readonly left: Money;
  readonly points: number | null;
}

interface Open {
  readonly payment: RefundPayment;
  readonly paid: bigint;
  readonly before: bigint;
  readonly left: bigint;
}

/**
 * Shares a refund among payments without losing a minor unit; none gets back more than it paid. In a sequence, payments of the same
 * rank keep the order of the request.
 *
 * @throws {InvalidMoneyError} where the payments are in another currency, or paid less than goes back.
 */
export function splitPayments(
  refund: Money,
  payments: readonly RefundPayment[],
  order: ReturnOrder,
  nameOf: (method: string) => string,
): PaymentShare[] {
  const open = payments.map((payment, index) => openPayment(payment, index, refund.currency));
  const most = open.reduce((total, { left }) => total + left, 0n);
  if (most < toMinorUnits(refund)) {
    const told = fromMinorUnits(most, refund.currency);
    throw invalidRefund({
      code: "payments_too_small",
      message: `${refund.amount} ${refund.currency} go back, the payments have ${told.amount} left`,
      path: "payments",
      expected: "payments that paid at least as much as goes back",
      fix: "add the payment that is missing, or refund less",
    });
  }
  const shares = order.by === "sequence" ? inSequence(refund, sorted(open, order.methods.map(nameOf), nameOf)) : inProportion(refund, open);
  return shares.map(([one, share]) => ({
    payment: one.payment,
    amount: fromMinorUnits(share, refund.currency),
    left: fromMinorUnits(one.left - share, refund.currency),
    points: pointsOf(one, share),
  }));
}

function openPayment(payment: RefundPayment, index: number, currency: string): Open {
  const path = `payments[${index}]`;
  const amount = normalizeMoney(payment.amount, `${path}.amount`);
  const refunded = payment.refunded ? normalizeMoney(payment.refunded, `${path}.refunded`) : fromMinorUnits(0, currency);
  const other = [amount, refunded].find((money) => money.currency !== currency);
  if (other !== undefined)
    throw invalidRefund({
      code: "currency_mismatch",
      message: `a payment in ${other.currency} meets a refund in ${currency}`,
      path: `${path}.amount.currency`,
      expected: currency,
      fix: "give each payment in the currency of the payment",
    });
  if (toMinorUnits(refunded) < 0n || compareMoney(amount, refunded) < 0)
    throw invalidRefund({
      code: "refunded_invalid",
      message: `${refunded.amount} of ${amount.amount} can't have gone back`,
      path: `${path}.refunded.amount`,
      expected: `from 0 to ${amount.amount}`,
      fix: "give what went back to this payment before",
    });
  const { points } = payment;
  if (points !== undefined && points !== null && !(Number.isSafeInteger(points) && points >= 0))
    throw invalidRefund({
      code: "points_invalid",
      message: `${points} is no number of points`,
      path: `${path}.points`,
      expected: "a whole number from 0 up",
      fix: "leave it out",
    });
  return {
    payment,
    paid: toMinorUnits(amount),
    before: toMinorUnits(refunded),
    left: toMinorUnits(subtractMoney(amount, refunded)),
  };
}

function sorted(open: readonly Open[], methods: readonly string[], nameOf: (method: string) => string): readonly Open[] {
  const rank = ({ payment }: Open) => {
    const at = methods.indexOf(nameOf(payment.method));
    return at === -1 ? methods.length : at;
  };
  return [...open].sort((one, other) => rank(one) - rank(other));
}

function inSequence(refund: Money, open: readonly Open[]): [Open, bigint][] {
  let rest = toMinorUnits(refund);
  return open.map((one) => {
    const share = rest < one.left ? rest : one.left;
    rest -= share;
    return [one, share];
  });
}

function inProportion(refund: Money, open: readonly Open[]): [Open, bigint][] {
  const shares = allocate(
    refund,
    open.map(({ left }) => left.toString()),
  );
  return open.map((one, index) => [one, toMinorUnits(shares[index] as Money)]);
}

/** Of the points spent, those that came back up to now and with this refund, less those up to now: so no point is lost on the way. */
function pointsOf({ payment, paid, before }: Open, share: bigint): number | null {
  const { points } = payment;
  if (points === undefined || points === null) return null;
  if (paid === 0n) return 0;
  const upTo = (back: bigint) => (back * BigInt(points)) / paid;
  return Number(upTo(before + share) - upTo(before));
}

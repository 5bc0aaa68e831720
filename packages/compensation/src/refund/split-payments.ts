import { quotable, quoted } from "@amends/core/errors";
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

/** A payment in minor units: what it paid, what went back before, and what is left. */
export interface OpenPayment {
  readonly payment: RefundPayment;
  readonly paid: bigint;
  readonly before: bigint;
  readonly left: bigint;
}

/**
 * Shares a refund among payments without losing a minor unit; none gets back more than it paid. In a sequence, payments of the same
 * rank keep the order of the request.
 *
 * @throws {InvalidMoneyError} where the payments are in another currency, are listed twice, or paid less than goes back.
 */
export function splitPayments(
  refund: Money,
  payments: readonly RefundPayment[],
  order: ReturnOrder,
  nameOf: (method: string) => string,
): PaymentShare[] {
  const open = openPayments(refund, payments);
  const shares = order.by === "sequence" ? inSequence(refund, sorted(open, order.methods.map(nameOf), nameOf)) : inProportion(refund, open);
  return shares.map(([one, share]) => ({
    payment: one.payment,
    amount: fromMinorUnits(share, refund.currency),
    left: fromMinorUnits(one.left - share, refund.currency),
    points: pointsOf(one, share),
  }));
}

/**
 * The payments with what they have left, which is enough for the refund.
 *
 * @throws {InvalidMoneyError} as `splitPayments` does, and where a payment is listed twice.
 */
export function openPayments(refund: Money, payments: readonly RefundPayment[]): OpenPayment[] {
  refuseTwice(payments);
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
  return open;
}

function refuseTwice(payments: readonly RefundPayment[]): void {
  const ids = new Set<string>();
  for (const [index, { id }] of payments.entries()) {
    if (!id) continue;
    if (ids.has(id))
      throw invalidRefund({
        code: "payment_twice",
        message: `the payment ${quoted(id)} is listed twice`,
        path: `payments[${index}].id`,
        expected: "each payment once",
        fix: "leave one of them out, or give each its own id",
      });
    ids.add(id);
  }
}

function openPayment(payment: RefundPayment, index: number, currency: string): OpenPayment {
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
      message: `${quotable(String(points))} is no number of points`,
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

function sorted(open: readonly OpenPayment[], methods: readonly string[], nameOf: (method: string) => string): readonly OpenPayment[] {
  const rank = ({ payment }: OpenPayment) => {
    const at = methods.indexOf(nameOf(payment.method));
    return at === -1 ? methods.length : at;
  };
  return [...open].sort((one, other) => rank(one) - rank(other));
}

function inSequence(refund: Money, open: readonly OpenPayment[]): [OpenPayment, bigint][] {
  let rest = toMinorUnits(refund);
  return open.map((one) => {
    const share = rest < one.left ? rest : one.left;
    rest -= share;
    return [one, share];
  });
}

function inProportion(refund: Money, open: readonly OpenPayment[]): [OpenPayment, bigint][] {
  const shares = allocate(
    refund,
    open.map(({ left }) => left.toString()),
  );
  return open.map((one, index) => [one, toMinorUnits(shares[index] as Money)]);
}

/** Of the points spent, those that came back up to now and with this refund, less those up to now: so no point is lost on the way. */
function pointsOf({ payment, paid, before }: OpenPayment, share: bigint): number | null {
  const { points } = payment;
  if (points === undefined || points === null) return null;
  if (paid === 0n) return 0;
  const upTo = (back: bigint) => (back * BigInt(points)) / paid;
  return Number(upTo(before + share) - upTo(before));
}

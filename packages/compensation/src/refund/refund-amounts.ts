import { InvalidMoneyError, quotable, RateMissingError, type Finding } from "@amends/core/errors";
import { compareMoney, convert, normalizeMoney, subtractMoney, toMinorUnits, type Money, type RoundingMode } from "@amends/core/money";
import { readInstant } from "@amends/core/time";
import { shownConversion, type RefundConversion } from "./refund-conversion.js";
import type { DifferenceBearer, RefundPlan, RefundRequest } from "./refund-plan.js";

const dayMilliseconds = 86_400_000;

/** How to convert, and who bears what rates changed. */
export interface RefundTerms {
  readonly maximumAgeDays: number;
  readonly rounding: RoundingMode;
  readonly borneBy: DifferenceBearer;
  /** Whether the customer gets back no less than was paid. */
  readonly noLessThanPaid: boolean;
}

type Amounts = Pick<RefundPlan, "refund" | "cost" | "received" | "difference" | "rates" | "conversions">;
type Given = RefundConversion["gives"];

/**
 * The amounts of a refund. Where the seller bears the difference, the customer's amount stands and the store's follows today's
 * rates; where the customer bears it, what the store took in stands and the customer's amount follows. `raised` says that this
 * would have given less than was paid, which the terms forbid, so that the seller bears it.
 *
 * @throws {RateMissingError} where a rate that is needed is absent or too old.
 */
export function refundAmounts(request: RefundRequest, now: number, terms: RefundTerms): Amounts & { readonly raised: boolean } {
  const { paymentCurrency: payment, storeCurrency: store, rates } = request;
  const amount = checkedAmount(request);
  const { borneBy } = terms;
  if (payment === store) {
    const difference = { amount: subtractMoney(amount, amount), borneBy };
    return { refund: amount, cost: amount, received: amount, difference, rates: null, conversions: [], raised: false };
  }
  const { today, atPayment, conversions } = converters(request, now, terms);
  const paid = () => atPayment("refund", amount, payment);
  const refund = borneBy === "seller" ? paid() : today("refund", atPayment("cost", amount, store), payment);
  if (terms.noLessThanPaid && borneBy === "customer" && compareMoney(refund, paid()) < 0) {
    return { ...refundAmounts(request, now, { ...terms, borneBy: "seller" }), raised: true };
  }
  if (toMinorUnits(refund) === 0n) throw nothingToRefund(amount, refund);
  const cost = borneBy === "seller" ? today("cost", refund, store) : atPayment("cost", amount, store);
  const received = amount.currency === store || request.paidRates ? atPayment("received", amount, store) : null;
  const comparable = received !== null && (amount.currency === payment || Boolean(request.paidRates));
  const difference = comparable ? { amount: subtractMoney(today("difference", paid(), store), received), borneBy } : null;
  return { refund, cost, received, difference, rates: rates ? { date: rates.date, base: rates.base } : null, conversions, raised: false };
}

type Convert = (gives: Given, money: Money, to: string) => Money;

/** Conversions at the rates of today and of the payment; each is listed once, for what it was made first. */
function converters(request: RefundRequest, now: number, { maximumAgeDays, rounding }: RefundTerms) {
  const conversions: RefundConversion[] = [];
  const convertBy = (ratesOf: "today" | "payment", table: RefundRequest["rates"], limits: object): Convert => {
    return (gives, money, to) => {
      if (money.currency === to) return money;
      const made = conversions.find((one) => one.ratesOf === ratesOf && one.to.currency === to && same(one.from, money));
      if (made !== undefined) return made.to;
      const result = convert(money, to, table, { rounding, ...limits });
      if (table) conversions.push(shownConversion(gives, money, result, { rates: table, ratesOf, rounding }));
      return result;
    };
  };
  const today = convertBy("today", request.rates, { at: now, maximumAgeDays });
  const byPayment = convertBy("payment", request.paidRates, {});
  const atPayment: Convert = (gives, money, to) => {
    if (!request.paidRates && money.currency !== to)
      throw new RateMissingError({ from: money.currency, to, reason: "the rates of the day of the payment weren't given" });
    if (money.currency !== to) refuseOtherDay(request, maximumAgeDays, money.currency, to);
    return byPayment(gives, money, to);
  };
  return { today, atPayment, conversions };
}

/** Rates of the day of the payment are of that day, or the last before it; dates begin up to 14 hours before UTC's. */
function refuseOtherDay({ paidAt, paidRates }: RefundRequest, maximumAgeDays: number, from: string, to: string): void {
  const [paid, dated] = [readInstant(paidAt), readInstant(`${paidRates?.date}T00:00:00Z`)];
  if (paid === undefined || dated === undefined) return;
  const age = Math.floor((paid - dated) / dayMilliseconds);
  if (age >= -1 && age <= maximumAgeDays) return;
  const reason = `the rates of the day of the payment are dated ${paidRates?.date}, but it was paid at ${paidAt}`;
  throw new RateMissingError({ from, to, reason });
}

function same(one: Money, other: Money): boolean {
  return one.currency === other.currency && one.amount === other.amount;
}

function checkedAmount({ amount, paymentCurrency, storeCurrency }: RefundRequest): Money {
  const checked = normalizeMoney(amount, "amount");
  if (toMinorUnits(checked) <= 0n) throw nothingToRefund(checked, checked);
  if (checked.currency === paymentCurrency || checked.currency === storeCurrency) return checked;
  throw invalidRefund({
    code: "currency_mismatch",
    message: `${quotable(checked.currency)} is neither the payment's nor the store's currency`,
    path: "amount.currency",
    expected: `${quotable(paymentCurrency)} or ${quotable(storeCurrency)}`,
    fix: "name the amount in one of them",
  });
}

function nothingToRefund(amount: Money, refund: Money): InvalidMoneyError {
  const comesTo = amount === refund ? "is" : `${amount.currency} comes to ${refund.amount} ${refund.currency}, which is`;
  return invalidRefund({
    code: "amount_not_positive",
    message: `${amount.amount} ${comesTo} nothing to refund`,
    path: "amount.amount",
    expected: "an amount above zero",
    fix: "give what goes back",
  });
}

/** The error of a refund that can't be planned as it is asked for. */
export function invalidRefund(finding: Finding): InvalidMoneyError {
  return new InvalidMoneyError([finding], "The refund can't be planned:");
}

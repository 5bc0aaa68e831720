import { InvalidMoneyError, RateMissingError } from "@amends/core/errors";
import { allocate, convert, normalizeMoney, subtractMoney, sumMoney, toMinorUnits, type Money } from "@amends/core/money";
import { refundDefaults } from "./refund-method.js";
import type { RefundPlan, RefundRequest } from "./refund-plan.js";

type Amounts = Pick<RefundPlan, "refund" | "cost" | "received" | "difference" | "rates">;

/**
 * The amounts of a refund. Where the seller bears the difference, the customer's amount stands and the store's follows today's
 * rates; where the customer bears it, what the store took in stands and the customer's amount follows.
 *
 * @throws {RateMissingError} where a rate that is needed is absent or too old.
 */
export function refundAmounts(request: RefundRequest, now: number): Amounts {
  const { paymentCurrency: payment, storeCurrency: store, rates, paidRates } = request;
  const amount = checkedAmount(request);
  const borneBy = request.differenceBorneBy ?? refundDefaults.differenceBorneBy;
  if (payment === store) {
    return { refund: amount, cost: amount, received: amount, difference: { amount: subtractMoney(amount, amount), borneBy }, rates: null };
  }
  const maximumAgeDays = request.maximumRateAgeDays ?? refundDefaults.maximumRateAgeDays;
  const today = (money: Money, to: string) => convert(money, to, rates, { rounding: "half-even", at: now, maximumAgeDays });
  const then = (money: Money, to: string) => {
    if (!paidRates && money.currency !== to)
      throw new RateMissingError({ from: money.currency, to, reason: "the rates of the day of the payment weren't given" });
    return convert(money, to, paidRates, { rounding: "half-even" });
  };
  const refund = borneBy === "seller" ? then(amount, payment) : today(then(amount, store), payment);
  const cost = borneBy === "seller" ? today(refund, store) : then(amount, store);
  const received = amount.currency === store || paidRates ? then(amount, store) : null;
  const comparable = received !== null && (amount.currency === payment || Boolean(paidRates));
  const difference = comparable ? { amount: subtractMoney(today(then(amount, payment), store), received), borneBy } : null;
  return { refund, cost, received, difference, rates: rates ? { date: rates.date, base: rates.base } : null };
}

/** The parts in the currency of the refund, adding up to it to the minor unit. */
export function refundParts({ amount, parts }: RefundRequest, refund: Money): Record<string, Money> {
  const named = Object.entries(parts ?? {});
  if (named.length === 0) return {};
  const sum = sumMoney(
    named.map(([, part]) => part),
    amount.currency,
  );
  const negative = named.find(([, part]) => toMinorUnits(part) < 0n);
  if (negative !== undefined)
    throw invalid(
      "part_negative",
      `the part "${negative[0]}" is below zero`,
      `parts.${negative[0]}`,
      "an amount of zero or more",
      "leave it out",
    );
  if (toMinorUnits(sum) !== toMinorUnits(amount)) {
    throw invalid(
      "parts_differ",
      `the parts add up to ${sum.amount} ${sum.currency}, the amount is ${amount.amount}`,
      "parts",
      "parts that add up to the amount",
      "add what is missing as a part of its own",
    );
  }
  const shares = allocate(
    refund,
    named.map(([, part]) => normalizeMoney(part).amount),
  );
  return Object.fromEntries(named.map(([name], index) => [name, shares[index] as Money]));
}

function checkedAmount({ amount, paymentCurrency, storeCurrency }: RefundRequest): Money {
  const checked = normalizeMoney(amount, "amount");
  if (toMinorUnits(checked) <= 0n)
    throw invalid(
      "amount_not_positive",
      `${checked.amount} is nothing to refund`,
      "amount.amount",
      "an amount above zero",
      "give what goes back",
    );
  if (checked.currency === paymentCurrency || checked.currency === storeCurrency) return checked;
  throw invalid(
    "currency_mismatch",
    `${checked.currency} is neither the payment's nor the store's currency`,
    "amount.currency",
    `${paymentCurrency} or ${storeCurrency}`,
    "name the amount in one of them",
  );
}

function invalid(code: string, message: string, path: string, expected: string, fix: string): InvalidMoneyError {
  return new InvalidMoneyError([{ code, message, path, expected, fix }], "The refund can't be planned:");
}

import { quotable } from "@amends/core/errors";
import { allocate, normalizeMoney, sumMoney, toMinorUnits, type Money } from "@amends/core/money";
import { invalidRefund } from "./refund-amounts.js";
import type { RefundRequest } from "./refund-plan.js";

/** The parts of an amount, as shares of it that add up to it to the minor unit. */
export function refundParts({ amount, parts }: RefundRequest, whole: Money): Record<string, Money> {
  const named = Object.entries(parts ?? {});
  if (named.length === 0) return {};
  const sum = sumMoney(
    named.map(([, part]) => part),
    amount.currency,
  );
  const negative = named.find(([, part]) => toMinorUnits(part) < 0n);
  if (negative !== undefined)
    throw invalidRefund({
      code: "part_negative",
      message: `the part "${quotable(negative[0])}" is below zero`,
      path: `parts.${negative[0]}`,
      expected: "an amount of zero or more",
      fix: "leave it out",
    });
  if (toMinorUnits(sum) !== toMinorUnits(amount)) {
    throw invalidRefund({
      code: "parts_differ",
      message: `the parts add up to ${sum.amount} ${sum.currency}, the amount is ${amount.amount}`,
      path: "parts",
      expected: "parts that add up to the amount",
      fix: "add what is missing as a part of its own",
    });
  }
  const shares = allocate(
    whole,
    named.map(([, part]) => normalizeMoney(part).amount),
  );
  return Object.fromEntries(named.map(([name], index) => [name, shares[index] as Money]));
}

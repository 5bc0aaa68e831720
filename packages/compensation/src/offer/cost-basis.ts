import { RateMissingError } from "@amends/core/errors";
import type { CaseFile, Money } from "@amends/core/model";
import {
  compareMoney,
  convert,
  fromMinorUnits,
  multiplyMoney,
  normalizeMoney,
  signOfMoney,
  subtractMoney,
  sumMoney,
  type RoundingMode,
} from "@amends/core/money";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, KnownAmount, RemedyCost } from "../remedies/remedy-definition.js";
import { refundsOf } from "./refunds-of.js";
import { statedClaim } from "./stated-claim.js";

/** How old exchange rates may be, and when. */
export interface RateLimits {
  readonly now: number;
  readonly maximumAgeDays: number | undefined;
}

/** What goods and points cost the shop itself. */
export interface CostRates {
  /** What goods cost the shop, in per cent of their price. */
  readonly goodsCostPercent: number;
  /** How many of a hundred coupons are used. */
  readonly couponUsePercent: number;
  /** What one loyalty point is worth; undefined where no policy says. */
  readonly point: { readonly value: number; readonly currency: string } | undefined;
}

/** The amounts that remedies are costed from. Everything is in the order's currency, or the claim's where there is no order. */
export function costBasis(caseFile: CaseFile, limits: RateLimits, rates: CostRates, catalogue: RemedyCatalogue): CostBasis {
  const { goodsCostPercent, couponUsePercent } = rates;
  const total = amountOf(caseFile.order?.total, "order.total");
  if ("money" in total && isOfAll(caseFile)) {
    const refundable = less(total, caseFile, limits, catalogue);
    return { order: total, claim: total, refundable, goodsCostPercent, couponUsePercent, worthOf: worthBy(rates, total, caseFile, limits) };
  }
  const stated = statedClaim(caseFile);
  const claimed = amountOf(stated, "claim.amount");
  if ("missing" in total) {
    const only = "missing" in claimed ? total : claimed;
    const refundable = less(only, caseFile, limits, catalogue);
    return { order: only, claim: only, refundable, goodsCostPercent, couponUsePercent, worthOf: worthBy(rates, only, caseFile, limits) };
  }
  const inOrderCurrency = "missing" in claimed ? claimed : inCurrency(claimed.money, total.money.currency, caseFile, limits);
  return {
    order: total,
    claim: claimOf(inOrderCurrency, total, stated),
    refundable: less(total, caseFile, limits, catalogue),
    goodsCostPercent,
    couponUsePercent,
    worthOf: worthBy(rates, total, caseFile, limits),
  };
}

/** Whether the claim is about all of the order, in the very same words, as most are: then it needn't be read beside the order. */
function isOfAll({ claim, order }: CaseFile): boolean {
  const claimed = claim?.amount;
  const total = order?.total;
  return claimed?.amount === total?.amount && claimed?.currency === total?.currency;
}

const unknownWorth = (): RemedyCost => ({ later: true, because: "no policy says what a point is worth (parameter pointValue)" });

/** What points are worth, in the case's currency, or the policy's where the case has none. */
function worthBy({ point }: CostRates, whole: KnownAmount, caseFile: CaseFile, limits: RateLimits): CostBasis["worthOf"] {
  return point === undefined ? unknownWorth : worthOfPoint(point, whole, caseFile, limits);
}

type Point = NonNullable<CostRates["point"]>;

function worthOfPoint(point: Point, whole: KnownAmount, caseFile: CaseFile, limits: RateLimits): CostBasis["worthOf"] {
  return (points): RemedyCost => {
    const worth = multiplyMoney({ amount: String(points), currency: point.currency }, point.value, "half-even");
    return "missing" in whole ? { money: worth } : inCurrency(worth, whole.money.currency, caseFile, limits);
  };
}

/** An amount in another currency by the case's dated rates, to the nearest minor unit or as `rounding` says. */
export function inCurrency(
  money: Money,
  currency: string,
  { rates }: CaseFile,
  { now, maximumAgeDays }: RateLimits,
  rounding: RoundingMode = "half-even",
): KnownAmount {
  if (money.currency === currency) return { money };
  try {
    return { money: convert(money, currency, rates, { rounding, at: now, maximumAgeDays }) };
  } catch (error) {
    if (!RateMissingError.isInstance(error)) throw error;
    return { missing: [`rates.${money.currency}-${currency}`] };
  }
}

/** An amount below zero is nobody's price and nobody's claim. */
function amountOf(money: Money | null | undefined, name: string): KnownAmount {
  if (money === undefined || money === null) return { missing: [name] };
  // Only what begins with a sign can be below zero; what is no text is refused with its name.
  const isSigned = typeof money.amount !== "string" || money.amount.charCodeAt(0) === minus;
  if (isSigned && signOfMoney(money, name) < 0) return { missing: [name] };
  return { money: normalizeMoney(money, name) };
}

const minus = 45;

function claimOf(claimed: KnownAmount, total: { readonly money: Money }, stated: Money | undefined): KnownAmount {
  // Without an amount, the claim is about the order.
  if ("missing" in claimed) return stated === undefined ? total : claimed;
  // Both are written alike and in one currency; most claims are about all of the order.
  if (claimed.money.amount === total.money.amount) return total;
  return compareMoney(claimed.money, total.money) >= 0 ? total : claimed;
}

function less(whole: KnownAmount, caseFile: CaseFile, limits: RateLimits, catalogue: RemedyCatalogue): KnownAmount {
  if ("missing" in whole) return whole;
  return (caseFile.payouts?.length ?? 0) === 0 ? whole : lessRefunds(whole.money, caseFile, limits, catalogue);
}

function lessRefunds(whole: Money, caseFile: CaseFile, limits: RateLimits, catalogue: RemedyCatalogue): KnownAmount {
  const { currency } = whole;
  const paid = refundsOf(caseFile, catalogue).filter(({ amount }) => amount !== undefined && amount !== null);
  const amounts = paid.map(({ amount }) => inCurrency(amount as Money, currency, caseFile, limits));
  const missing = amounts.flatMap((amount) => ("missing" in amount ? amount.missing : []));
  if (missing.length > 0) return { missing };
  const refunded = sumMoney(
    amounts.map((amount) => (amount as { readonly money: Money }).money),
    currency,
  );
  const left = subtractMoney(whole, refunded);
  return { money: signOfMoney(left) < 0 ? fromMinorUnits(0, currency) : left };
}

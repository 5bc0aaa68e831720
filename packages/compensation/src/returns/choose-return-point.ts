import { RateMissingError } from "@amends/core/errors";
import { addMoney, compareMoney, convert, fromMinorUnits, multiplyMoney, subtractMoney, type Money } from "@amends/core/money";
import { checkReturnPoints } from "./check-return-points.js";
import { returnSettings } from "./return-settings.js";
import type { CostedReturnPoint, ExcludedReturnPoint, ReturnPoint, ReturnPointRequest } from "./return-point.js";

/** Where goods should go back to, and what was compared. */
export interface ReturnPointChoice {
  /** Null where no point can take them. */
  readonly chosen: CostedReturnPoint | null;
  readonly because: string;
  /** The others that could, best first. */
  readonly lost: readonly CostedReturnPoint[];
  readonly excluded: readonly ExcludedReturnPoint[];
  readonly missing: readonly string[];
}

/**
 * The return point that brings the seller the most: what the goods bring there, less what they lose on the way, the handling, and
 * the way itself where the seller pays it. Of equal ones the buyer's cheaper one goes first, then the faster one. Costs round up and
 * what comes in rounds down, so that no gain is made of rounding.
 *
 * @throws {InvalidMoneyError} for unreadable money or shares, and {AmendsError} of code `return_points_invalid` for whatever else is wrong
 * with a point or the request.
 * @example
 * import { chooseReturnPoint } from "@amends/compensation/returns";
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const { chosen } = chooseReturnPoint({
 *   value: usd("80.00"),
 *   fromCountry: "DE",
 *   paidBy: "seller",
 *   points: [
 *     { id: "Leipzig", country: "DE", wayBack: usd("5.00"), handling: usd("3.00"), days: 4, resaleShare: "0.7" },
 *     { id: "Shenzhen", country: "CN", wayBack: usd("38.00"), handling: usd("1.00"), days: 25, resaleShare: "0.9" },
 *   ],
 * });
 * [chosen?.point, chosen?.gain.amount]; // => ["Leipzig", "47.55"]
 */
export function chooseReturnPoint(request: ReturnPointRequest): ReturnPointChoice {
  checkReturnPoints(request);
  const costed: CostedReturnPoint[] = [];
  const excluded: ExcludedReturnPoint[] = [];
  const missing = new Set<string>();
  for (const point of request.points) {
    const obstacle = obstacleOf(point, request);
    const answer = obstacle ?? costOf(point, request);
    if (!("reason" in answer)) costed.push(answer);
    else excluded.push(answer);
    if ("reason" in answer && answer.reason === "rate_missing") missing.add("rates");
    if ("reason" in answer && answer.reason === "weight_unknown") missing.add("weightGrams");
  }
  const [chosen = null, ...lost] = costed.sort(better);
  const because =
    chosen === null
      ? "no return point can take it"
      : lost.length === 0
        ? `${chosen.point} is the only one that can take it`
        : `${chosen.point} leaves the seller with ${told(chosen.gain)}, ${(lost[0] as CostedReturnPoint).point} with ${told((lost[0] as CostedReturnPoint).gain)}`;
  return { chosen, because, lost, excluded, missing: [...missing] };
}

function obstacleOf(point: ReturnPoint, request: ReturnPointRequest): ExcludedReturnPoint | undefined {
  const { fromCountry } = request;
  const traits = request.traits ?? [];
  const weight = request.weightGrams ?? undefined;
  const most = point.maximumWeightGrams ?? undefined;
  const longest = request.maximumDays ?? undefined;
  const not = (reason: ExcludedReturnPoint["reason"], because: string) => ({ point: point.id, reason, because });
  const refused = traits.find((trait) => point.refuses?.includes(trait));
  if (point.serves?.includes(fromCountry) === false) return not("country_not_served", `it takes no parcels from ${fromCountry}`);
  if (refused !== undefined) return not("trait_refused", `it doesn't take what is ${refused}`);
  if (most !== undefined && weight === undefined) return not("weight_unknown", `it takes up to ${most} g, and nobody knows the weight`);
  if (most !== undefined && (weight as number) > most) return not("too_heavy", `it takes up to ${most} g`);
  if (longest !== undefined && point.days > longest) return not("too_slow", `it takes ${point.days} days, more than ${longest}`);
  return undefined;
}

function costOf(point: ReturnPoint, request: ReturnPointRequest): CostedReturnPoint | ExcludedReturnPoint {
  const { value, paidBy, rates } = request;
  const { currency } = value;
  const { valueLossPerDay } = returnSettings(request.settings);
  const nothing = fromMinorUnits(0n, currency);
  try {
    const wayBack = convert(point.wayBack, currency, rates, { rounding: "up" });
    const handling = convert(point.handling, currency, rates, { rounding: "up" });
    const resale = multiplyMoney(value, point.resaleShare, "down");
    const lost = multiplyMoney(multiplyMoney(resale, point.days, "up"), valueLossPerDay, "up");
    const timeLoss = compareMoney(lost, resale) > 0 ? resale : lost;
    const paid = addMoney(handling, paidBy === "seller" ? wayBack : nothing);
    const gain = subtractMoney(subtractMoney(resale, timeLoss), paid);
    return {
      point: point.id,
      wayBack,
      handling,
      timeLoss,
      resale,
      gain,
      buyerPays: paidBy === "buyer" ? wayBack : nothing,
      days: point.days,
    };
  } catch (error) {
    if (!RateMissingError.isInstance(error)) throw error;
    return { point: point.id, reason: "rate_missing", because: error.message };
  }
}

function better(one: CostedReturnPoint, other: CostedReturnPoint): number {
  return (
    compareMoney(other.gain, one.gain) ||
    compareMoney(one.buyerPays, other.buyerPays) ||
    one.days - other.days ||
    (one.point < other.point ? -1 : Number(one.point > other.point))
  );
}

function told({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

import { RateMissingError } from "@amends/core/errors";
import type { CaseFile, Money } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import type { Instant } from "@amends/core/time";
import type { CarrierFactOf } from "./carrier-terms.js";
import { areFresh, converted } from "./converted.js";
import { sdrInMoney, sdrOfWeight } from "./special-drawing-rights.js";

/** Up to how much a carrier answers, and how that was found. */
export interface CarrierLiability {
  /** Null where nobody knows, or where it is in SDR and no rate is given. */
  readonly limit: Money | null;
  /** The limit in special drawing rights, where it goes by weight; the amount is null without a weight. */
  readonly sdr: { readonly perKilogram: string; readonly weightGrams: number | null; readonly amount: string | null } | null;
  /** The day of the rate the SDR were converted at. */
  readonly rateDate: string | null;
  readonly basis: "declared_value" | "terms" | null;
  readonly fact: string | null;
  readonly because: string | null;
  readonly source: string | null;
  readonly confidence: string | null;
  readonly missing: readonly string[];
}

const nothing = () => ({
  limit: null,
  sdr: null,
  rateDate: null,
  basis: null,
  fact: null,
  because: null,
  source: null,
  confidence: null,
  missing: [],
});

/**
 * A declared value goes first. Of a carrier's terms and a convention the higher limit holds: terms can't go below the convention. A
 * limit in SDR needs the parcel's weight, and a rate of XDR that is not too old; without them it is told in SDR.
 */
export function carrierLiability(
  limits: readonly CarrierFactOf<"liability">[],
  caseFile: CaseFile,
  currency: string | undefined,
  now: Instant,
): CarrierLiability {
  const declared = caseFile.shipment?.declaredValue;
  if (declared !== undefined && declared !== null)
    return {
      ...nothing(),
      limit: declared,
      basis: "declared_value",
      because: "the value was declared to the carrier",
      source: "shipment.declaredValue",
      confidence: "A",
    };
  if (limits.length === 0) return nothing();
  if (limits.length === 1) return judge(limits[0] as CarrierFactOf<"liability">, caseFile, currency, now);
  const judged = limits.map((fact) => judge(fact, caseFile, currency, now));
  const best = judged.reduce((one, other) => (higher(other, one, caseFile, now) ? other : one));
  return { ...best, missing: [...new Set(judged.flatMap(({ missing }) => missing))] };
}

function judge(
  { id, value, source, confidence }: CarrierFactOf<"liability">,
  caseFile: CaseFile,
  currency: string | undefined,
  now: Instant,
): CarrierLiability {
  const { because } = value;
  if ("money" in value.limit) {
    const { money } = value.limit;
    return { limit: money, sdr: null, rateDate: null, basis: "terms", fact: id, because, source, confidence, missing: [] };
  }
  const told = { ...nothing(), basis: "terms", fact: id, because, source, confidence } as const;
  const perKilogram = value.limit.sdrPerKilogram;
  const weightGrams = weightOf(caseFile);
  if (weightGrams === undefined)
    return { ...told, sdr: { perKilogram, weightGrams: null, amount: null }, missing: ["shipment.weightGrams"] };
  const sdr = { perKilogram, weightGrams, amount: sdrOfWeight(perKilogram, weightGrams) };
  if (currency === undefined) return { ...told, sdr, missing: ["order.total"] };
  const { rates } = caseFile;
  const lacking = { ...told, sdr, missing: [`rates.XDR-${currency}`] };
  if (rates === undefined || rates === null || !areFresh(rates, now)) return lacking;
  try {
    return { ...told, sdr, limit: sdrInMoney(sdr.amount, currency, rates), rateDate: rates.date };
  } catch (error) {
    if (!RateMissingError.isInstance(error)) throw error;
    return lacking;
  }
}

/** The parcel's weight, else that of what is in it. */
function weightOf({ shipment, order }: CaseFile): number | undefined {
  if (typeof shipment?.weightGrams === "number" && shipment.weightGrams > 0) return shipment.weightGrams;
  const items = order?.items ?? [];
  const weights = items.map(({ weightGrams, quantity }) => (typeof weightGrams === "number" ? weightGrams * (quantity ?? 1) : undefined));
  if (items.length === 0 || weights.some((weight) => weight === undefined || weight === 0)) return undefined;
  return weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
}

/** Whether one limit is above another; one that can't be compared is not. */
function higher(one: CarrierLiability, other: CarrierLiability, { rates }: CaseFile, now: Instant): boolean {
  if (one.limit === null) return false;
  if (other.limit === null) return true;
  const compared = converted(one.limit, other.limit.currency, rates, now);
  return compared !== undefined && compareMoney(compared, other.limit) > 0;
}

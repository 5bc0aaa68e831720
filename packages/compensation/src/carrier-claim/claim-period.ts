import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant, zoneOfCountry, type Instant } from "@amends/core/time";
import { endOfSpan } from "../deadlines/end-of-span.js";
import { startOf } from "../deadlines/start-of.js";
import { addOnce } from "../returns/add-once.js";
import { buyerClocks } from "../returns/buyer-clock.js";
import type { CarrierFactOf } from "./carrier-terms.js";

/** A period in which a carrier takes claims. */
export interface CountedPeriod {
  readonly fact: string;
  readonly at: string;
  /** The last day, there where it is counted. */
  readonly on: string | null;
  readonly from: string;
  readonly because: string;
  readonly source: string;
  readonly confidence: string;
  readonly note: string | null;
}

/**
 * When the periods end, earliest first. Days are those of the place where a period starts: the lane's origin, or the destination for a
 * delivery; UTC's where a country has several zones or isn't told.
 */
export function countPeriods(
  periods: readonly CarrierFactOf<"period">[],
  caseFile: CaseFile,
  context: Context,
): { periods: (CountedPeriod & { readonly instant: Instant })[]; missing: string[] } {
  const missing: string[] = [];
  const counted: (CountedPeriod & { readonly instant: Instant })[] = [];
  for (const { id, value, source, confidence, note } of periods) {
    const start = startOf(caseFile, value.from);
    if (start === undefined) {
      if (value.onlyDelivered !== true) addOnce(missing, value.from);
      continue;
    }
    const zone = placeOf(value.from, caseFile, context) ?? "UTC";
    const { at, on } = endOfSpan(start, value.within, buyerClocks({ customer: { zone } }, context.zones).clocks);
    counted.push({
      fact: id,
      at: formatInstant(at),
      on,
      instant: at,
      from: value.from,
      because: value.because,
      source,
      confidence,
      note: note ?? null,
    });
  }
  if (counted.length > 1) counted.sort((one, other) => one.instant - other.instant || (one.fact < other.fact ? -1 : 1));
  return { periods: counted, missing };
}

const nowhere: readonly string[] = [];

function placeOf(from: string, { shipment, order, customer }: CaseFile, { zones }: Context): string | undefined {
  const lane = shipment?.lane ?? "";
  const ends = lane === "" ? nowhere : lane.split("-");
  if (from !== "shipment.deliveredAt") return zoneOfCountry(ends[0], zones);
  return customer?.zone || zoneOfCountry(ends[1] || order?.shipTo || customer?.country, zones);
}

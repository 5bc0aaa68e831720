import type { Instant } from "../time/instant.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { localDateOf } from "../time/zoned-time.js";
import type { DatedFact } from "./dated-fact.js";
import type { FactPack } from "./fact-pack.js";

/**
 * The facts of a pack that hold at an instant, in the pack's order. Dates are those of the fact's zone, else of the pack's, else
 * UTC's; the first is in, the last is out.
 *
 * @example
 * import { factsInForce } from "@amends/core/packs";
 * const of = (value: number, dates: object) => ({ id: "us.de_minimis", value, source: "19 USC 1321", confidence: "A" as const, verifiedAt: "2026-11-21", ...dates });
 * const pack = { pack: "duty", version: "1.0.0", facts: [of(800, { effectiveTo: "2025-08-29" }), of(0, { effectiveFrom: "2025-08-29" })] };
 * factsInForce(pack, Date.UTC(2025, 7, 29))[0]?.value; // => 0
 */
export function factsInForce<Value>(pack: FactPack<Value>, at: Instant, zones: ZoneProvider = intlZoneProvider): DatedFact<Value>[] {
  const dates = new Map<string, string>();
  const dateIn = (zone: string) => {
    const date = dates.get(zone) ?? localDateOf(at, zone, zones);
    dates.set(zone, date);
    return date;
  };
  return pack.facts.filter(({ effectiveFrom, effectiveTo, zone }) => {
    if (effectiveFrom === undefined && effectiveTo === undefined) return true;
    const date = dateIn(zone ?? pack.zone ?? "UTC");
    return (effectiveFrom === undefined || effectiveFrom <= date) && (effectiveTo === undefined || date < effectiveTo);
  });
}

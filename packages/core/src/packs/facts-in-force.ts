import { requireObject } from "../errors/require-argument.js";
import type { Instant } from "../time/instant.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import type { LocalDate } from "../time/local-date.js";
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
  requireObject(pack, "pack");
  const held: DatedFact<Value>[] = [];
  let zoneBefore: string | undefined;
  let date = "";
  for (const fact of pack.facts) {
    if (fact.effectiveFrom !== undefined || fact.effectiveTo !== undefined) {
      // Neighbours mostly have one zone.
      const zone = fact.zone ?? pack.zone ?? "UTC";
      if (zone !== zoneBefore) date = localDateOf(at, zone, zones);
      zoneBefore = zone;
      if (!holdsOn(fact, date)) continue;
    }
    held.push(fact);
  }
  return held;
}

/**
 * The first of the facts in force at an instant; undefined where none is. Those behind it aren't looked at, nor are their zones.
 *
 * @example
 * import { factInForce } from "@amends/core/packs";
 * const fact = { id: "a.b", value: 14, source: "EUR-Lex", confidence: "A", verifiedAt: "2026-03-01", effectiveFrom: "2026-06-19" } as const;
 * const pack = { pack: "example", version: "1.0.0", facts: [fact] };
 * factInForce(pack, Date.parse("2026-07-01T00:00:00Z"))?.value; // => 14
 * factInForce(pack, Date.parse("2026-01-01T00:00:00Z")); // => undefined
 */
export function factInForce<Value>(
  pack: FactPack<Value>,
  at: Instant,
  zones: ZoneProvider = intlZoneProvider,
): DatedFact<Value> | undefined {
  requireObject(pack, "pack");
  for (const fact of pack.facts) {
    if (fact.effectiveFrom === undefined && fact.effectiveTo === undefined) return fact;
    if (holdsOn(fact, localDateOf(at, fact.zone ?? pack.zone ?? "UTC", zones))) return fact;
  }
  return undefined;
}

/**
 * Whether one fact holds at an instant. Dates are those of the fact's zone, else UTC's; the first is in, the last is out.
 *
 * @example
 * import { isInForce } from "@amends/core/packs";
 * const fact = { id: "eu.low_value", value: 3, source: "as reported", confidence: "B" as const, verifiedAt: "2026-11-21", effectiveFrom: "2026-07-01" };
 * isInForce(fact, Date.UTC(2026, 6, 1)); // => true
 */
export function isInForce(fact: DatedFact<unknown>, at: Instant, zones: ZoneProvider = intlZoneProvider): boolean {
  requireObject(fact, "fact");
  if (fact.effectiveFrom === undefined && fact.effectiveTo === undefined) return true;
  return holdsOn(fact, localDateOf(at, fact.zone ?? "UTC", zones));
}

function holdsOn({ effectiveFrom, effectiveTo }: DatedFact<unknown>, date: LocalDate): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= date) && (effectiveTo === undefined || date < effectiveTo);
}

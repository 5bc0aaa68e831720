import { formatInstant } from "./format-instant.js";
import { requireInstant, type Instant } from "./instant.js";
import { requireZone, type ZoneProvider } from "./zone-provider.js";

/** Where two sources of zone data part: the first instant, and the seconds each adds to UTC there. */
export interface ZoneDifference {
  readonly zone: string;
  readonly at: Instant;
  readonly first: number;
  readonly second: number;
}

const probeStep = 3 * 86_400_000;

/**
 * The zones whose offsets differ between two zone providers within `[from, to)`, each with the first instant. For a check at start-up
 * that the runtime's zone data isn't older than the host's. Throws a RangeError for a zone that one of them doesn't know.
 *
 * @example
 * import { createZoneProvider, intlZoneProvider, zoneDifferences } from "@amends/core/time";
 * const fixed = createZoneProvider({ name: "fixed", version: "1", has: () => true, offsetAt: () => 3600 });
 * const range = { zones: ["Africa/Lagos", "Europe/Paris"], from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
 * zoneDifferences(fixed, intlZoneProvider, range); // => [{ zone: "Europe/Paris", at: 1774746000000, first: 3600, second: 7200 }]
 */
export function zoneDifferences(
  first: ZoneProvider,
  second: ZoneProvider,
  range: { readonly zones: readonly string[]; readonly from: Instant; readonly to: Instant },
): ZoneDifference[] {
  if (requireInstant(range.to) < requireInstant(range.from)) {
    throw new RangeError(`The range ends at ${formatInstant(range.to)}, before it starts.`);
  }
  return range.zones.flatMap((zone) => {
    requireZone(zone, first);
    requireZone(zone, second);
    const differs = (at: Instant): boolean => first.offsetAt(zone, at) !== second.offsetAt(zone, at);
    for (let at = range.from, same = range.from; at < range.to; at = Math.min(at + probeStep, range.to)) {
      if (differs(at)) {
        const start = at === range.from ? at : firstWithin(differs, same, at);
        return [{ zone, at: start, first: first.offsetAt(zone, start), second: second.offsetAt(zone, start) }];
      }
      same = at;
    }
    return [];
  });
}

/** The first whole second at which the condition holds; it doesn't at `low` and does at `high`. */
function firstWithin(holds: (at: Instant) => boolean, low: Instant, high: Instant): Instant {
  let [before, after] = [low, high];
  while (after - before > 1000) {
    const middle = before + Math.ceil((after - before) / 2000) * 1000;
    if (middle === after) break;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

import { requireObject } from "../errors/require-argument.js";
import { formatInstant } from "./format-instant.js";
import { requireInstant, type Instant } from "./instant.js";
import { offsetChanges } from "./offset-changes.js";
import { requireZone, type ZoneProvider } from "./zone-provider.js";

/** Where two sources of zone data part: the first instant, and the seconds each adds to UTC there. */
export interface ZoneDifference {
  readonly zone: string;
  readonly at: Instant;
  readonly first: number;
  readonly second: number;
}

/**
 * The zones whose offsets differ between two zone providers within `[from, to)`, each with the first instant. For a check at start-up
 * that the runtime's zone data isn't older than the host's. The two are compared wherever either changes. Throws a RangeError for a zone
 * that one of them doesn't know.
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
  requireObject(first, "first");
  requireObject(second, "second");
  requireObject(range, "range");
  if (requireInstant(range.to) < requireInstant(range.from)) {
    throw new RangeError(`The range ends at ${formatInstant(range.to)}, before it starts.`);
  }
  return range.zones.flatMap((zone) => {
    requireZone(zone, first);
    requireZone(zone, second);
    const whole = Math.floor(range.from / 1000) * 1000;
    const changes = [first, second].flatMap((provider) => offsetChanges((at) => provider.offsetAt(zone, at), whole, range.to));
    const instants = [range.from, ...changes.map(({ at }) => Math.max(at, range.from)).sort((left, right) => left - right)];
    const at = instants.find((instant) => instant < range.to && first.offsetAt(zone, instant) !== second.offsetAt(zone, instant));
    return at === undefined ? [] : [{ zone, at, first: first.offsetAt(zone, at), second: second.offsetAt(zone, at) }];
  });
}

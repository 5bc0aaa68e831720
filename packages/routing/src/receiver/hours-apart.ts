import type { Instant, ZoneProvider } from "@amends/core/time";

const hourSeconds = 3600;
const dayHours = 24;

/** How far two clocks are apart at an instant, 0 to 12 hours; `undefined` where a zone isn't known. */
export function hoursApart(
  one: string | null | undefined,
  other: string | null | undefined,
  at: Instant,
  zones: ZoneProvider,
): number | undefined {
  if (!one || !other || !zones.has(one) || !zones.has(other)) return undefined;
  const hours = (Math.abs(zones.offsetAt(one, at) - zones.offsetAt(other, at)) / hourSeconds) % dayHours;
  return Math.min(hours, dayHours - hours);
}

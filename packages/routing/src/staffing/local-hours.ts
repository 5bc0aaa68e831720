import { intlZoneProvider, type Instant, type ZoneProvider } from "@amends/core/time";

const hour = 3_600_000;
const hoursOfWeek = 168;

/** The hour of the week, 0 for Monday midnight to 167, on a zone's wall clock. */
export function hourOfWeek(at: Instant, zone: string, zones: ZoneProvider = intlZoneProvider): number {
  const local = Math.floor((at + zones.offsetAt(zone, at) * 1000) / hour);
  // The epoch began on a Thursday.
  return (((local + 72) % hoursOfWeek) + hoursOfWeek) % hoursOfWeek;
}

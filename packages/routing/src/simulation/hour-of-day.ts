import { intlZoneProvider, type Instant, type ZoneProvider } from "@amends/core/time";

/** Clocks change on quarters of an hour, in every zone. */
export const quarterHour = 900_000;

const hour = 3_600_000;

/** The hour of day, 0 to 23, on a zone's wall clock, for instants between two; its offsets are looked up once for each quarter of an hour. */
export function hourOfDay(zone: string, from: Instant, to: Instant, zones: ZoneProvider = intlZoneProvider): (at: Instant) => number {
  const first = Math.floor(from / quarterHour);
  const offsets = new Int32Array(Math.max(1, Math.ceil(to / quarterHour) - first + 1));
  for (let index = 0; index < offsets.length; index += 1) offsets[index] = zones.offsetAt(zone, (first + index) * quarterHour);
  return (at) => {
    const local = at + (offsets[Math.floor(at / quarterHour) - first] as number) * 1000;
    return Math.floor(local / hour) - Math.floor(local / (24 * hour)) * 24;
  };
}

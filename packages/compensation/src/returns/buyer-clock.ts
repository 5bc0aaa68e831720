import type { CaseFile } from "@amends/core/model";
import { instantOf, localDateOf, zoneOfCountry, type Instant, type LocalDate, type ZoneProvider } from "@amends/core/time";

const hour = 3_600_000;

/** The wall calendar of a place. */
export interface BuyerClock {
  dateOf(at: Instant): LocalDate;
  /** The instant at which a date is over. */
  endOf(date: LocalDate): Instant;
}

/** The earliest and the latest clock in use anywhere, in hours from UTC. */
const [westernmost, easternmost] = [-12, 14];

/** The buyer's calendar; where several zones are possible, that of each whole hour: what holds in all of them holds in the buyer's. */
export function buyerClocks(caseFile: CaseFile, zones: ZoneProvider): { zone: string | null; clocks: readonly BuyerClock[] } {
  const { customer, order } = caseFile;
  const zone = customer?.zone || zoneOfCountry(order?.shipTo ?? customer?.country, zones);
  if (zone)
    return { zone, clocks: [{ dateOf: (at) => localDateOf(at, zone, zones), endOf: (date) => instantOf(date, "24:00", zone, zones) }] };
  return { zone: null, clocks: anywhere };
}

/**
 * Of the clocks that give each of these instants the same date, the one whose days end first: what follows from the dates follows from
 * it as from the others, and no end of it is later than theirs.
 */
export function earliestClocks(clocks: readonly BuyerClock[], ...instants: readonly Instant[]): readonly BuyerClock[] {
  if (clocks !== anywhere) return clocks;
  const byDates = new Map<string, BuyerClock>();
  // From west to east: a day ends the earlier the farther east.
  for (const [index, clock] of anywhere.entries()) {
    const hours = westernmost + index;
    byDates.set(instants.map((at) => Math.floor((at + hours * hour) / (24 * hour))).join(), clock);
  }
  return [...byDates.values()];
}

function clockAt(hours: number): BuyerClock {
  return {
    dateOf: (at) => localDateOf(at + hours * hour, "UTC"),
    endOf: (date) => instantOf(date, "24:00", "UTC") - hours * hour,
  };
}

const anywhere: readonly BuyerClock[] = Array.from({ length: easternmost - westernmost + 1 }, (_, index) => clockAt(westernmost + index));

import type { CaseFile } from "@amends/core/model";
import {
  instantOf,
  intlZoneProvider,
  localDateOf,
  zoneOfCountry,
  type Instant,
  type LocalDate,
  type ZoneProvider,
} from "@amends/core/time";

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
export function buyerClocks(caseFile: CaseFile, zones: ZoneProvider): Clocks {
  const { customer, order } = caseFile;
  const zone = customer?.zone || zoneOfCountry(order?.shipTo ?? customer?.country, zones);
  return zone ? clocksOf(zone, zones) : everywhere;
}

interface Clocks {
  readonly zone: string | null;
  readonly clocks: readonly BuyerClock[];
}

interface LastClocks {
  readonly of: Clocks;
  readonly zones: ZoneProvider | undefined;
}

/** The dates of one case are mostly asked in one zone or two, the buyer's and UTC: the last clocks are kept. */
let last: LastClocks = { of: { zone: null, clocks: [] }, zones: undefined };
let lastButOne = last;

function clocksOf(zone: string, zones: ZoneProvider): Clocks {
  if (last.of.zone === zone && last.zones === zones) return last.of;
  const found =
    lastButOne.of.zone === zone && lastButOne.zones === zones ? lastButOne : { of: { zone, clocks: [new ZoneClock(zone, zones)] }, zones };
  lastButOne = last;
  last = found;
  return found.of;
}

class ZoneClock implements BuyerClock {
  readonly #zone: string;
  readonly #zones: ZoneProvider;
  /** The last days that were asked for, and when they were over. */
  readonly #dates: string[] = [];
  readonly #ends: Instant[] = [];

  constructor(zone: string, zones: ZoneProvider) {
    this.#zone = zone;
    this.#zones = zones;
  }

  dateOf(at: Instant): LocalDate {
    return localDateOf(Math.max(at, earliestSure), this.#zone, this.#zones);
  }

  endOf(date: LocalDate): Instant {
    // What the runtime's own zones said of a day they say again.
    if (this.#zones !== intlZoneProvider) return instantOf(date, "24:00", this.#zone, this.#zones);
    const place = placeOf(date);
    if (this.#dates[place] === date) return this.#ends[place] as Instant;
    const end = instantOf(date, "24:00", this.#zone, this.#zones);
    this.#dates[place] = date;
    this.#ends[place] = end;
    return end;
  }
}

/** Before it is always the first of January of the year 1 in some zone, and in others there is no date. */
const earliestSure = Date.parse("0001-01-02T00:00:00Z");
const daysKept = 64;

/** Days of few months, told apart by the last digits of month and day. */
function placeOf(date: LocalDate): number {
  return (date.charCodeAt(9) ^ (date.charCodeAt(8) << 4) ^ (date.charCodeAt(6) << 2)) & (daysKept - 1);
}

/**
 * For each set of dates that these instants can have, the clock whose days end first: what follows from the dates follows from it as
 * from all that give the same, and no end of theirs comes sooner. Where the zone isn't known, clocks go by quarters of an hour, and may
 * change by an hour for daylight saving at any of the later instants or after them all.
 */
export function earliestClocks(clocks: readonly BuyerClock[], ...instants: readonly Instant[]): readonly BuyerClock[] {
  if (clocks !== anywhere) return clocks;
  const byDates = new Map<number, ChangingClock>();
  const first = Math.min(...instants);
  keepEarliest(byDates, instants, Infinity, hour);
  for (const changesAt of instants) {
    if (changesAt === first) continue;
    keepEarliest(byDates, instants, changesAt, hour);
    keepEarliest(byDates, instants, changesAt, -hour);
  }
  return [...byDates.values()].map(changingClock);
}

/** A clock that is so many milliseconds ahead of UTC, and from an instant on so many. */
interface ChangingClock {
  readonly before: number;
  readonly changesAt: Instant;
  readonly after: number;
}

function keepEarliest(byDates: Map<number, ChangingClock>, instants: readonly Instant[], changesAt: Instant, shift: number): void {
  let previous: number | undefined;
  // From east to west: a day ends the earlier the farther east, so that of the clocks with the same dates the first is the one.
  for (let before = easternmost * hour; before >= westernmost * hour; before -= hour / 4) {
    const after = Math.max(Math.min(before + shift, easternmost * hour), westernmost * hour);
    let dates = 0;
    for (const at of instants) dates = dates * 8 + dayOf(at + (at >= changesAt ? after : before)) - dayOf(at) + 4;
    if (dates === previous) continue;
    previous = dates;
    if (after > (byDates.get(dates)?.after ?? -Infinity)) byDates.set(dates, { before, changesAt, after });
  }
}

function dayOf(at: Instant): number {
  return Math.floor(at / (24 * hour));
}

function changingClock({ before, changesAt, after }: ChangingClock): BuyerClock {
  return {
    dateOf: (at) => localDateOf(at + (at >= changesAt ? after : before), "UTC"),
    endOf: (date) => instantOf(date, "24:00", "UTC") - after,
  };
}

function clockAt(hours: number): BuyerClock {
  return {
    dateOf: (at) => localDateOf(at + hours * hour, "UTC"),
    endOf: (date) => instantOf(date, "24:00", "UTC") - hours * hour,
  };
}

const anywhere: readonly BuyerClock[] = Array.from({ length: easternmost - westernmost + 1 }, (_, index) => clockAt(westernmost + index));

const everywhere: Clocks = { zone: null, clocks: anywhere };

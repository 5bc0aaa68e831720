import type { DatedFact } from "@amends/core/packs";
import { readInstant, type Instant } from "@amends/core/time";

/** Between which instants a fact holds wherever its days are counted. */
export interface SureDates {
  readonly from: Instant;
  readonly until: Instant;
}

/** No clock is that far from UTC: what is so long past has a date that is past in every zone. */
const margin = 2 * 86_400_000;

/** Most facts hold for years: between these instants none of their dates needs to be found out. */
export function sureDates({ effectiveFrom, effectiveTo }: DatedFact<unknown>): SureDates {
  return { from: startOfDay(effectiveFrom ?? firstDay) + margin, until: startOfDay(effectiveTo ?? lastDay) - margin };
}

/** Beyond them there are no dates in some zones. */
const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

/** Whether a fact surely holds at an instant. */
export function isSurelyInForce({ from, until }: SureDates, at: Instant): boolean {
  return at >= from && at < until;
}

function startOfDay(date: string): Instant {
  return readInstant(`${date}T00:00:00Z`) ?? Number.NaN;
}

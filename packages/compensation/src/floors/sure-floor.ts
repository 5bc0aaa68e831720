import { sureDates, type SureDates } from "../packs/sure-dates.js";
import { fewestDays } from "./fewest-days.js";
import type { FloorFact } from "./statutory-pack.js";

/** What is sure of a floor without a calendar: when it is in force, and for how long its period runs at least. */
export interface SureFloor extends SureDates {
  /** In milliseconds from the period's start; below zero where nothing is sure. */
  readonly runsFor: number;
}

const day = 86_400_000;
/** A period starts and ends within days, which differ by less than two from zone to zone, and its first day may count. */
const uncertainDays = 3;

const known = new WeakMap<FloorFact, SureFloor>();

export function sureFloor(fact: FloorFact): SureFloor {
  const before = known.get(fact);
  if (before !== undefined) return before;
  const { from, until } = sureDates(fact);
  const { within } = fact.value;
  const runsFor = within === undefined ? Infinity : (fewestDays(within.span) - uncertainDays) * day;
  const sure = { from, until, runsFor };
  known.set(fact, sure);
  return sure;
}

/** A series at equal steps with a season that comes back, and peaks that don't: counts of arrivals by hour, for example. */
export interface SeasonalHistory {
  /** Numbers of zero or more, in order of time. */
  readonly values: readonly number[];
  /** How many steps a season has: 168 for hours of a week. */
  readonly season: number;
  /**
   * The slot of each value in the season, 0 to below `season` (default: its place modulo `season`). Slots of local time keep nine
   * o'clock at nine where the clocks change.
   */
  readonly slots?: readonly number[] | undefined;
  /** The name of the promotion or holiday that each value falls into, null where it is a usual time. */
  readonly peaks?: readonly (string | null)[] | undefined;
}

/** Throws a RangeError for a history that can't be forecast from. */
export function checkSeasonalHistory({ values, season, slots, peaks }: SeasonalHistory): void {
  if (!Number.isInteger(season) || season < 1) throw new RangeError(`The season is ${season}; expected a whole number of steps from 1 up.`);
  const wrong = values.findIndex((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== -1) throw new RangeError(`values[${wrong}] is ${String(values[wrong])}; expected a number of zero or more.`);
  if (values.length < 2 * season)
    throw new RangeError(`There are ${values.length} values; expected two seasons at least, which are ${2 * season}.`);
  if (slots !== undefined) checkSlots(slots, season, values.length);
  if (peaks !== undefined && peaks.length !== values.length)
    throw new RangeError(`There are ${peaks.length} peaks for ${values.length} values; expected one each, null where there is none.`);
}

/** Throws a RangeError for slots that aren't one for each of `length` steps of a season. */
export function checkSlots(slots: readonly number[], season: number, length: number): void {
  if (slots.length !== length) throw new RangeError(`There are ${slots.length} slots for ${length} steps; expected one each.`);
  const wrong = slots.findIndex((slot) => !Number.isInteger(slot) || slot < 0 || slot >= season);
  if (wrong !== -1) throw new RangeError(`slots[${wrong}] is ${String(slots[wrong])}; expected a whole number from 0 to ${season - 1}.`);
}

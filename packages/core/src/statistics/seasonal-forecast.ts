import { checkSeasonalHistory, checkSlots, type SeasonalHistory } from "./seasonal-history.js";
import { levelAfter, smoothLevel, type SmoothedLevel } from "./smooth-level.js";

/** What a history says of the future: value = level × season's index × multiplier of the peak. */
export interface SeasonalModel {
  readonly season: number;
  /** How many values the history had; the forecast goes on behind them. */
  readonly length: number;
  /** For each slot of the season its value over the average one, so that their mean is 1: the seasonal index. */
  readonly profile: readonly number[];
  /** The average value of a step at the end of the history, and its trend by season. */
  readonly level: SmoothedLevel;
  /** For each peak of the history how many times the usual value it brought. */
  readonly multipliers: Readonly<Record<string, number>>;
}

/** Index and level each need the other; they settle within a few dozen rounds, by a factor each. */
const mostRounds = 60;
const settled = 1e-13;

/**
 * Learns level, trend, seasonal index and multipliers of peaks from a history of two seasons or more. Peaks count neither for the
 * index nor for the level, so that a promotion doesn't make the next weeks look busy.
 *
 * @throws {RangeError} for a history that can't be read or is too short.
 * @example
 * import { fitSeasonalModel } from "@amends/core/statistics";
 * const { profile, multipliers } = fitSeasonalModel({
 *   values: [10, 30, 10, 30, 10, 90, 10, 30],
 *   season: 2,
 *   peaks: [null, null, null, null, null, "11.11", null, null],
 * });
 * profile.map((index) => index.toFixed(3)); // => ["0.500", "1.500"]
 * multipliers["11.11"]?.toFixed(3); // => "3.000"
 */
export function fitSeasonalModel(history: SeasonalHistory): SeasonalModel {
  checkSeasonalHistory(history);
  const { values, season, slots, peaks } = history;
  const slotOf = (index: number): number => slots?.[index] ?? index % season;
  const usual = (index: number): boolean => (peaks?.[index] ?? null) === null;
  const blocks = Math.floor(values.length / season);
  // Whole seasons, counted from the end: what is left over at the beginning is the oldest.
  const start = values.length - blocks * season;
  const blockOf = (index: number): number => Math.floor((index - start) / season);
  let profile: readonly number[] = Array.from({ length: season }, () => 1);
  let levels: readonly number[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    levels = levelsOf(blocks, (block) =>
      Array.from({ length: season }, (_, step) => start + block * season + step)
        .filter(usual)
        .map((index) => ({ value: values[index] as number, index: profile[slotOf(index)] as number })),
    );
    const before = profile;
    profile = profileOf(history, { start, levels, slotOf, usual, blockOf });
    if (profile.every((value, slot) => Math.abs(value - (before[slot] as number)) < settled)) break;
  }
  const expected = (index: number): number => (levels[blockOf(index)] as number) * (profile[slotOf(index)] as number);
  const sums = new Map<string, { actual: number; expected: number }>();
  peaks?.forEach((name, index) => {
    if (name === null || index < start) return;
    const sum = sums.get(name) ?? { actual: 0, expected: 0 };
    sums.set(name, { actual: sum.actual + (values[index] as number), expected: sum.expected + expected(index) });
  });
  const multipliers = [...sums].flatMap(([name, sum]) => (sum.expected === 0 ? [] : [[name, sum.actual / sum.expected] as const]));
  return { season, length: values.length, profile, level: smoothLevel(levels), multipliers: Object.fromEntries(multipliers) };
}

/** The steps to forecast. */
export interface ForecastSteps {
  /** How many steps follow the history. */
  readonly steps: number;
  /** The slot of each, as in the history. */
  readonly slots?: readonly number[] | undefined;
  /** The peak of each; one that the history doesn't know must have a multiplier. */
  readonly peaks?: readonly (string | null)[] | undefined;
  /** Multipliers that are known or planned, in place of those of the history. */
  readonly multipliers?: Readonly<Record<string, number>> | undefined;
}

/**
 * The expected values of the steps that follow a model's history.
 *
 * @throws {RangeError} for a peak without a multiplier, and for slots or peaks that aren't one a step.
 * @example
 * import { fitSeasonalModel, forecastSeasonal } from "@amends/core/statistics";
 * const model = fitSeasonalModel({ values: [10, 30, 10, 30], season: 2 });
 * forecastSeasonal(model, { steps: 3 }); // => [10, 30, 10]
 * forecastSeasonal(model, { steps: 2, peaks: [null, "sale"], multipliers: { sale: 4 } }); // => [10, 120]
 */
export function forecastSeasonal(model: SeasonalModel, { steps, slots, peaks, multipliers }: ForecastSteps): number[] {
  if (!Number.isInteger(steps) || steps < 0) throw new RangeError(`There are ${steps} steps; expected a whole number from 0 up.`);
  if (slots !== undefined) checkSlots(slots, model.season, steps);
  if (peaks !== undefined && peaks.length !== steps)
    throw new RangeError(`There are ${peaks.length} peaks for ${steps} steps; expected one each, null where there is none.`);
  const known = new Map([...Object.entries(model.multipliers), ...Object.entries(multipliers ?? {})]);
  return Array.from({ length: steps }, (_, step) => {
    const slot = slots?.[step] ?? (model.length + step) % model.season;
    const peak = peaks?.[step] ?? null;
    const multiplier = peak === null ? 1 : known.get(peak);
    if (multiplier === undefined || !(multiplier >= 0 && Number.isFinite(multiplier))) {
      throw new RangeError(`The peak "${peak}" has no multiplier; expected one in the history or in multipliers, a number from 0 up.`);
    }
    return levelAfter(model.level, (step + 1) / model.season) * (model.profile[slot] as number) * multiplier;
  });
}

function levelsOf(blocks: number, stepsOf: (block: number) => readonly { readonly value: number; readonly index: number }[]): number[] {
  const levels = Array.from({ length: blocks }, (_, block) => {
    const steps = stepsOf(block);
    const index = steps.reduce((sum, step) => sum + step.index, 0);
    return index === 0 ? undefined : steps.reduce((sum, step) => sum + step.value, 0) / index;
  });
  // A season that is a peak throughout takes the level of the one before, or else of the first that has one.
  const first = levels.find((level) => level !== undefined) ?? 0;
  let before = first;
  return levels.map((level) => (before = level ?? before));
}

interface Fit {
  readonly start: number;
  readonly levels: readonly number[];
  readonly slotOf: (index: number) => number;
  readonly usual: (index: number) => boolean;
  readonly blockOf: (index: number) => number;
}

/** For each slot the sum of its values over the sum of the levels at them, then all scaled to a mean of 1. */
function profileOf({ values, season }: SeasonalHistory, { start, levels, slotOf, usual, blockOf }: Fit): number[] {
  const actual = new Float64Array(season);
  const expected = new Float64Array(season);
  for (let index = start; index < values.length; index += 1) {
    if (!usual(index)) continue;
    const slot = slotOf(index);
    actual[slot] = (actual[slot] as number) + (values[index] as number);
    expected[slot] = (expected[slot] as number) + (levels[blockOf(index)] as number);
  }
  const raw = Array.from(actual, (sum, slot) => (expected[slot] === 0 ? 0 : sum / (expected[slot] as number)));
  const mean = raw.reduce((sum, value) => sum + value, 0) / season;
  return raw.map((value) => (mean === 0 ? 1 : value / mean));
}

import { formatInstant } from "../../time/format-instant.js";
import { formatEpochDay, isLocalDate, requireLocalDate } from "../../time/local-date.js";
import { readInstant } from "../../time/parse-instant.js";

/** A value of an ordered fact: a threshold, or one that stands for everything between two thresholds. */
export interface OrderedValue {
  readonly value: number | string;
  /** The thresholds beside it; a threshold has itself on both sides. Absent where there is none. */
  readonly above?: number | string;
  readonly below?: number | string;
}

/** What orders thresholds of one form and makes values between them. */
interface Scale {
  toNumber(value: unknown): number | undefined;
  fromNumber(value: number): number | string | undefined;
  /** The smallest step that reads well. */
  readonly step: number;
  /** Whether there is always something between two values. */
  readonly dense: boolean;
}

const dayScale: Scale = {
  toNumber: (value) => (isLocalDate(value) ? requireLocalDate(value) : undefined),
  fromNumber: (value) => attempt(() => formatEpochDay(value)),
  step: 1,
  dense: false,
};

/** Facts hold instants to the second. */
const instantScale: Scale = {
  toNumber: (value) => {
    const at = readInstant(value);
    return at === undefined ? undefined : Math.floor(at / 1000);
  },
  fromNumber: (value) => attempt(() => formatInstant(value * 1000)),
  step: 1,
  dense: false,
};

const numberScale: Scale = {
  toNumber: (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined),
  fromNumber: (value) => value,
  step: 1,
  dense: true,
};

/** The scales on which values are ordered: numbers, instants, dates. */
export const scales: readonly Scale[] = [numberScale, instantScale, dayScale];

/** Whether a value is ordered among others of its form. */
export function isOnScale(value: unknown): boolean {
  return scales.some((scale) => scale.toNumber(value) !== undefined);
}

/**
 * The thresholds in order, and between, before and behind them one value for everything there: the present one where it lies there, else
 * the nearest that reads well.
 */
export function orderedValues(given: readonly unknown[], present: unknown, scale: Scale): OrderedValue[] {
  const thresholds = [...new Set(given.map((value) => scale.toNumber(value)).filter((value) => value !== undefined))].sort((a, b) => a - b);
  const here = scale.toNumber(present);
  const values: OrderedValue[] = [];
  const add = (number: number | undefined, above: number | undefined, below: number | undefined) => {
    const value = number === undefined ? undefined : scale.fromNumber(number);
    const [over, under] = [above, below].map((bound) => (bound === undefined ? undefined : scale.fromNumber(bound)));
    if (value === undefined) return;
    values.push({ value, ...(over === undefined ? {} : { above: over }), ...(under === undefined ? {} : { below: under }) });
  };
  for (const [index, threshold] of thresholds.entries()) {
    const before = thresholds[index - 1];
    add(between(before, threshold, here, scale), before, threshold);
    add(threshold, threshold, threshold);
  }
  const last = thresholds.at(-1);
  if (last !== undefined) add(between(last, undefined, here, scale), last, undefined);
  return values;
}

function between(from: number | undefined, to: number | undefined, here: number | undefined, { step, dense }: Scale): number | undefined {
  if (here !== undefined && (from === undefined || here > from) && (to === undefined || here < to)) return here;
  const up = from === undefined ? undefined : Math.floor(from) + step;
  const down = to === undefined ? undefined : Math.ceil(to) - step;
  const fits = (value: number | undefined): value is number =>
    value !== undefined && (from === undefined || value > from) && (to === undefined || value < to);
  const fromBelow = here === undefined || (from !== undefined && here <= from);
  for (const value of fromBelow ? [up, down] : [down, up]) if (fits(value)) return value;
  if (!dense) return undefined;
  // Beyond whole numbers, the next ones are further away than a step.
  const beyond = from === undefined ? (to as number) - Math.abs(to as number) * 2 ** -50 : from + Math.abs(from) * 2 ** -50;
  if (from === undefined || to === undefined) return Number.isFinite(beyond) && fits(beyond) ? beyond : undefined;
  const middle = from / 2 + to / 2;
  return fits(middle) ? middle : undefined;
}

function attempt(format: () => string): string | undefined {
  try {
    return format();
  } catch {
    return undefined;
  }
}

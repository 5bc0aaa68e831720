import { AmendsError, requireObject } from "@amends/core/errors";
import type { Arrivals } from "./arrivals.js";
import { simulate } from "./simulate.js";
import type { SimulationResult } from "./simulation-figures.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { studentQuantile } from "./student-quantile.js";

/** The figures that are compared. */
export const comparedMeasures = [
  "slaShare",
  "waitMean",
  "waitP90",
  "abandonedShare",
  "unansweredShare",
  "overflowShare",
  "occupancy",
] as const;

/** One of {@link comparedMeasures}: shares from 0 to 1, waits in seconds. */
export type ComparedMeasure = (typeof comparedMeasures)[number];

/** A mean over repetitions with its confidence interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** Two setups beside each other. */
export interface SimulationComparison {
  readonly repetitions: number;
  readonly confidence: number;
  readonly measures: readonly {
    readonly measure: ComparedMeasure;
    readonly first: MeanInterval;
    readonly second: MeanInterval;
    /** Second minus first, paired repetition by repetition. */
    readonly difference: MeanInterval;
    /** Whether the interval of the difference leaves out 0. */
    readonly differs: boolean;
  }[];
}

/** What is compared, and how. */
export interface ComparisonOptions {
  /** How often both run, each time with a seed of its own: 2 or more (default: 20). */
  readonly repetitions?: number | undefined;
  /** The seed of the first repetition; each further one takes the next (default: 1). */
  readonly seed?: number | undefined;
  /** Strictly between 0 and 1 (default: 0.95). */
  readonly confidence?: number | undefined;
  /** Other arrivals for each seed; without it both meet those of their setups, and chance decides of handle times and patience alone. */
  readonly arrivals?: ((seed: number) => Arrivals) | undefined;
}

/**
 * Compares two rosters or policies on the same tickets: in each repetition both meet the same arrivals, handle times and patience
 * (common random numbers), so that their difference is seen through far fewer repetitions. Intervals are Student's.
 * A measure that a repetition doesn't have (no deadlines, nobody answered) is left out.
 * Source: Law (2015), Simulation Modeling and Analysis, sections 10.2 and 11.2.
 *
 * @throws {AmendsError} as {@link simulate} does, and for options that can't be meant.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { arrivalsAtRates, compareSimulations } from "@amends/routing/simulation";
 * const kinds = [{ name: "chat", handleSeconds: 180, targetSeconds: 20 }];
 * const arrivals = (seed: number) => arrivalsAtRates({ kinds, from: 0, calls: [Array(8).fill(100)], seed });
 * const agents = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `agent-${index}` }));
 * const [seven, eight] = [7, 8].map((count) => ({ arrivals: arrivals(1), roster: agents(count) }));
 * const { measures } = compareSimulations(seven, eight, { arrivals, repetitions: 10 });
 * measures.find(({ measure }) => measure === "slaShare")?.differs; // => true
 */
export function compareSimulations(first: SimulationSetup, second: SimulationSetup, options: ComparisonOptions = {}): SimulationComparison {
  requireObject(first, "first");
  requireObject(second, "second");
  requireObject(options, "options");
  const { repetitions = 20, seed = 1, confidence = 0.95, arrivals } = options;
  check("repetitions", repetitions, "a whole number from 2 up", Number.isInteger(repetitions) && repetitions >= 2);
  check("seed", seed, "a whole number", Number.isSafeInteger(seed));
  check("confidence", confidence, "a share between 0 and 1, such as 0.95", confidence > 0 && confidence < 1);
  const samples = comparedMeasures.map((measure) => ({ measure, first: [] as number[], second: [] as number[] }));
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const own = seed + repetition;
    const same = { seed: own, ...(arrivals === undefined ? {} : { arrivals: arrivals(own) }) };
    const [one, other] = [simulate({ ...first, ...same }), simulate({ ...second, ...same })];
    for (const sample of samples) {
      const [left, right] = [measureOf(sample.measure, one), measureOf(sample.measure, other)];
      if (left === null || right === null) continue;
      sample.first.push(left);
      sample.second.push(right);
    }
  }
  const measures = samples
    .filter((sample) => sample.first.length >= 2)
    .map(({ measure, first: left, second: right }) => {
      const difference = intervalOf(
        right.map((value, index) => value - (left[index] as number)),
        confidence,
      );
      const differs = difference.lower > 0 || difference.upper < 0;
      return { measure, first: intervalOf(left, confidence), second: intervalOf(right, confidence), difference, differs };
    });
  return { repetitions, confidence, measures };
}

function measureOf(measure: ComparedMeasure, { totals }: SimulationResult): number | null {
  const share = (count: number): number | null => (totals.tickets === 0 ? null : count / totals.tickets);
  switch (measure) {
    case "slaShare":
      return totals.sla.share;
    case "waitMean":
      return totals.waitSeconds?.mean ?? null;
    case "waitP90":
      return totals.waitSeconds?.p90 ?? null;
    case "abandonedShare":
      return share(totals.abandoned);
    case "unansweredShare":
      return share(totals.unanswered);
    case "overflowShare":
      return share(totals.overflow);
    case "occupancy":
      return totals.occupancy;
  }
}

function intervalOf(sample: readonly number[], confidence: number): MeanInterval {
  const count = sample.length;
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = studentQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, lower: mean - half, upper: mean + half };
}

function check(path: string, value: number, expected: string, holds: boolean): void {
  if (holds) return;
  const finding = { code: "simulation_input_invalid", message: `${path} is ${String(value)}`, path, expected };
  throw new AmendsError({ code: finding.code, message: `${finding.message}; expected ${expected}.`, findings: [finding] });
}

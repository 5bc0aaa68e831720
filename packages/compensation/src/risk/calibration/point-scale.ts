import { AmendsError } from "@amends/core/errors";
import type { CalibrationOptions } from "./calibration-options.js";

/** How log-odds become points. */
export interface PointScale {
  /** The score of a claim that no row speaks of. */
  readonly baseScore: number;
  /** The log-odds of such a claim. */
  readonly intercept: number;
  /** Points for one unit of log-odds. */
  readonly factor: number;
  /** How many points double the odds of abuse. */
  readonly pointsToDoubleOdds: number;
}

/**
 * The scale on which the base score stands for the intercept, and either so many points double the odds or the anchor's score
 * stands for the anchor's probability.
 *
 * @throws {AmendsError} `scale_impossible` where the anchor is no likelier than a claim that no row speaks of.
 */
export function pointScale(intercept: number, baseScore: number, options: CalibrationOptions["scale"]): PointScale {
  const { anchorScore, anchorProbability, pointsToDoubleOdds } = options;
  if (pointsToDoubleOdds !== undefined) return { baseScore, intercept, factor: pointsToDoubleOdds / Math.LN2, pointsToDoubleOdds };
  const factor = (anchorScore - baseScore) / (logit(anchorProbability) - intercept);
  if (!(factor > 0 && Number.isFinite(factor))) {
    const base = probabilityOf(intercept).toFixed(3);
    throw new AmendsError({
      code: "scale_impossible",
      message:
        `A claim that no rule speaks of is abusive with a probability of ${base} and scores ${baseScore}; ` +
        `${anchorScore} points can't stand for ${anchorProbability}. Raise scale.anchorProbability, or set scale.pointsToDoubleOdds.`,
    });
  }
  return { baseScore, intercept, factor, pointsToDoubleOdds: factor * Math.LN2 };
}

/** The probability that a score stands for. */
export function probabilityAt(score: number, { baseScore, intercept, factor }: PointScale): number {
  return probabilityOf(intercept + (score - baseScore) / factor);
}

export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

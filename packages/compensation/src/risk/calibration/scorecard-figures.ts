import { riskBands, type RiskBand } from "@amends/core/model";
import {
  areaUnderCurve,
  kolmogorovSmirnov,
  probabilityCalibration,
  type ProbabilityCalibration,
  type ScoreSeparation,
} from "@amends/core/statistics";
import type { CalibrationOptions } from "./calibration-options.js";
import { errorCost, type ErrorCost } from "./error-cost.js";
import { probabilityAt, type PointScale } from "./point-scale.js";
import { rateFigure, type RateFigure } from "./rate-figure.js";
import type { ScoredClaim } from "./scored-claim.js";

/** What came of the claims of one band. */
export interface BandFigures {
  readonly band: RiskBand;
  readonly claims: number;
  /** The share of them that was abusive. */
  readonly precision: RateFigure;
}

/** How well a scorecard did on labelled claims. */
export interface ScorecardFigures {
  readonly claims: number;
  readonly abusive: number;
  /** Absent where the claims are all abusive or all good. */
  readonly areaUnderCurve?: number;
  readonly kolmogorovSmirnov?: ScoreSeparation;
  readonly bands: readonly BandFigures[];
  /** Good claims in a flagged band, of all good claims. */
  readonly wronglyFlagged: RateFigure;
  /** Abusive claims in a flagged band, of all abusive ones. */
  readonly caught: RateFigure;
  readonly cost: ErrorCost;
  /** How far the probabilities the scores stand for can be taken at their word; of calibrated points alone. */
  readonly probabilities?: ProbabilityCalibration;
}

export function scorecardFigures(claims: readonly ScoredClaim[], options: CalibrationOptions, scale?: PointScale): ScorecardFigures {
  const scored = claims.map(({ score, abusive }) => ({ score, event: abusive }));
  const [area, separation] = [areaUnderCurve(scored), kolmogorovSmirnov(scored)];
  const abusive = claims.filter((claim) => claim.abusive).length;
  const flagged = claims.filter((claim) => isFlagged(claim, options));
  const caught = flagged.filter((claim) => claim.abusive).length;
  const wrongly = flagged.length - caught;
  const probabilities =
    scale === undefined
      ? undefined
      : probabilityCalibration(
          scored.map(({ score, event }) => ({ probability: probabilityAt(score, scale), event })),
          options.calibrationBins,
          options.confidence,
        );
  return {
    claims: claims.length,
    abusive,
    ...(area === undefined ? {} : { areaUnderCurve: area }),
    ...(separation === undefined ? {} : { kolmogorovSmirnov: separation }),
    bands: riskBands.map((band) => {
      const own = claims.filter((claim) => claim.band === band);
      return { band, claims: own.length, precision: rateFigure(own.filter((claim) => claim.abusive).length, own.length, options) };
    }),
    wronglyFlagged: rateFigure(wrongly, claims.length - abusive, options),
    caught: rateFigure(caught, abusive, options),
    cost: errorCost({ flagged: flagged.length, wronglyFlagged: wrongly, missed: abusive - caught, abusive }, options.costs),
    ...(probabilities === undefined ? {} : { probabilities }),
  };
}

/** Whether a claim's band puts its customer to trouble. */
export function isFlagged({ band, humanReview }: ScoredClaim, { flaggedBands }: CalibrationOptions): boolean {
  return humanReview || flaggedBands.includes(band);
}

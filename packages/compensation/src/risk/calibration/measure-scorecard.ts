import { requireList, requireObject } from "@amends/core/errors";
import type { Finding } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { compilePolicySet } from "@amends/core/stage";
import { riskStage } from "../risk-stage.js";
import type { RiskPolicySet } from "../score-risk.js";
import type { CalibrationOptions, GivenCalibrationOptions } from "./calibration-options.js";
import { fairnessReports, type FairnessReport } from "./fairness-report.js";
import { judgeGates, type Gate } from "./judge-gates.js";
import type { LabelledClaim } from "./labelled-claim.js";
import type { PointScale } from "./point-scale.js";
import { prepareClaims, type PreparedClaims, type SplitFigures } from "./prepare-claims.js";
import { resolveCalibrationOptions } from "./resolve-calibration-options.js";
import { scorecardFigures, type ScorecardFigures } from "./scorecard-figures.js";
import { scoreClaims, type ScoredClaim } from "./scored-claim.js";
import { scorePolicies, scoreRows } from "./score-rows.js";
import { stabilityFigures, type StabilityFigure } from "./stability-figures.js";

/** What to measure with. */
export interface MeasureSettings {
  /** Policies beside the standard ones; one with the name of a standard one stands in its place. */
  readonly policies?: readonly Policy[];
  /** What differs from the standard options. */
  readonly options?: GivenCalibrationOptions;
}

/** What a scorecard is worth on labelled claims. */
export interface ScorecardMeasure {
  readonly split: SplitFigures;
  /** On the earlier claims. */
  readonly train: ScorecardFigures;
  /** On the later claims, which is what the gates judge. */
  readonly test: ScorecardFigures;
  /** How far the score and what it is made of have moved between the two. */
  readonly stability: readonly StabilityFigure[];
  /** By country and language, on the later claims. */
  readonly fairness: readonly FairnessReport[];
  readonly gates: readonly Gate[];
  /** Whether no gate fails. */
  readonly passes: boolean;
  readonly warnings: readonly Finding[];
}

/**
 * Backtests the scorecard: scores labelled claims by the policies, each at its own time, and compares with what came out. Claims are
 * split by time and may hold only what was known when they were made. Nothing is fitted.
 *
 * @throws {InvalidCaseError} where claims can't be read or know what was known later only.
 * @throws {InvalidPolicyError} where a policy can't be loaded.
 * @throws {AmendsError} `calibration_options_invalid`.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { generateClaims, measureScorecard } from "@amends/compensation/risk/calibration";
 * const { claims } = generateClaims({ seed: 7, claims: 400 });
 * const { split, test } = measureScorecard(claims);
 * [split.kind, test.claims, (test.areaUnderCurve ?? 0) > 0.6]; // => ["outOfTime", 120, true]
 */
export function measureScorecard(claims: readonly LabelledClaim[], settings: MeasureSettings = {}): ScorecardMeasure {
  requireList(claims, "claims");
  requireObject(settings, "settings");
  const options = resolveCalibrationOptions(settings.options);
  const prepared = prepareClaims(claims, options);
  return measurePrepared(prepared, riskPolicySet(settings.policies), options).measure;
}

/** The standard policies of risk with others beside or in place of them. */
export function riskPolicySet(policies: readonly Policy[] = []): RiskPolicySet {
  return compilePolicySet(riskStage, [...riskStage.policies, ...policies]);
}

/** What was measured, and the claims as they were scored. */
export interface Measured {
  readonly measure: ScorecardMeasure;
  readonly train: readonly ScoredClaim[];
  readonly test: readonly ScoredClaim[];
}

export function measurePrepared(
  prepared: PreparedClaims,
  policySet: RiskPolicySet,
  options: CalibrationOptions,
  scale?: PointScale,
): Measured {
  const [train, test] = [scoreClaims(prepared.train, policySet), scoreClaims(prepared.test, policySet)];
  const stability = stabilityFigures(scoreRows(scorePolicies(policySet)), train, test, options);
  const figures = scorecardFigures(test, options, scale);
  const gates = judgeGates(figures, stability, options.gates);
  const suspicious = stability.flatMap(({ feature, areaUnderCurve: area = 0 }): Finding[] =>
    feature === "score" || area < options.leaks.suspiciousAreaUnderCurve
      ? []
      : [
          {
            code: "feature_too_good",
            severity: "warning",
            message: `${feature} alone tells abuse with an area under the curve of ${area.toFixed(3)}; it may have been filled in afterwards`,
            fix: "look where its facts come from and when",
          },
        ],
  );
  return {
    train,
    test,
    measure: {
      split: prepared.figures,
      train: scorecardFigures(train, options, scale),
      test: figures,
      stability,
      fairness: fairnessReports(test, options),
      gates,
      passes: gates.every(({ verdict }) => verdict !== "fail"),
      warnings: [...prepared.warnings, ...suspicious],
    },
  };
}

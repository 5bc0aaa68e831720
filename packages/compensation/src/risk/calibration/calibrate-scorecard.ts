import { AmendsError, requireList, requireObject } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { normalQuantile, weightOfEvidence } from "@amends/core/statistics";
import type { RiskPolicySet } from "../score-risk.js";
import { calibratedPolicy, type CalibrationNote } from "./calibrated-policy.js";
import type { CalibratedRow } from "./calibrated-row.js";
import type { CalibrationOptions } from "./calibration-options.js";
import { fitRows, type FittedRow, type RowFit } from "./fit-rows.js";
import type { LabelledClaim } from "./labelled-claim.js";
import { measurePrepared, riskPolicySet, type MeasureSettings, type ScorecardMeasure } from "./measure-scorecard.js";
import { logit, pointScale, type PointScale } from "./point-scale.js";
import { prepareClaims } from "./prepare-claims.js";
import { resolveCalibrationOptions } from "./resolve-calibration-options.js";
import { scorePolicies, scoreRows } from "./score-rows.js";
import type { ScoredClaim } from "./scored-claim.js";
import { calibrationSource, nextVersion, scaleNote } from "./calibration-note.js";

/** How to calibrate. */
export interface CalibrateSettings extends MeasureSettings {
  /** The version of the policies that come out; by default the next minor one. */
  readonly version?: string;
}

/** A calibrated scorecard and what it is worth. */
export interface Calibration {
  /** The score policies with new points: files to be checked, reviewed and released as any other. */
  readonly policies: readonly Policy[];
  readonly rows: readonly CalibratedRow[];
  readonly scale: PointScale;
  /** The scorecard as it was, on the same claims. */
  readonly before: ScorecardMeasure;
  /** The calibrated one, with `split`, `gates`, `fairness` and `warnings`. */
  readonly after: ScorecardMeasure;
}

/**
 * Gives the rows of the score policies the points that labelled claims speak for: a logistic regression of abuse on the rows, whose
 * coefficients keep the direction and the order the policy gives them, rounded to whole points. Fitted on the earlier claims, measured
 * on the later ones.
 *
 * What fires, what it is called and what is said of it stay the policy's. The rows are the features because they are what people
 * agreed on and can be told; nothing that policies can't read comes in.
 *
 * @throws {InvalidCaseError} where claims can't be read or know what was known later only.
 * @throws {InvalidPolicyError} where a policy can't be loaded, or points aren't a number of the file.
 * @throws {AmendsError} `calibration_options_invalid`, `labels_of_one_kind`, `scale_impossible`, `fit_unconverged`.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { calibrateScorecard, generateClaims } from "@amends/compensation/risk/calibration";
 * const { claims } = generateClaims({ seed: 7, claims: 1000 });
 * const { policies, after } = calibrateScorecard(claims);
 * policies.map(({ policy, version }) => [policy, version]); // => [["risk/standard-score", "1.1.0"]]
 * after.gates[0]?.verdict; // => "pass"
 */
export function calibrateScorecard(claims: readonly LabelledClaim[], settings: CalibrateSettings = {}): Calibration {
  requireList(claims, "claims");
  requireObject(settings, "settings");
  const options = resolveCalibrationOptions(settings.options);
  const given = riskPolicySet(settings.policies);
  const prepared = prepareClaims(claims, options);
  const { measure: before, train } = measurePrepared(prepared, given, options);
  refuseOneKind(train);
  const scored = scorePolicies(given);
  const fitted = fitRows(scoreRows(scored), train, options.fit);
  const scale = pointScale(populationIntercept(fitted, train, options), baseScoreOf(given), options.scale);
  const rows = fitted.rows.map((row) => calibratedRow(row, scale, train, options));
  const policies = scored.map((policy) => {
    const version = settings.version ?? nextVersion(policy.version);
    const note: CalibrationNote = { source: calibrationSource(prepared), version, scale: scaleNote(scale) };
    return calibratedPolicy(policy, rows, note);
  });
  const { measure: after } = measurePrepared(prepared, riskPolicySet([...(settings.policies ?? []), ...policies]), options, scale);
  return { policies, rows, scale, before, after };
}

function refuseOneKind(claims: readonly ScoredClaim[]): void {
  const abusive = claims.filter((claim) => claim.abusive).length;
  if (abusive > 0 && abusive < claims.length) return;
  throw new AmendsError({
    code: "labels_of_one_kind",
    message: `Of ${claims.length} claims to fit on, ${abusive} are abusive; nothing can be learned from claims of one kind.`,
  });
}

/** The intercept of all claims, where the labelled ones were chosen by their outcome. */
function populationIntercept({ intercept }: RowFit, claims: readonly ScoredClaim[], { fit: { abuseRate } }: CalibrationOptions): number {
  if (abuseRate === undefined) return intercept;
  const abusive = claims.filter((claim) => claim.abusive).length;
  return intercept + logit(abuseRate) - logit(abusive / claims.length);
}

function baseScoreOf(policySet: RiskPolicySet): number {
  const base = policySet.parameter("baseScore");
  return typeof base === "number" ? base : 0;
}

function calibratedRow(
  { row, logOdds, standardError }: FittedRow,
  { factor }: PointScale,
  train: readonly ScoredClaim[],
  { confidence }: CalibrationOptions,
): CalibratedRow {
  const spoken = train.filter(({ rules }) => rules.has(row.id));
  const count = (of: readonly ScoredClaim[]) => ({ events: of.filter(({ abusive }) => abusive).length, trials: of.length });
  const spread = -normalQuantile((1 - confidence) / 2) * standardError;
  const bin = count(spoken);
  // + 0 turns the negative zero that rounding leaves into the other one.
  const points = spoken.length === 0 ? 0 : Math.round(factor * logOdds) + 0;
  const leftOut = spoken.length === 0 ? "never_fired" : points === 0 ? "worth_nothing" : undefined;
  return {
    policy: row.policy,
    rule: row.rule,
    code: row.code,
    group: row.group,
    before: row.points,
    points,
    ...(leftOut === undefined ? {} : { leftOut }),
    logOdds,
    lower: logOdds - spread,
    upper: logOdds + spread,
    claims: bin.trials,
    abusive: bin.events,
    weightOfEvidence: weightOfEvidence(bin, count(train)),
  };
}

import { describe, expect, it } from "vitest";
import { normalQuantile, weightOfEvidence } from "@amends/core/statistics";
import type { Policy } from "@amends/core/rules";
import { riskStage } from "../risk-stage.js";
import { calibrateScorecard, type CalibrateSettings } from "./calibrate-scorecard.js";
import { generateClaims } from "./generate-claims.js";
import { measureScorecard } from "./measure-scorecard.js";

const claims = generateClaims({ seed: 3, claims: 240 }).claims;
const calibrate = (settings?: CalibrateSettings) => calibrateScorecard(claims, settings);

describe("calibrated rows", () => {
  it("say what they are worth with their interval, and what they were worth by themselves", () => {
    const { rows, scale, after } = calibrate({ options: { confidence: 0.9 } });
    const all = { events: after.train.abusive, trials: after.train.claims };
    const wide = calibrate({ options: { confidence: 0.99 } }).rows;
    for (const [index, row] of rows.entries()) {
      const { claims: trials, abusive: events, logOdds, lower, upper, points, leftOut } = row;
      expect(row.weightOfEvidence).toBeCloseTo(weightOfEvidence({ events, trials }, all), 12);
      expect(upper - logOdds).toBeCloseTo(logOdds - lower, 12);
      expect(upper).toBeGreaterThanOrEqual(lower);
      // Of thirty claims no standard error is as large as the prior's.
      if (trials >= 30) expect(upper - logOdds).toBeLessThan(-normalQuantile(0.05));
      expect(trials).toBeLessThan(all.trials);
      const spread = (confidence: number) => -normalQuantile((1 - confidence) / 2);
      expect(((wide[index]?.upper ?? 0) - logOdds) * spread(0.9)).toBeCloseTo((upper - logOdds) * spread(0.99), 9);
      expect(points).toBe(trials === 0 ? 0 : Math.round(scale.factor * logOdds) + 0);
      expect(leftOut).toBe(trials === 0 ? "never_fired" : points === 0 ? "worth_nothing" : undefined);
      expect("leftOut" in row).toBe(points === 0);
    }
    expect(new Set(rows.map(({ leftOut }) => leftOut)).size).toBeGreaterThan(1);
    expect(rows.some(({ abusive, claims: of }) => abusive > 0 && abusive < of)).toBe(true);
  });

  it("are left out where they are worth less than half a point", () => {
    const { rows, policies } = calibrate({ options: { scale: { pointsToDoubleOdds: 0.01 } } });
    expect(new Set(rows.map(({ leftOut }) => leftOut))).toEqual(new Set(["never_fired", "worth_nothing"]));
    for (const { points } of rows) expect(points).toBe(0);
    expect(policies[0]?.rules).toEqual([]);
  });

  it("stand on the scale that begins at the base score, with the intercept of all claims where their share is given", () => {
    const { scale, after } = calibrate();
    expect(scale.baseScore).toBe(0);
    const { abusive, claims: of } = after.train;
    const rare = calibrate({ options: { fit: { abuseRate: 0.02 } } }).scale;
    const logit = (probability: number) => Math.log(probability / (1 - probability));
    expect(rare.intercept - scale.intercept).toBeCloseTo(logit(0.02) - logit(abusive / of), 9);
  });

  it("stand on the policy's own base score, where they double the odds all the same", () => {
    const score = riskStage.policies.find(({ decision }) => decision === "score") as Policy;
    const based = { ...score, parameters: { ...score.parameters, baseScore: 20 } };
    const { scale } = calibrate({ policies: [based], options: { scale: { pointsToDoubleOdds: 15 } } });
    expect(scale).toMatchObject({ baseScore: 20, pointsToDoubleOdds: 15 });
    expect(scale.intercept).toBeCloseTo(calibrate().scale.intercept, 9);
  });

  it("are measured before and after, the probabilities after alone", () => {
    const { before, after, policies } = calibrate();
    expect(before).toEqual(measureScorecard(claims));
    expect(before.test).not.toHaveProperty("probabilities");
    expect(after.test.probabilities?.bins.length).toBeGreaterThan(0);
    expect(after.train.probabilities?.bins.length).toBeGreaterThan(0);
    expect(after.split).toEqual(before.split);
    const { probabilities: _, ...figures } = after.test;
    expect(measureScorecard(claims, { policies }).test).toEqual(figures);
  });

  it("are refused where the claims to fit on are of one kind, with how many", () => {
    for (const abusive of [true, false]) {
      const ofOneKind = claims.map((claim) => ({ ...claim, abusive }));
      expect(() => calibrateScorecard(ofOneKind)).toThrow(
        expect.objectContaining({
          code: "labels_of_one_kind",
          message: expect.stringMatching(
            abusive
              ? /^Of (\d+) claims to fit on, \1 are abusive; nothing can be learned from claims of one kind\.$/
              : /^Of \d+ claims to fit on, 0 are abusive; nothing can be learned/,
          ),
        }),
      );
    }
  });
});

describe("a measure", () => {
  const good = claims.map((claim) => ({
    ...claim,
    case: { ...claim.case, customer: { ...claim.case.customer, links: { confirmedAbuser: claim.abusive, accounts: 1 } } },
  }));

  it("warns of a feature that is too good, from the figure that the options name, but never of the score", () => {
    const { warnings, stability } = measureScorecard(good);
    expect(warnings).toEqual([
      {
        code: "feature_too_good",
        severity: "warning",
        message: "linked_abuser alone tells abuse with an area under the curve of 1.000; it may have been filled in afterwards",
        fix: "look where its facts come from and when",
      },
    ]);
    const areas = stability.flatMap(({ feature, areaUnderCurve }) => (feature === "score" ? [] : [areaUnderCurve ?? 0]));
    const [, second = 0] = areas.toSorted((one, other) => other - one);
    const found = (suspiciousAreaUnderCurve: number) =>
      measureScorecard(good, { options: { leaks: { suspiciousAreaUnderCurve } } }).warnings.length;
    expect([found(second), found(second + 1e-9)]).toEqual([2, 1]);
  });

  it("passes where no gate fails, whatever it warns of", () => {
    const gates = { areaUnderCurve: { fail: 0 }, kolmogorovSmirnov: { fail: 0 }, populationStability: { warn: 1e-9, fail: 99 } };
    expect(measureScorecard(claims, { options: { gates } }).passes).toBe(true);
    expect(measureScorecard(claims, { options: { gates: { ...gates, areaUnderCurve: { fail: 1 } } } }).passes).toBe(false);
  });
});

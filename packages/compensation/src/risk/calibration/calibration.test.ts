import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import { checkPolicy, type Policy } from "@amends/core/rules";
import { areaUnderCurve } from "@amends/core/statistics";
import { riskStage } from "../risk-stage.js";
import { scoreRisk } from "../score-risk.js";
import { calibrateScorecard, type Calibration } from "./calibrate-scorecard.js";
import type { GivenCalibrationOptions } from "./calibration-options.js";
import { generateClaims, type GeneratedClaim } from "./generate-claims.js";
import { measureScorecard } from "./measure-scorecard.js";
import { standardCalibrationOptions } from "./resolve-calibration-options.js";
import { calibration, caught, few, generated } from "./testing/sample-claims.js";

describe("a calibration on claims whose truth is known", () => {
  const truthOf = (rule: string): number => generated().truth.rules[`risk/standard-score/${rule}`] ?? Number.NaN;

  it("finds the direction of every row that fired, and no other", () => {
    const fired = calibration().rows.filter(({ claims }) => claims > 0);
    expect(fired.map(({ rule, logOdds }) => [rule, Math.sign(logOdds)])).toEqual(fired.map(({ rule }) => [rule, Math.sign(truthOf(rule))]));
  });

  it("finds what rows are worth, within what chance allows", () => {
    const seen = calibration().rows.filter(({ claims }) => claims >= 100);
    expect(seen.length).toBeGreaterThan(12);
    for (const { rule, logOdds, lower, upper } of seen) {
      // Four standard errors; 95 % are 1.96 of them to each side.
      const spread = ((upper - lower) / (2 * 1.96)) * 4;
      expect([rule, Math.abs(logOdds - truthOf(rule)) < spread + 0.1]).toEqual([rule, true]);
    }
  });

  it("keeps the order within a group, in points too", () => {
    const groups = new Map<string, Calibration["rows"]>();
    for (const row of calibration().rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
    for (const rows of groups.values()) {
      for (const one of rows) {
        expect(one.points * one.before).toBeGreaterThanOrEqual(0);
        for (const other of rows) {
          const sameWay = one.before * other.before > 0 && Math.abs(one.before) > Math.abs(other.before) && one.claims * other.claims > 0;
          if (sameWay) expect(Math.abs(one.points)).toBeGreaterThanOrEqual(Math.abs(other.points));
        }
      }
    }
  });

  it("comes near the best any score can do on the claims it hasn't seen", () => {
    const { after } = calibration();
    const tested = generated().claims.filter(({ case: { now } }) => (now ?? "") >= (after.split.from ?? ""));
    expect(tested.length).toBe(after.split.test);
    const best = areaUnderCurve(tested.map(({ probability, abusive }) => ({ score: probability, event: abusive }))) ?? 0;
    expect(after.test.areaUnderCurve).toBeLessThanOrEqual(best + 0.01);
    expect(after.test.areaUnderCurve).toBeGreaterThan(best - 0.02);
  });

  it("says probabilities that keep their word, but for the drift that it can't have seen", () => {
    expect(calibration().after.train.probabilities?.error).toBeLessThan(0.05);
    expect(calibration().after.test.probabilities?.error).toBeLessThan(0.1);
    expect(calibration().scale.pointsToDoubleOdds).toBeCloseTo(calibration().scale.factor * Math.log(2), 12);
  });

  it("costs less than no score, by parts that add up", () => {
    const { reviews, wronglyFlagged, missedAbuse, total, withoutScore } = calibration().after.test.cost;
    expect(Number(total.amount)).toBeLessThan(Number(withoutScore.amount));
    const sum = [reviews, wronglyFlagged, missedAbuse].reduce((all, { amount }) => all + Number(amount), 0);
    expect(Number(total.amount)).toBeCloseTo(sum, 6);
  });

  it("is the same twice", () => {
    expect(calibrateScorecard(few())).toEqual(calibrateScorecard(few()));
  });
});

describe("the policy that comes out", () => {
  const policy = calibration().policies[0] as Policy;

  it("loads without a finding, in the place of the one it was made from", () => {
    expect(checkPolicy(policy, riskStage)).toEqual([]);
    expect(policy).toMatchObject({ policy: "risk/standard-score", version: "1.1.0", decide: "sum" });
    const claim = generated().claims[0] as GeneratedClaim;
    expect(scoreRisk(claim.case, [...riskStage.policies, policy])).toMatchObject({ policies: [{ version: "1.1.0" }, {}, {}, {}] });
  });

  it("says of each rule what it was made from, and keeps its sentences", () => {
    const before = riskStage.policies.find(({ decision }) => decision === "score") as Policy;
    for (const rule of policy.rules) {
      const was = before.rules.find(({ name }) => name === rule.name);
      expect(rule.because?.startsWith(was?.because ?? "?")).toBe(true);
      expect(rule.because).toMatch(/Of \d+ such claims \d+\.\d % were abusive; log-odds -?\d+\.\d\d \(.*\), weight of evidence/);
      expect(rule.source).toMatch(
        /^Logistic regression on \d+ labelled claims from 2025-01-01 to 2025-\d\d-\d\d, .*; tested on 600 claims/,
      );
      expect({ ...rule.event.params, points: 0 }).toEqual({ ...was?.event.params, points: 0 });
    }
    expect(policy.description).toMatch(/Points are calibrated: \d+\.\d of them double the odds/);
  });

  it("leaves out rows nobody met, with the parameters only they read", () => {
    const without = few().filter(
      ({ case: { customer } }) => customer?.links?.confirmedAbuser !== true && (customer?.links?.accounts ?? 0) < 3,
    );
    const { policies, rows } = calibrateScorecard(without, { version: "2.0.0" });
    expect(rows.find(({ rule }) => rule === "linked-to-abuse")).toMatchObject({ points: 0, leftOut: "never_fired", claims: 0 });
    expect(policies[0]?.rules.map(({ name }) => name)).not.toContain("many-linked-accounts");
    expect(Object.keys(policies[0]?.parameters ?? {})).not.toContain("linkedAccounts");
    expect(Object.keys(policies[0]?.parameters ?? {})).toContain("shrinkageOrders");
    expect(policies[0]?.version).toBe("2.0.0");
    expect(checkPolicy(policies[0] as Policy, riskStage)).toEqual([]);
  });

  it("reaches the anchor, or doubles the odds by the points asked for", () => {
    const { scale } = calibrateScorecard(few(), { options: { scale: { pointsToDoubleOdds: 20 } } });
    expect(scale.factor * Math.log(2)).toBeCloseTo(20, 12);
    const rare = calibrateScorecard(few(), { options: { fit: { abuseRate: 0.01 } } });
    const usual = calibrateScorecard(few());
    expect(rare.scale.intercept).toBeLessThan(usual.scale.intercept);
    const anchored = 1 / (1 + Math.exp(-(usual.scale.intercept + 65 / usual.scale.factor)));
    expect(anchored).toBeCloseTo(0.5, 12);
    expect(caught(() => calibrateScorecard(few(), { options: { scale: { anchorProbability: 0.001 } } })).code).toBe("scale_impossible");
  });
});

describe("time", () => {
  it("tests on what came later, and learns from no outcome that wasn't known yet", () => {
    const { split } = calibration().after;
    expect(split).toMatchObject({ kind: "outOfTime", test: 600, leaking: 0 });
    expect(split.immature).toBeGreaterThan(0);
    expect(split.train + split.test + split.immature).toBe(2000);
    const late = few().map((claim) => ({ ...claim, outcomeAt: "2026-06-01T00:00:00Z" }));
    expect(caught(() => measureScorecard(late)).code).toBe("claims_too_few");
  });

  it("shows by a random split how much it hides", () => {
    const changing = generateClaims({ seed: 5, claims: 2000, drift: { intercept: 2.5, boldness: 3 } }).claims;
    const random = measureScorecard(changing, { options: { split: { kind: "random", testShare: 0.3, seed: 1 } } });
    const later = measureScorecard(changing);
    const rate = ({ abusive, claims }: { abusive: number; claims: number }): number => abusive / claims;
    expect(random.split).toEqual({ kind: "random", train: 1400, test: 600, immature: 0, leaking: 0 });
    expect(Math.abs(rate(random.test) - rate(random.train))).toBeLessThan(0.05);
    expect(rate(later.test) - rate(later.train)).toBeGreaterThan(0.1);
    const moved = (measure: typeof later): number => measure.stability.find(({ feature }) => feature === "claim_size")?.index ?? 0;
    expect(moved(later)).toBeGreaterThan(3 * moved(random));
  });

  it("begins to test where it is told to", () => {
    const from = "2025-11-01T00:00:00Z";
    const { split, test } = measureScorecard(few(), { options: { split: { kind: "outOfTime", testShare: 0.5, from } } });
    expect(split.from).toBe("2025-11-01T00:00:00.000Z".replace(".000", ""));
    expect(test.claims).toBe(few().filter(({ case: { now } }) => Date.parse(now ?? "") >= Date.parse(from)).length);
  });
});

describe("gates", () => {
  const verdicts = (options: GivenCalibrationOptions) => {
    const { gates, passes } = measureScorecard(few(), { options });
    return { gates: Object.fromEntries(gates.map(({ figure, feature, verdict }) => [feature ?? figure, verdict])), passes };
  };

  it("stand by convention at 0.70, 0.25 and 0.1 to 0.25, each with its source", () => {
    expect(standardCalibrationOptions.gates).toMatchObject({
      areaUnderCurve: { fail: 0.7 },
      kolmogorovSmirnov: { fail: 0.25 },
      populationStability: { warn: 0.1, fail: 0.25 },
    });
    expect(calibration().after.gates.every(({ source }) => source !== "")).toBe(true);
    expect(calibration().after.passes).toBe(true);
  });

  it("fail and warn as the options say", () => {
    expect(verdicts({ gates: { areaUnderCurve: { fail: 1 } } })).toMatchObject({ gates: { areaUnderCurve: "fail" }, passes: false });
    const strict = verdicts({ gates: { populationStability: { warn: 1e-9, fail: 1e-6 } } });
    expect(strict).toMatchObject({ gates: { score: "fail" }, passes: false });
    expect(verdicts({ gates: { populationStability: { warn: 1e-9, fail: 9 } } }).gates).toMatchObject({ score: "warn" });
  });

  it("fail where nothing can be measured", () => {
    const good = few().map((claim, index) => (index > 200 ? { ...claim, abusive: false } : claim));
    const { gates, test } = measureScorecard(good);
    expect(test).not.toHaveProperty("areaUnderCurve");
    expect(gates[0]).toMatchObject({ figure: "areaUnderCurve", verdict: "fail" });
    expect(gates[0]).not.toHaveProperty("value");
  });
});

describe("fairness", () => {
  it("is told by country and language, though no policy can read them", () => {
    const [country, language] = calibration().after.fairness;
    expect([country?.attribute, language?.attribute]).toEqual(["country", "language"]);
    expect(country?.groups.reduce((sum, { selected }) => sum + selected.total, 0)).toBe(600);
    const all = calibration().after.test.wronglyFlagged;
    expect(country?.groups.reduce((sum, { wronglyFlagged }) => sum + wronglyFlagged.count, 0)).toBe(all.count);
    for (const {
      wronglyFlagged: { rate = 0, lower, upper },
    } of country?.groups ?? []) {
      expect(lower <= rate && rate <= upper).toBe(true);
    }
    const first = country?.groups[0];
    const [count, total] = [first?.selected.count ?? 0, first?.selected.total ?? 0];
    const flagged = calibration()
      .after.test.bands.filter(({ band }) => band !== "low")
      .reduce((sum, { claims }) => sum + claims, 0);
    expect(first?.selectedRatio.ratio).toBeCloseTo(count / total / ((flagged - count) / (600 - total)), 12);
  });

  it("calls no difference of a group that is too small, and finds one that is there", () => {
    const small = measureScorecard(few().map((claim, index) => (index === 299 ? withCountry(claim, "LU") : claim))).fairness[0];
    expect(small?.groups.find(({ value }) => value === "LU")).toMatchObject({ differs: false, wronglyFlagged: { tooFew: true } });
    const risky = generated().claims.map((claim) => withCountry(claim, isFrequent(claim) ? "FR" : "ES"));
    const [report] = measureScorecard(risky, { options: { flaggedBands: ["review", "high"] } }).fairness;
    expect(report?.groups.map(({ differs }) => differs)).toEqual([true, true]);
  });

  const isFrequent = ({ case: { customer } }: GeneratedClaim): boolean => (customer?.complaints ?? 0) > 0.2 * (customer?.orders ?? 0);
  const withCountry = (claim: GeneratedClaim, country: string): GeneratedClaim => ({
    ...claim,
    case: { ...claim.case, customer: { ...claim.case.customer, country } },
  });

  it("names those of whom nothing is known", () => {
    const unknown = few().map((claim) => ({
      ...claim,
      case: { ...claim.case, customer: { orders: 3 }, ticket: { channel: "email" as const } },
    }));
    expect(measureScorecard(unknown).fairness.map(({ groups }) => groups.map(({ value }) => value))).toEqual([["unknown"], ["unknown"]]);
  });
});

describe("policies", () => {
  it("whose points come from a fact can't be calibrated, and those that read a country don't load", () => {
    const standard = riskStage.policies.find(({ decision }) => decision === "score") as Policy;
    const [rule] = standard.rules as [Policy["rules"][number]];
    const loose = { ...rule, event: { type: "score", params: { ...rule.event.params, points: { fact: "customer.orders" } } } };
    expect(caught(() => calibrateScorecard(few(), { policies: [{ ...standard, rules: [loose] }] })).code).toBe("points_not_fixed");
    const reading = { ...rule, conditions: { all: [{ fact: "customer.country", operator: "equal", value: "BR" }] } };
    const error = caught(() => calibrateScorecard(few(), { policies: [{ ...standard, rules: [reading] }] }));
    expect(InvalidPolicyError.isInstance(error)).toBe(true);
  });
});

describe("generated claims", () => {
  it("are the same for a seed, others for another, and as asked for", () => {
    const settings = { seed: 9, claims: 50, customers: 20, from: "2024-06-01T00:00:00Z", days: 10 };
    const first = generateClaims(settings);
    expect(generateClaims(settings)).toEqual(first);
    expect(generateClaims({ ...settings, seed: 10 })).not.toEqual(first);
    const times = first.claims.map(({ case: { now } }) => Date.parse(now ?? ""));
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(times.every((time) => time >= Date.parse("2024-06-01") && time <= Date.parse("2024-06-11"))).toBe(true);
    expect(() => generateClaims({ seed: 1, claims: 0 })).toThrow(RangeError);
  });

  it("are abusive as often as their probabilities say", () => {
    const expected = generated().claims.reduce((sum, { probability }) => sum + probability, 0);
    const variance = generated().claims.reduce((sum, { probability }) => sum + probability * (1 - probability), 0);
    const abusive = generated().claims.filter((claim) => claim.abusive).length;
    expect(Math.abs(abusive - expected)).toBeLessThan(4 * Math.sqrt(variance));
  });

  it("follow another truth where one is given", () => {
    const never = generateClaims({ seed: 1, claims: 200, truth: { intercept: -40 } });
    expect(never.claims.some(({ abusive }) => abusive)).toBe(false);
    expect(never.truth.intercept).toBe(-40);
  });
});

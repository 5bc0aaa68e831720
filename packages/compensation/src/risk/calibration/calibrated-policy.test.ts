import { describe, expect, it } from "vitest";
import type { Policy } from "@amends/core/rules";
import { calibratedPolicy } from "./calibrated-policy.js";
import type { CalibratedRow } from "./calibrated-row.js";
import { calibrationSource, nextVersion, scaleNote } from "./calibration-note.js";
import { instantOf, readClaim } from "./testing/sample-scored-claims.js";

const rule = (name: string, reads: string, more: object = {}) => ({
  name,
  because: `It says ${name}.`,
  source: "a guess",
  conditions: { all: [{ fact: "customer.orders", operator: "greaterThan", value: { fact: `parameters.${reads}` } }] },
  event: { type: "score", params: { points: 5, code: name } },
  ...more,
});
const policy = {
  policy: "shop/score",
  version: "1.0.0",
  description: "Scores.",
  parameters: { many: 3, few: 1, window: 30 },
  conditions: { often: { all: [{ fact: "customer.orders", operator: "greaterThan", value: { fact: "parameters.few" } }] } },
  rules: [rule("kept", "many"), rule("gone", "few", { conditions: { all: [{ condition: "often" }] } })],
} as unknown as Policy;
const row = (name: string, points: number, more: Partial<CalibratedRow> = {}): CalibratedRow => ({
  policy: "shop/score",
  rule: name,
  code: name,
  group: name,
  before: 5,
  points,
  logOdds: 0.554,
  lower: 0.1,
  upper: 1.006,
  claims: 8,
  abusive: 3,
  weightOfEvidence: 0.7,
  ...more,
});
const note = { source: "claims of a year", version: "2.0.0", scale: "Ten points double the odds." };
const figures = "Of 8 such claims 37.5 % were abusive; log-odds 0.55 (0.10 to 1.01), weight of evidence 0.70; 5 points before.";

describe("the calibrated policy", () => {
  it("keeps the rules that are worth something, with their points and what these were made from", () => {
    expect(calibratedPolicy(policy, [row("kept", 7), row("gone", 0)], note)).toEqual({
      policy: "shop/score",
      version: "2.0.0",
      description: "Scores. Ten points double the odds.",
      parameters: { many: 3, window: 30 },
      conditions: {},
      rules: [
        {
          ...rule("kept", "many"),
          because: `It says kept. ${figures}`,
          source: "claims of a year",
          event: { type: "score", params: { points: 7, code: "kept" } },
        },
      ],
    });
  });

  it("keeps the conditions and parameters that any kept rule reads", () => {
    const { parameters, conditions } = calibratedPolicy(policy, [row("kept", 0), row("gone", -2)], note);
    expect(parameters).toEqual({ few: 1, window: 30 });
    expect(conditions).toEqual(policy.conditions);
  });

  it("leaves out rules that no row is of, even where another policy has one of that name", () => {
    expect(
      calibratedPolicy(policy, [row("kept", 7, { policy: "shop/other" }), row("gone", 3)], note).rules.map(({ name }) => name),
    ).toEqual(["gone"]);
  });

  it("needs no description, parameters, conditions or reason before", () => {
    const { description: _, parameters: __, conditions: ___, ...bare } = policy;
    const rules = [rule("kept", "many", { because: undefined })] as unknown as Policy["rules"];
    const calibrated = calibratedPolicy({ ...bare, rules }, [row("kept", 7)], note);
    expect(calibrated.description).toBe("Ten points double the odds.");
    expect(Object.keys(calibrated).toSorted()).toEqual(["description", "policy", "rules", "version"]);
    expect(calibrated.rules[0]?.because).toBe(figures);
  });

  it("says of a rule that spoke of no claim that none was abusive", () => {
    const [never] = calibratedPolicy(policy, [row("kept", 7, { claims: 0, abusive: 0 })], note).rules;
    expect(never?.because).toContain("Of 0 such claims 0.0 % were abusive;");
  });
});

describe("what is said of a calibration", () => {
  const train = [readClaim(0, 9), readClaim(1, 2), readClaim(2, 5)];
  const split = { kind: "random", train: 3, test: 2, immature: 0, leaking: 0 } as const;
  const prepared = { train, test: [readClaim(3, 20), readClaim(4, 21)], immature: [], warnings: [] };

  it("is from when to when, of how many claims, and what tested it", () => {
    expect(calibrationSource({ ...prepared, figures: { ...split, kind: "outOfTime", from: instantOf(20) } })).toBe(
      "Logistic regression on 3 labelled claims from 2025-01-03 to 2025-01-10, " +
        "signs and order of each group kept; tested on 2 claims from 2025-01-21 on",
    );
    expect(calibrationSource({ ...prepared, figures: split })).toMatch(/tested on 2 claims drawn at random$/);
  });

  it("is what the points mean", () => {
    expect(scaleNote({ baseScore: 20, intercept: Math.log(1 / 9), factor: 10, pointsToDoubleOdds: 6.931 })).toBe(
      "Points are calibrated: 6.9 of them double the odds of abuse, and a score of 20 stands for 10.0 %.",
    );
  });

  it("has the next minor version, which of a pre-release is a release", () => {
    expect(["1.0.0", "1.9.7", "2.10.0-beta.1"].map(nextVersion)).toEqual(["1.1.0", "1.10.0", "2.11.0"]);
  });
});

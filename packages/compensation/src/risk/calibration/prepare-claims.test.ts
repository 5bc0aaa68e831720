import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import type { LabelledClaim } from "./labelled-claim.js";
import { prepareClaims } from "./prepare-claims.js";
import { resolveCalibrationOptions } from "./resolve-calibration-options.js";
import { instantOf } from "./testing/sample-scored-claims.js";

/** Claims of the first ten days, whose outcome was known a day later, the odd ones abusive. */
const claims = Array.from({ length: 10 }, (_, index): LabelledClaim => {
  return {
    case: { id: `C-${index}`, now: instantOf(index), claim: { issueType: "quality_defect" } },
    abusive: index % 2 === 1,
    outcomeAt: instantOf(index + 1),
  };
});
const leaking = claims.map((claim, index) =>
  index === 3 ? { ...claim, case: { ...claim.case, shipment: { shippedAt: instantOf(9) } } } : claim,
);
const prepare = (given: readonly LabelledClaim[], options = {}) => prepareClaims(given, resolveCalibrationOptions(options));

describe("prepared claims", () => {
  it("are split, and say in numbers how", () => {
    const { train, test, figures, warnings } = prepare(claims);
    expect(figures).toEqual({ kind: "outOfTime", from: instantOf(7), train: 7, test: 3, immature: 0, leaking: 0 });
    expect([train.length, test.length, warnings]).toEqual([7, 3, []]);
    const late = claims.map((claim) => ({ ...claim, outcomeAt: instantOf(Number(claim.case.id?.slice(2)) + 3) }));
    expect(prepare(late).figures).toMatchObject({ train: 5, test: 3, immature: 2 });
    const random = prepare(claims, { split: { kind: "random", testShare: 0.5, seed: 1 } }).figures;
    expect(random).toEqual({ kind: "random", train: 5, test: 5, immature: 0, leaking: 0 });
  });

  it("are refused where one knows what was known later, or left out where that is asked for", () => {
    expect(() => prepare(leaking)).toThrow(InvalidCaseError);
    expect(() => prepare(leaking)).toThrow(/^The labelled claims hold what was known only after they were judged:/);
    const { train, figures } = prepare(leaking, { leaks: { handling: "leaveOut" } });
    expect(figures).toMatchObject({ leaking: 1, train: 7, test: 2 });
    expect(train.map(({ index }) => index)).toEqual([0, 1, 2, 4, 5, 6, 7]);
  });

  it("warn where outcomes aren't dated, with how many", () => {
    const undated = claims.map((claim, index) => (index < 4 ? { ...claim, outcomeAt: undefined } : claim));
    expect(prepare(undated).warnings).toEqual([
      {
        code: "outcome_undated",
        severity: "warning",
        message: "4 of 10 claims don't say when their outcome was known, so some may be learned from too early",
        expected: "outcomeAt, an ISO 8601 instant",
      },
    ]);
  });

  it.each([
    [
      "none to fit on",
      claims,
      { split: { kind: "outOfTime", testShare: 0.3, from: instantOf(0) } },
      "0 claims would be fitted and 10 tested",
    ],
    [
      "none to test",
      claims,
      { split: { kind: "outOfTime", testShare: 0.3, from: instantOf(20) } },
      "10 claims would be fitted and 0 tested",
    ],
    ["none at all", [], {}, "0 claims would be fitted and 0 tested"],
  ])("are refused where there are %s", (_, given, options, message) => {
    const finding = {
      code: "claims_too_few",
      message,
      expected: "claims in both parts",
      fix: "hand in claims of a longer time, or set another split",
    };
    expect(() => prepare(given, options)).toThrow(expect.objectContaining({ findings: [finding] }));
    expect(() => prepare(given, options)).toThrow(/^The claims can't be split:/);
  });
});

import { describe, expect, it } from "vitest";
import { calibrationOptionsSchema, type GivenCalibrationOptions } from "./calibration-options.js";
import { resolveCalibrationOptions, standardCalibrationOptions as standard } from "./resolve-calibration-options.js";
import { refusalOf } from "../../testing/refusal-of.js";

const resolve = (given: unknown) => resolveCalibrationOptions(given as GivenCalibrationOptions);

const refusal = (given: unknown) => refusalOf(() => resolve(given));

describe("options of a calibration", () => {
  it("are the standard ones with the given in their place, however deep, and lists and the split as a whole", () => {
    expect(resolve(undefined)).toEqual(standard);
    expect(resolve({ confidence: undefined, gates: { areaUnderCurve: { fail: undefined } } })).toEqual(standard);
    const random = { kind: "random", testShare: 0.2, seed: 4 };
    const given = { split: random, flaggedBands: ["high"], gates: { areaUnderCurve: { fail: 0.8 } }, costs: { perReview: "5" } };
    expect(resolve(given)).toEqual({
      ...standard,
      split: random,
      flaggedBands: ["high"],
      gates: { ...standard.gates, areaUnderCurve: { ...standard.gates.areaUnderCurve, fail: 0.8 } },
      costs: { ...standard.costs, perReview: "5" },
    });
    expect(standard.flaggedBands).toEqual(["review", "high"]);
  });

  it.each<[string, object]>([
    ["confidence", { confidence: 0 }],
    ["confidence", { confidence: 1 }],
    ["minimumCount", { minimumCount: 0 }],
    ["minimumCount", { minimumCount: 1.5 }],
    ["split.testShare", { split: { kind: "outOfTime", testShare: 0 } }],
    ["split.testShare", { split: { kind: "random", testShare: 1, seed: 1 } }],
    ["split.seed", { split: { kind: "random", testShare: 0.5, seed: 0.5 } }],
    ["split.testShare", { split: { kind: "random", seed: 1 } }],
    ["split.kind", { split: { kind: "byHand", testShare: 0.5 } }],
    ["split", { split: { kind: "outOfTime", testShare: 0.5, seed: 1 } }],
    ["split", { split: { kind: "random", testShare: 0.5, seed: 1, from: "2025-01-01T00:00:00Z" } }],
    ["fit.ridge", { fit: { ridge: 0 } }],
    ["fit.maximumIterations", { fit: { maximumIterations: 0 } }],
    ["fit.abuseRate", { fit: { abuseRate: 0 } }],
    ["fit.abuseRate", { fit: { abuseRate: 1 } }],
    ["fit", { fit: { strength: 1 } }],
    ["scale.anchorScore", { scale: { anchorScore: 0 } }],
    ["scale.anchorProbability", { scale: { anchorProbability: 1 } }],
    ["scale.pointsToDoubleOdds", { scale: { pointsToDoubleOdds: 0 } }],
    ["scale", { scale: { points: 1 } }],
    ["leaks.handling", { leaks: { handling: "ignore" } }],
    ["leaks.suspiciousAreaUnderCurve", { leaks: { suspiciousAreaUnderCurve: 1.01 } }],
    ["leaks.unchangedCountsShare", { leaks: { unchangedCountsShare: -0.01 } }],
    ["leaks.unchangedCountsPairs", { leaks: { unchangedCountsPairs: 0 } }],
    ["leaks", { leaks: { more: 1 } }],
    ["flaggedBands", { flaggedBands: [] }],
    ["flaggedBands[0]", { flaggedBands: ["medium"] }],
    ["scoreBins", { scoreBins: 1 }],
    ["calibrationBins", { calibrationBins: 1.5 }],
    ["fairness.groups[0]", { fairness: { groups: ["gender"] } }],
    ["fairness", { fairness: { by: "country" } }],
    ["costs.currency", { costs: { currency: "usd" } }],
    ["costs.currency", { costs: { currency: "USDX" } }],
    ["costs", { costs: { perCall: "1" } }],
    ["gates.areaUnderCurve.fail", { gates: { areaUnderCurve: { fail: 1.1 } } }],
    ["gates.kolmogorovSmirnov.fail", { gates: { kolmogorovSmirnov: { fail: -0.1 } } }],
    ["gates.kolmogorovSmirnov", { gates: { kolmogorovSmirnov: { warn: 0.1 } } }],
    ["gates.areaUnderCurve", { gates: { areaUnderCurve: { warn: 0.1 } } }],
    ["gates.populationStability.warn", { gates: { populationStability: { warn: 0 } } }],
    ["gates.populationStability", { gates: { populationStability: { least: 1 } } }],
    ["gates", { gates: { gini: { fail: 0.4 } } }],
    ["notes.split", { notes: { split: { by: "me" } } }],
    ["", { seed: 1 }],
  ])("are refused at %s, given as %j", (path, given) => {
    const { code, findings, message } = refusal(given);
    expect([code, findings.map(({ path: at, code: why }) => [at, why])]).toEqual([
      "calibration_options_invalid",
      [[path, "calibration_option_invalid"]],
    ]);
    expect(message).toMatch(/^The options of the calibration can't be used:\n {2}\S/);
  });

  it.each(["4 USD", "-4.00", "4.", ".5", "", "a4"])("are refused with a cost of %j", (perReview) => {
    expect(refusal({ costs: { perReview } }).findings).toMatchObject([
      { message: 'must be a decimal such as "4.00"', path: "costs.perReview" },
    ]);
  });

  it.each(["4", "4.0", "12.345"])("may have a cost of %j", (perReview) => {
    expect(resolve({ costs: { perReview } }).costs.perReview).toBe(perReview);
  });

  it("are refused for what doesn't go together, all at once", () => {
    const split = { kind: "outOfTime", testShare: 0.3, from: "2025-01-01" };
    const { findings, message } = refusal({ split, gates: { populationStability: { warn: 0.3 } } });
    expect(findings).toEqual([
      { code: "calibration_option_invalid", message: '"2025-01-01" is no ISO 8601 instant with an offset', path: "split.from" },
      { code: "calibration_option_invalid", message: "it fails before it warns", path: "gates.populationStability" },
    ]);
    expect(message.split("\n")).toHaveLength(3);
    expect(resolve({ gates: { populationStability: { warn: 0.25 } } }).gates.populationStability.warn).toBe(0.25);
    expect(resolve({ split: { ...split, from: "2025-01-01T00:00:00Z" } }).split).toMatchObject({ from: "2025-01-01T00:00:00Z" });
  });

  it("refuse a list or a number in the place of a section", () => {
    for (const fit of [[], 3, null]) expect(refusal({ fit }).findings[0]?.path).toBe("fit");
  });

  it("say what each is, where its name doesn't", () => {
    const described = (path: string) => {
      type Node = { properties?: Record<string, Node>; oneOf?: Node[]; description?: string };
      let at = calibrationOptionsSchema.toJSONSchema() as unknown as Node;
      for (const key of path.split("."))
        at = [at, ...(at.oneOf ?? [])].map(({ properties }) => properties?.[key]).find((each) => each !== undefined) as Node;
      return at.description;
    };
    for (const path of [
      "notes",
      "confidence",
      "minimumCount",
      "split.testShare",
      "split.from",
      "split.seed",
      "fit.ridge",
      "fit.abuseRate",
      "scale.anchorScore",
      "scale.pointsToDoubleOdds",
      "leaks.handling",
      "leaks.futureFields",
      "leaks.suspiciousAreaUnderCurve",
      "flaggedBands",
      "costs.perReview",
      "costs.perWronglyFlagged",
      "costs.perMissedAbuse",
    ]) {
      expect([path, described(path)]).toEqual([path, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  });
});

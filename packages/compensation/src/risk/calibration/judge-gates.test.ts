import { describe, expect, it } from "vitest";
import { judgeGates } from "./judge-gates.js";
import type { ScorecardFigures } from "./scorecard-figures.js";

const gates = {
  areaUnderCurve: { fail: 0.7, source: "of the area" },
  kolmogorovSmirnov: { fail: 0.25, source: "of the distance" },
  populationStability: { warn: 0.1, fail: 0.25, source: "of stability" },
};
const judged = (areaUnderCurve: number | undefined, distance: number | undefined, index: number | undefined) =>
  judgeGates(
    {
      ...(areaUnderCurve === undefined ? {} : { areaUnderCurve }),
      ...(distance === undefined ? {} : { kolmogorovSmirnov: { distance, at: 0 } }),
    } as unknown as ScorecardFigures,
    [{ feature: "score", ...(index === undefined ? {} : { index }) }],
    gates,
  );

describe("gates", () => {
  it("say of each figure its value, its threshold and where that is from", () => {
    expect(judged(0.7, 0.25, 0.09)).toEqual([
      { figure: "areaUnderCurve", value: 0.7, verdict: "pass", threshold: 0.7, source: "of the area" },
      { figure: "kolmogorovSmirnov", value: 0.25, verdict: "pass", threshold: 0.25, source: "of the distance" },
      { figure: "populationStability", feature: "score", value: 0.09, verdict: "pass", threshold: 0.1, source: "of stability" },
    ]);
  });

  it.each([
    [0.6999, 0.2499, 0.1, ["fail", "fail", "warn"], 0.1],
    [1, 1, 0.2499, ["pass", "pass", "warn"], 0.1],
    [0.7, 0.25, 0.25, ["pass", "pass", "fail"], 0.25],
    [0, 0, 0, ["fail", "fail", "pass"], 0.1],
  ])("judge %d, %d and %d at their thresholds", (area, distance, index, verdicts, threshold) => {
    const found = judged(area, distance, index);
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(found[2]?.threshold).toBe(threshold);
  });

  it("fail, without a value, where nothing could be measured", () => {
    expect(judged(undefined, undefined, undefined)).toStrictEqual([
      { figure: "areaUnderCurve", verdict: "fail", threshold: 0.7, source: "of the area" },
      { figure: "kolmogorovSmirnov", verdict: "fail", threshold: 0.25, source: "of the distance" },
      { figure: "populationStability", feature: "score", verdict: "fail", threshold: 0.25, source: "of stability" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { populationStability } from "@amends/core/statistics";
import { standardCalibrationOptions as options } from "./resolve-calibration-options.js";
import type { ScoreRow } from "./score-rows.js";
import { stabilityFigures } from "./stability-figures.js";
import { scoredClaim, times } from "./testing/sample-scored-claims.js";

const row = (id: string, group: string): ScoreRow => ({ id, policy: "p", rule: id, code: id, group, points: 1, priority: 1 });
const rows = [row("often", "rate"), row("always", "rate"), row("lost", "lost")];
const claim = (score: number, abusive: boolean, ...ids: string[]) => scoredClaim(score, abusive, { rules: new Set(ids) });
const twoBins = { ...options, scoreBins: 2 };

describe("stability", () => {
  const train = [...times(6, claim(10, false)), ...times(2, claim(20, true, "often")), ...times(2, claim(30, true, "always", "lost"))];
  const test = [...times(3, claim(10, false)), ...times(3, claim(20, false, "often")), ...times(4, claim(30, true, "always"))];

  it("is told of the score, then of each group of rows in the policy's order", () => {
    expect(stabilityFigures(rows, train, test, twoBins).map(({ feature }) => feature)).toEqual(["score", "rate", "lost"]);
  });

  it("of the score goes by its quantiles on the earlier claims, whose upper end belongs to the bin", () => {
    const [score] = stabilityFigures(rows, train, test, twoBins);
    expect(score?.index).toBeCloseTo(populationStability([6, 4], [3, 7]) ?? Number.NaN, 12);
    const spread = [1, 2, 3, 4, 5].map((points) => claim(points, points > 3));
    const moved = [1, 1, 2, 4, 6].map((points) => claim(points, false));
    // Of four bins, the ends are 2, 3 and 4.
    const [finer] = stabilityFigures(rows, spread, moved, { ...options, scoreBins: 4 });
    expect(finer?.index).toBeCloseTo(populationStability([2, 1, 1, 1], [3, 0, 1, 1]) ?? Number.NaN, 12);
    // Ends that fall on one score are one end.
    const [same] = stabilityFigures(rows, times(4, claim(5, true)), [claim(4, true), claim(6, true)], { ...options, scoreBins: 4 });
    expect(same?.index).toBeCloseTo(populationStability([4, 0], [1, 1]) ?? Number.NaN, 12);
  });

  it("of a group goes by which of its rows counts, and none", () => {
    const [, rate, lost] = stabilityFigures(rows, train, test, twoBins);
    expect(rate?.index).toBeCloseTo(populationStability([6, 2, 2], [3, 3, 4]) ?? Number.NaN, 12);
    expect(lost?.index).toBeCloseTo(populationStability([8, 2], [10, 0]) ?? Number.NaN, 12);
  });

  it("says how well each feature alone tells abuse, whichever way it points", () => {
    const [score, rate, lost] = stabilityFigures(rows, train, test, twoBins);
    expect([score?.areaUnderCurve, rate?.areaUnderCurve]).toEqual([1, 1]);
    // 4 × 6 pairs: half of the abusive claims are above all good ones, half tie with them.
    expect(lost?.areaUnderCurve).toBeCloseTo(0.75, 12);
    const good = [...times(2, claim(10, true)), ...times(2, claim(10, false, "lost"))];
    expect(stabilityFigures(rows, good, good, twoBins)[2]).toEqual({ feature: "lost", index: 0, areaUnderCurve: 1 });
  });

  it("has no index without claims on one side, and no area of claims of one kind", () => {
    const ofOneKind = times(3, claim(10, false));
    expect(stabilityFigures(rows, ofOneKind, [], twoBins)).toStrictEqual(["score", "rate", "lost"].map((feature) => ({ feature })));
    expect(stabilityFigures(rows, ofOneKind, ofOneKind, twoBins)[0]).toEqual({ feature: "score", index: 0 });
    expect(stabilityFigures([], [], [], twoBins)).toStrictEqual([{ feature: "score" }]);
  });
});

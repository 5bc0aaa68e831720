import { describe, expect, it } from "vitest";
import { logit, pointScale, probabilityAt } from "./point-scale.js";

const options = { anchorScore: 60, anchorProbability: 0.5 };

describe("the scale of points", () => {
  it("stands for the intercept at the base score and for the anchor's probability at the anchor's", () => {
    const scale = pointScale(logit(0.1), 20, options);
    expect(scale).toMatchObject({ baseScore: 20, intercept: logit(0.1) });
    expect(scale.factor).toBeCloseTo(40 / Math.log(9), 12);
    expect(scale.pointsToDoubleOdds).toBeCloseTo((40 / Math.log(9)) * Math.log(2), 12);
    expect(probabilityAt(20, scale)).toBeCloseTo(0.1, 12);
    expect(probabilityAt(60, scale)).toBeCloseTo(0.5, 12);
    expect(probabilityAt(20 + scale.pointsToDoubleOdds, scale)).toBeCloseTo(2 / 11, 12);
  });

  it("doubles the odds by as many points as are asked for, whatever the anchor", () => {
    const scale = pointScale(0, 10, { ...options, pointsToDoubleOdds: 20 });
    expect(scale).toEqual({ baseScore: 10, intercept: 0, factor: 20 / Math.LN2, pointsToDoubleOdds: 20 });
    expect(probabilityAt(30, scale)).toBeCloseTo(2 / 3, 12);
  });

  it.each([
    ["likelier already", logit(0.75), 20],
    ["exactly as likely", 0, 20],
    ["at a base score above the anchor's", logit(0.1), 61],
    ["at a base score of the anchor's", logit(0.1), 60],
  ])("is refused where a claim that no row speaks of is %s", (_, intercept, base) => {
    expect(() => pointScale(intercept, base, options)).toThrow(expect.objectContaining({ code: "scale_impossible" }));
  });

  it("says what can't be and how to mend it", () => {
    expect(() => pointScale(logit(0.75), 20, options)).toThrow(
      "A claim that no rule speaks of is abusive with a probability of 0.750 and scores 20; 60 points can't stand for 0.5. " +
        "Raise scale.anchorProbability, or set scale.pointsToDoubleOdds.",
    );
  });

  it("goes by log-odds", () => {
    expect([logit(0.5), logit(0.75), logit(0.25)]).toEqual([0, Math.log(3), -Math.log(3)].map((each) => expect.closeTo(each, 12)));
  });
});

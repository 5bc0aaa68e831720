import { describe, expect, it } from "vitest";
import { errorCost } from "./error-cost.js";
import { rateFigure } from "./rate-figure.js";
import { standardCalibrationOptions as options } from "./resolve-calibration-options.js";
import { isFlagged, scorecardFigures } from "./scorecard-figures.js";
import { scoredClaim, times } from "./testing/sample-scored-claims.js";

const usd = (amount: string) => ({ amount, currency: "USD" });

describe("figures of a scorecard", () => {
  const claims = [
    ...times(6, scoredClaim(10, false)),
    ...times(2, scoredClaim(10, true)),
    ...times(3, scoredClaim(40, false, { band: "review" })),
    ...times(1, scoredClaim(40, true, { band: "review" })),
    ...times(4, scoredClaim(70, true, { band: "high", humanReview: true })),
  ];

  it("count what came of each band, who was flagged for nothing and what was caught", () => {
    const figures = scorecardFigures(claims, options);
    expect(figures).toMatchObject({ claims: 16, abusive: 7 });
    expect(figures.bands.map(({ band, claims: of, precision }) => [band, of, precision.count, precision.rate])).toEqual([
      ["low", 8, 2, 0.25],
      ["review", 4, 1, 0.25],
      ["high", 4, 4, 1],
    ]);
    expect(figures.wronglyFlagged).toMatchObject({ count: 3, total: 9, rate: 1 / 3, tooFew: true });
    expect(figures.caught).toMatchObject({ count: 5, total: 7, rate: 5 / 7 });
    expect(figures.cost).toEqual({
      reviews: usd("32.00"),
      wronglyFlagged: usd("45.00"),
      missedAbuse: usd("120.00"),
      total: usd("197.00"),
      withoutScore: usd("420.00"),
    });
  });

  it("tell how well the score orders claims, by every pair of an abusive and a good one", () => {
    const { areaUnderCurve, kolmogorovSmirnov } = scorecardFigures(claims, options);
    // 7 × 9 pairs: of the 2 at 10, 6 ties; of the one at 40, 6 won and 3 ties; of the 4 at 70, all 9 won.
    expect(areaUnderCurve).toBeCloseTo((2 * 6 * 0.5 + 6 + 3 * 0.5 + 4 * 9) / 63, 12);
    expect(kolmogorovSmirnov?.distance).toBeCloseTo(4 / 7, 12);
  });

  it("of one kind of claims have neither, and of none have no rate", () => {
    for (const of of [[], times(3, scoredClaim(1, true)), times(3, scoredClaim(1, false))]) {
      const figures = scorecardFigures(of, options);
      expect(figures).not.toHaveProperty("areaUnderCurve");
      expect(figures).not.toHaveProperty("kolmogorovSmirnov");
      expect(figures.bands).toHaveLength(3);
    }
    expect(scorecardFigures([], options).caught).not.toHaveProperty("rate");
  });

  it("say how far probabilities keep their word of calibrated points alone", () => {
    const scale = { baseScore: 10, intercept: 0, factor: 10, pointsToDoubleOdds: 10 * Math.LN2 };
    expect(scorecardFigures(claims, options)).not.toHaveProperty("probabilities");
    const { probabilities } = scorecardFigures(times(4, scoredClaim(10, true)), options, scale);
    expect(probabilities?.bins).toHaveLength(1);
    expect(probabilities?.error).toBeCloseTo(0.5, 12);
  });
});

describe("a flagged claim", () => {
  it("is in a band that puts its customer to trouble, or before a person", () => {
    expect(isFlagged(scoredClaim(0, false, { band: "review" }), options)).toBe(true);
    expect(isFlagged(scoredClaim(0, false), options)).toBe(false);
    expect(isFlagged(scoredClaim(0, false, { humanReview: true }), options)).toBe(true);
    expect(isFlagged(scoredClaim(0, false, { band: "review" }), { ...options, flaggedBands: ["high"] })).toBe(false);
  });
});

describe("a rate", () => {
  it("says that it is of too few below the least count, not at it", () => {
    const of = (total: number) => rateFigure(3, total, { confidence: 0.95, minimumCount: 30 });
    expect([of(29).tooFew, of(30).tooFew]).toEqual([true, false]);
    expect(of(30)).toMatchObject({ count: 3, total: 30, rate: 0.1 });
    // Wilson's interval of 3 in 30.
    expect([of(30).lower, of(30).upper]).toEqual([expect.closeTo(0.0346, 4), expect.closeTo(0.2562, 4)]);
    expect(rateFigure(0, 0, options)).not.toHaveProperty("rate");
  });
});

describe("the cost of errors", () => {
  it("is that of every review, every wrong flag and every miss, and without a score of all abuse", () => {
    const costs = { currency: "JPY", perReview: "400", perWronglyFlagged: "1500", perMissedAbuse: "6000" };
    const yen = (amount: string) => ({ amount, currency: "JPY" });
    expect(errorCost({ flagged: 5, wronglyFlagged: 2, missed: 1, abusive: 4 }, costs)).toEqual({
      reviews: yen("2000"),
      wronglyFlagged: yen("3000"),
      missedAbuse: yen("6000"),
      total: yen("11000"),
      withoutScore: yen("24000"),
    });
  });
});

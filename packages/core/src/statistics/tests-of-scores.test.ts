import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve } from "./area-under-curve.js";
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.js";
import type { LabelledScore } from "./labelled-score.js";
import { populationStability } from "./population-stability.js";
import { probabilityCalibration } from "./probability-calibration.js";
import { weightOfEvidence } from "./weight-of-evidence.js";

const scored = fc.array(fc.record({ score: fc.integer({ min: -5, max: 20 }), event: fc.boolean() }), { maxLength: 60 });

/** Every pair of an event and none, one by one. */
function areaByPairs(given: readonly LabelledScore[]): number | undefined {
  const pairs = given
    .filter(({ event }) => event)
    .flatMap(({ score }) => given.filter(({ event }) => !event).map((other) => Math.sign(score - other.score)));
  return pairs.length === 0 ? undefined : pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
}

/** The two distribution functions at every score there is. */
function distanceBySorting(given: readonly LabelledScore[]): number | undefined {
  const [events, others] = [given.filter(({ event }) => event), given.filter(({ event }) => !event)];
  if (events.length === 0 || others.length === 0) return undefined;
  const share = (of: readonly LabelledScore[], at: number): number => of.filter(({ score }) => score <= at).length / of.length;
  return Math.max(...given.map(({ score }) => Math.abs(share(events, score) - share(others, score))));
}

describe("areaUnderCurve", () => {
  it("is what counting every pair gives", () => {
    fc.assert(
      fc.property(scored, (given) => {
        const expected = areaByPairs(given);
        if (expected === undefined) expect(areaUnderCurve(given)).toBeUndefined();
        else expect(areaUnderCurve(given)).toBeCloseTo(expected, 12);
      }),
    );
  });
  it("turns round with the scores, and doesn't change where they are stretched", () => {
    fc.assert(
      fc.property(scored, (given) => {
        const area = areaUnderCurve(given);
        fc.pre(area !== undefined);
        expect(areaUnderCurve(given.map(({ score, event }) => ({ score: -score, event })))).toBeCloseTo(1 - (area ?? 0), 12);
        expect(areaUnderCurve(given.map(({ score, event }) => ({ score: score ** 3 * 7, event })))).toBe(area);
      }),
    );
  });
  it("refuses a score that is no number", () => {
    expect(() => areaUnderCurve([{ score: Number.NaN, event: true }])).toThrow(RangeError);
    expect(() => kolmogorovSmirnov([{ score: Number.POSITIVE_INFINITY, event: true }])).toThrow(RangeError);
  });
});

describe("kolmogorovSmirnov", () => {
  it("is the largest distance of the two distribution functions, and says where", () => {
    fc.assert(
      fc.property(scored, (given) => {
        const found = kolmogorovSmirnov(given);
        const expected = distanceBySorting(given);
        expect(found === undefined).toBe(expected === undefined);
        if (found === undefined || expected === undefined) return;
        expect(found.distance).toBeCloseTo(expected, 12);
        const below = (event: boolean): number => {
          const all = given.filter((each) => each.event === event);
          return all.filter(({ score }) => score <= found.at).length / all.length;
        };
        expect(Math.abs(below(true) - below(false))).toBeCloseTo(expected, 12);
      }),
    );
  });
});

describe("populationStability", () => {
  it("is the textbook's sum", () => {
    const byHand = (0.3 - 0.2) * Math.log(0.3 / 0.2) + (0.3 - 0.5) * Math.log(0.3 / 0.5) + (0.4 - 0.3) * Math.log(0.4 / 0.3);
    expect(populationStability([20, 50, 30], [30, 30, 40])).toBeCloseTo(byHand, 14);
  });
  it("takes an empty bin for half an observation, and one that is empty twice for none", () => {
    const byHand = (0.005 - 0.1) * Math.log(0.005 / 0.1) + (1 - 0.9) * Math.log(1 / 0.9);
    expect(populationStability([10, 90, 0], [0, 100, 0])).toBeCloseTo(byHand, 14);
    expect(populationStability([0, 0], [1, 1])).toBeUndefined();
  });
  it("is the same both ways, never below zero, and zero only where nothing moved", () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (bins) => {
        const [was, is] = [bins.map(([count]) => count), bins.map(([, count]) => count)];
        const index = populationStability(was, is) as number;
        expect(index).toBeCloseTo(populationStability(is, was) as number, 12);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(populationStability(was, was)).toBe(0);
      }),
    );
  });
  it("refuses other bins and counts that are none", () => {
    expect(() => populationStability([1], [1, 2])).toThrow(/the same bins/);
    expect(() => populationStability([1.5], [1])).toThrow(RangeError);
  });
});

describe("weightOfEvidence", () => {
  it("is the logarithm of the odds over the odds of all", () => {
    expect(weightOfEvidence({ events: 10, trials: 30 }, { events: 100, trials: 1000 })).toBeCloseTo(
      Math.log(10.5 / 20.5 / (100.5 / 900.5)),
      14,
    );
    expect(weightOfEvidence({ events: 5, trials: 20 }, { events: 5, trials: 20 })).toBe(0);
  });
  it("rises with the events, and refuses more of them than trials", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (events) => {
        const all = { events: 200, trials: 1000 };
        expect(weightOfEvidence({ events, trials: 100 }, all)).toBeGreaterThan(weightOfEvidence({ events: events - 1, trials: 100 }, all));
      }),
    );
    expect(() => weightOfEvidence({ events: 2, trials: 1 }, { events: 2, trials: 3 })).toThrow(RangeError);
  });
});

describe("probabilityCalibration", () => {
  it("finds no error where every bin keeps its word, and all of it where none does", () => {
    const kept = [0.25, 0.75].flatMap((probability) => [0, 1, 2, 3].map((index) => ({ probability, event: index < probability * 4 })));
    const found = probabilityCalibration(kept, 4, 0.95);
    expect(found?.error).toBe(0);
    expect(found?.brier).toBeCloseTo(0.1875, 14);
    expect(found?.bins.map(({ from, to, count, observed }) => [from, to, count, observed])).toEqual([
      [0.25, 0.5, 4, 0.25],
      [0.75, 1, 4, 0.75],
    ]);
    expect(probabilityCalibration([{ probability: 1, event: false }], 10, 0.95)).toMatchObject({ brier: 1, error: 1, bins: [{ to: 1 }] });
  });
  it("holds every forecast once, within its bin", () => {
    const forecasts = fc.array(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), event: fc.boolean() }));
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 12 }), (given, bins) => {
        const found = probabilityCalibration(given, bins, 0.9);
        expect(found?.bins.reduce((sum, { count }) => sum + count, 0) ?? 0).toBe(given.length);
        for (const { from, to, announced, observed, lower, upper } of found?.bins ?? []) {
          expect(announced).toBeGreaterThanOrEqual(from - 1e-12);
          expect(announced).toBeLessThanOrEqual(to + 1e-12);
          expect(lower <= observed && observed <= upper).toBe(true);
        }
      }),
    );
  });
  it("refuses what is no probability, and less than one bin", () => {
    expect(() => probabilityCalibration([{ probability: 1.1, event: true }], 10, 0.95)).toThrow(RangeError);
    expect(() => probabilityCalibration([], 0, 0.95)).toThrow(RangeError);
    expect(probabilityCalibration([], 10, 0.95)).toBeUndefined();
  });
});

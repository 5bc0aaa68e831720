import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogistic, type LogisticProblem } from "./fit-logistic.js";
import { rowChains } from "./row-chains.js";
import type { ScoreRow } from "./score-rows.js";

const options = { ridge: 0.5, maximumIterations: 200 };
const sign = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);
const problem: fc.Arbitrary<LogisticProblem> = fc.integer({ min: 1, max: 5 }).chain((features) =>
  fc.record({
    columns: fc.constant(features + 1),
    signs: fc.array(sign, { minLength: features, maxLength: features }).map((signs) => [0 as const, ...signs]),
    observations: fc.array(
      fc.record({
        columns: fc.subarray(Array.from({ length: features }, (_, index) => index + 1)).map((taken) => [0, ...taken]),
        event: fc.boolean(),
      }),
      { minLength: 2, maxLength: 60 },
    ),
  }),
);
const mixed = problem.filter(({ observations }) => new Set(observations.map(({ event }) => event)).size === 2);

/** The slope of the penalized loss, observation by observation. */
function slopes({ columns, observations }: LogisticProblem, at: readonly number[]): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const own = observations.filter((each) => each.columns.includes(column));
    const data = own.reduce((sum, each) => {
      const logOdds = each.columns.reduce((total, taken) => total + (at[taken] ?? 0), 0);
      return sum + 1 / (1 + Math.exp(-logOdds)) - Number(each.event);
    }, 0);
    return data + (column === 0 ? 0 : options.ridge * (at[column] ?? 0));
  });
}

describe("fitLogistic", () => {
  it("stands where nothing allowed is better: flat where free, uphill where its sign holds it", () => {
    fc.assert(
      fc.property(mixed, (given) => {
        const { coefficients } = fitLogistic(given, options);
        for (const [column, slope] of slopes(given, coefficients).entries()) {
          const [coefficient, signOf] = [coefficients[column] ?? 0, given.signs[column] ?? 0];
          if (signOf !== 0) expect(coefficient * signOf).toBeGreaterThanOrEqual(0);
          if (signOf === 0 || coefficient !== 0) expect(Math.abs(slope)).toBeLessThan(1e-5);
          else expect(slope * signOf).toBeGreaterThan(-1e-5);
        }
      }),
    );
  });

  it("gives the log-odds of a table where the ridge is small", () => {
    const table = (columns: readonly number[], events: number, others: number) =>
      Array.from({ length: events + others }, (_, index) => ({ columns, event: index < events }));
    const observations = [...table([0], 20, 180), ...table([0, 1], 30, 70)];
    const { coefficients, covariance } = fitLogistic({ columns: 2, signs: [0, 1], observations }, { ridge: 1e-9, maximumIterations: 50 });
    expect(coefficients[0]).toBeCloseTo(Math.log(20 / 180), 6);
    expect(coefficients[1]).toBeCloseTo(Math.log((30 * 180) / (70 * 20)), 6);
    // The textbook's variance of a log odds ratio.
    expect(covariance[1]?.[1]).toBeCloseTo(1 / 20 + 1 / 180 + 1 / 30 + 1 / 70, 5);
    const turned = fitLogistic({ columns: 2, signs: [0, -1], observations }, { ridge: 1e-9, maximumIterations: 50 });
    expect(turned.coefficients[1]).toBe(0);
    expect(turned.covariance[1]).toEqual([0, 0]);
  });

  it("has an answer where claims are told apart perfectly, and says where it hasn't settled", () => {
    const observations = [0, 1].flatMap((kind) =>
      Array.from({ length: 20 }, () => ({ columns: kind === 0 ? [0] : [0, 1], event: kind === 1 })),
    );
    const apart: LogisticProblem = { columns: 2, signs: [0, 1], observations };
    expect(Number.isFinite(fitLogistic(apart, options).coefficients[1])).toBe(true);
    expect(() => fitLogistic(apart, { ridge: 1, maximumIterations: 0 })).toThrow(/hasn't settled/);
  });
});

describe("rowChains", () => {
  const row = (id: string, group: string, points: number, priority = 1): ScoreRow => ({
    id,
    policy: "p",
    rule: id,
    code: id,
    group,
    points,
    priority,
  });

  it("counts a row as the weaker ones of its group and a step of its own, each way by itself", () => {
    const rows = [row("most", "a", 28), row("some", "a", 8), row("fewer", "a", -5), row("many", "a", 16), row("alone", "b", 3)];
    const { steps, stepsOf } = rowChains(rows);
    expect(steps.map(({ row: of, sign: way }) => [rows[of]?.id, way])).toEqual([
      ["some", 1],
      ["many", 1],
      ["most", 1],
      ["fewer", -1],
      ["alone", 1],
    ]);
    expect(stepsOf).toEqual([[0, 1, 2], [0], [3], [0, 1], [4]]);
  });

  it("takes the row that wins for the stronger of two with the same points", () => {
    const { stepsOf } = rowChains([row("wins", "a", 8, 9), row("loses", "a", 8, 2)]);
    expect(stepsOf).toEqual([[0, 1], [0]]);
  });
});

describe("the end of a fit", () => {
  const alternating = {
    columns: 2,
    signs: [0, 1] as const,
    observations: Array.from({ length: 40 }, (_, index) => ({ columns: index % 2 === 0 ? [0, 1] : [0], event: index % 3 === 0 })),
  };

  it("comes after as many iterations as it takes, which are enough, and one fewer isn't", () => {
    const { iterations } = fitLogistic(alternating, { ridge: 1, maximumIterations: 100 });
    expect(iterations).toBeGreaterThan(1);
    expect(fitLogistic(alternating, { ridge: 1, maximumIterations: iterations }).iterations).toBe(iterations);
    expect(() => fitLogistic(alternating, { ridge: 1, maximumIterations: iterations - 1 })).toThrow(
      expect.objectContaining({
        code: "fit_unconverged",
        message: `The regression hasn't settled after ${iterations - 1} iterations; raise fit.maximumIterations or fit.ridge.`,
      }),
    );
  });

  it("says the mean log-loss without the ridge, which of an intercept alone is the entropy", () => {
    const observations = Array.from({ length: 40 }, (_, index) => ({ columns: [0], event: index < 10 }));
    const { coefficients, logLoss } = fitLogistic({ columns: 1, signs: [0], observations }, { ridge: 1, maximumIterations: 100 });
    expect(coefficients[0]).toBeCloseTo(Math.log(1 / 3), 6);
    expect(logLoss).toBeCloseTo(-(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), 9);
  });

  it("needs no step where there is nothing to learn from", () => {
    expect(fitLogistic({ columns: 1, signs: [0], observations: [] }, { ridge: 1, maximumIterations: 1 })).toMatchObject({
      coefficients: [0],
      iterations: 0,
      logLoss: 0,
    });
  });
});

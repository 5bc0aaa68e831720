import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backtestForecast } from "./backtest-forecast.js";
import { scaledError, weightedAbsoluteError } from "./forecast-errors.js";
import { fitSeasonalModel, forecastSeasonal } from "./seasonal-forecast.js";
import { levelAfter, smoothLevel } from "./smooth-level.js";

const profile = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 2, maxLength: 12 });

describe("fitSeasonalModel", () => {
  it("finds again what a series was made of", () => {
    fc.assert(
      fc.property(profile, fc.double({ min: 1, max: 500, noNaN: true }), fc.integer({ min: 2, max: 6 }), (index, level, seasons) => {
        const season = index.length;
        const mean = index.reduce((sum, value) => sum + value, 0) / season;
        const values = Array.from({ length: seasons * season }, (_, step) => level * (index[step % season] as number));
        const model = fitSeasonalModel({ values, season });
        model.profile.forEach((value, slot) => expect(value).toBeCloseTo((index[slot] as number) / mean, 9));
        const next = forecastSeasonal(model, { steps: season });
        next.forEach((value, slot) => expect(value / (values[slot] as number)).toBeCloseTo(1, 9));
      }),
    );
  });

  it("keeps a promotion out of the index and the level, and learns what it brings", () => {
    const usual = [10, 20, 30, 40];
    const values = Array.from({ length: 24 }, (_, step) => (usual[step % 4] as number) * (step >= 12 && step < 15 ? 5 : 1));
    const peaks = values.map((_, step) => (step >= 12 && step < 15 ? "sale" : null));
    const model = fitSeasonalModel({ values, season: 4, peaks });
    expect(model.multipliers["sale"]).toBeCloseTo(5, 9);
    expect(forecastSeasonal(model, { steps: 4 }).map((value) => Math.round(value * 1e6) / 1e6)).toEqual(usual);
    expect(forecastSeasonal(model, { steps: 1, peaks: ["sale"] })[0]).toBeCloseTo(50, 6);
    expect(forecastSeasonal(model, { steps: 1, peaks: ["sale"], multipliers: { sale: 2 } })[0]).toBeCloseTo(20, 6);
  });

  it("takes a season that was a peak throughout as no change of level", () => {
    const values = [1, 3, 1, 3, 10, 30, 1, 3];
    const peaks = values.map((_, step) => (step === 4 || step === 5 ? "week" : null));
    const model = fitSeasonalModel({ values, season: 2, peaks });
    expect(model.multipliers["week"]).toBeCloseTo(10, 9);
    expect(forecastSeasonal(model, { steps: 2 })[1]).toBeCloseTo(3, 9);
  });

  it("goes on with a trend, which dies down and never falls below zero", () => {
    const rising = Array.from({ length: 10 }, (_, step) => 100 + 10 * step);
    const level = smoothLevel(rising);
    expect(levelAfter(level, 1)).toBeGreaterThan(190);
    expect(levelAfter(level, 1)).toBeLessThan(205);
    expect(levelAfter({ level: 5, trend: -10, damping: 0.9 }, 3)).toBe(0);
    expect(smoothLevel([7, 7, 7, 7, 7])).toMatchObject({ level: 7, trend: 0 });
    expect(smoothLevel([4])).toEqual({ level: 4, trend: 0, damping: 0 });
  });

  it("forecasts nothing from nothing", () => {
    const model = fitSeasonalModel({ values: [0, 0, 0, 0], season: 2, peaks: ["sale", null, null, null] });
    expect(forecastSeasonal(model, { steps: 3 })).toEqual([0, 0, 0]);
    expect(model.multipliers).toEqual({});
  });

  it("refuses what it can't read", () => {
    const good = { values: [1, 2, 3, 4], season: 2 };
    const bad = [
      { ...good, season: 1.5 },
      { ...good, values: [1, 2, 3] },
      { ...good, values: [1, 2, -3, 4] },
      { ...good, slots: [0, 1] },
      { ...good, slots: [0, 1, 2, 0] },
      { ...good, peaks: [null] },
    ];
    for (const history of bad) expect(() => fitSeasonalModel(history)).toThrow(RangeError);
    const model = fitSeasonalModel(good);
    expect(() => forecastSeasonal(model, { steps: -1 })).toThrow("steps");
    expect(() => forecastSeasonal(model, { steps: 1, peaks: [] })).toThrow("peaks");
    expect(() => forecastSeasonal(model, { steps: 1, slots: [2] })).toThrow("slots[0]");
    expect(() => forecastSeasonal(model, { steps: 1, peaks: ["sale"] })).toThrow("multiplier");
  });
});

describe("errors of forecasts", () => {
  it("are those of a calculation by hand", () => {
    expect(weightedAbsoluteError([10, 0, 30], [12, 0, 24])).toBe(0.2);
    expect(weightedAbsoluteError([0], [1])).toBeUndefined();
    expect(scaledError([12, 20], [11, 21], { values: [10, 20, 12, 22], season: 2 })).toBe(0.5);
    expect(scaledError([12], [12], { values: [1, 1], season: 1 })).toBeUndefined();
    expect(() => scaledError([1], [], { values: [1, 2], season: 1 })).toThrow(RangeError);
  });
});

describe("backtestForecast", () => {
  /** Counts that go up and down around a season without any chance: a fixed pattern of noise. */
  const values = Array.from({ length: 120 }, (_, step) => 50 + 30 * Math.sin((step * Math.PI) / 6) + ((step * 7919) % 13));

  it("uses nothing that was not known: what comes after an origin doesn't change it", () => {
    const season = 12;
    const { origins, steps, model, seasonalNaive } = backtestForecast({ values, season }, { origins: 3 });
    expect([origins, steps]).toEqual([3, 36]);
    expect(model.wape ?? 1).toBeLessThan(seasonalNaive.wape ?? 0);
    expect(model.mase ?? 1).toBeLessThan(1);
    let error = 0;
    for (const origin of [84, 96, 108]) {
      const told = forecastSeasonal(fitSeasonalModel({ values: values.slice(0, origin), season }), { steps: season });
      told.forEach((value, step) => (error += Math.abs(value - (values[origin + step] as number))));
    }
    expect(model.wape).toBeCloseTo(error / values.slice(84).reduce((sum, value) => sum + value, 0), 12);
  });

  it("takes as many origins as the history has, and refuses one that has none", () => {
    expect(backtestForecast({ values: values.slice(0, 40), season: 12 }).origins).toBe(1);
    expect(() => backtestForecast({ values: values.slice(0, 30), season: 12 })).toThrow("two seasons and a horizon");
    expect(() => backtestForecast({ values, season: 12 }, { horizon: 0 })).toThrow("horizon");
    expect(() => backtestForecast({ values, season: 12 }, { origins: 0 })).toThrow("origins");
  });

  it("takes a peak that no past teaches as a usual time", () => {
    const peaks = values.map((_, step) => (step === 119 ? "first sale ever" : null));
    const slots = values.map((_, step) => step % 12);
    expect(backtestForecast({ values, season: 12, peaks, slots })).toEqual(backtestForecast({ values, season: 12 }));
  });
});

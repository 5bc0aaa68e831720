import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHistogram, emptyHistogram, histogramMoments, histogramQuantile, observe } from "./duration-histogram.js";

const durations = fc.array(fc.oneof(fc.nat(300), fc.nat(1e9), fc.integer({ min: 0, max: 2 ** 45 })), { minLength: 1, maxLength: 60 });

function histogramOf(values: readonly number[]) {
  const histogram = emptyHistogram();
  for (const value of values) observe(histogram, value);
  return histogram;
}

describe("a duration histogram", () => {
  it("has every quantile within 1/128 of the observation of that rank", () => {
    fc.assert(
      fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, probability) => {
        const sorted = [...values].sort((one, other) => one - other);
        const exact = sorted[Math.max(1, Math.ceil(probability * sorted.length)) - 1] as number;
        const quantile = histogramQuantile(histogramOf(values), probability) as number;
        expect(Math.abs(quantile - exact)).toBeLessThanOrEqual(exact < 128 ? 0 : exact / 128);
      }),
    );
  });

  it("is the same bytes for any order and any parts, and after JSON", () => {
    fc.assert(
      fc.property(durations, fc.nat(60), (values, cut) => {
        const whole = histogramOf(values);
        const part = histogramOf(values.slice(cut).toReversed());
        addHistogram(part, JSON.parse(JSON.stringify(histogramOf(values.slice(0, cut)))));
        expect(JSON.stringify(part)).toBe(JSON.stringify(whole));
      }),
    );
  });

  it("knows its mean and deviation", () => {
    const histogram = histogramOf([100, 100, 100_000, 200_000]);
    expect(histogramMoments(histogram)?.mean).toBe(75_050);
    // The deviation of the sample is 95,775.
    expect(Math.abs((histogramMoments(histogram)?.deviation ?? 0) / 95_775 - 1)).toBeLessThan(0.01);
    expect(histogramMoments(emptyHistogram())).toBeUndefined();
    expect(histogramMoments(histogramOf([7]))).toEqual({ mean: 7, deviation: 0 });
    expect(histogramQuantile(emptyHistogram(), 0.5)).toBeUndefined();
  });

  it("refuses more than it can add up exactly", () => {
    const histogram = histogramOf([Number.MAX_SAFE_INTEGER]);
    expect(() => observe(histogram, 1)).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import { arrivalsAtRates } from "./arrivals-at-rates.js";
import { arrivalsOfHistory } from "./arrivals-of-history.js";
import { drawTickets } from "./draw-tickets.js";
import { constant, from } from "./testing/sample-traffic.js";

describe("arrivals", () => {
  it("are drawn once for each ticket, whatever the roster does with them", () => {
    const kinds = [
      { name: "a", handleSeconds: 100, patienceSeconds: 50 },
      { name: "b", handleSeconds: 60, handleTimes: "logNormal" as const, handleDeviation: 0.5 },
    ];
    const own = arrivalsAtRates({ kinds, from, calls: [constant(200, 100), constant(200, 100)], seed: 3 });
    const draws = drawTickets(own, 5);
    const meanOf = (values: Float64Array, kind: number): number => {
      const picked = values.filter((_, index) => own.kind[index] === kind);
      return picked.reduce((sum, value) => sum + value, 0) / picked.length;
    };
    expect(Math.abs(meanOf(draws.handleSeconds, 0) - 100)).toBeLessThan(4 * (100 / Math.sqrt(20_000)));
    expect(Math.abs(meanOf(draws.handleSeconds, 1) - 60)).toBeLessThan(4 * (30 / Math.sqrt(20_000)));
    expect(Math.abs(meanOf(draws.patienceSeconds, 0) - 50)).toBeLessThan(4 * (50 / Math.sqrt(20_000)));
    expect(own.at.length).toBeGreaterThan(39_000);
    expect(drawTickets(own, 5)).toEqual(draws);
  });

  it("of a history keep the times that are known, in order", () => {
    const kinds = [{ name: "a", handleSeconds: 100 }];
    const own = arrivalsOfHistory(kinds, [
      { at: 5, kind: "a", handleSeconds: 7 },
      { at: 1, kind: "a" },
    ]);
    expect([...own.at]).toEqual([1, 5]);
    expect(drawTickets(own, 1).handleSeconds[1]).toBe(7);
    expect(() => arrivalsOfHistory(kinds, [{ at: Number.NaN, kind: "A", handleSeconds: -1 }])).toThrow(
      /at is NaN(.|\n)*kind(.|\n)*handleSeconds is -1/,
    );
  });

  it("refuse rates that aren't", () => {
    const kinds = [{ name: "a", handleSeconds: 100 }];
    expect(() => arrivalsAtRates({ kinds, from, calls: [] })).toThrow("calls");
    expect(() => arrivalsAtRates({ kinds, from, calls: [[-1]] })).toThrow("calls[0][0]");
    expect(() => arrivalsAtRates({ kinds, from, calls: [[1e12]] })).toThrow("100,000,000");
    expect(() => arrivalsAtRates({ kinds, from, intervalSeconds: 0, calls: [[1]] })).toThrow("intervalSeconds");
  });
});

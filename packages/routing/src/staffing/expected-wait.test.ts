import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedWait } from "./expected-wait.js";

/** The probability that the wait is longer, by Euler steps through the places ahead. */
function stillWaiting(seconds: number, position: number, service: number, abandon: number): number {
  let at = Array.from({ length: position }, (_, place): number => (place === position - 1 ? 1 : 0));
  const steps = 20_000;
  for (let step = 0; step < steps; step += 1) {
    at = at.map((here, place) => {
      const from = place + 1 < position ? (at[place + 1] as number) * (service + (place + 1) * abandon) : 0;
      return here + (seconds / steps) * (from - here * (service + place * abandon));
    });
  }
  return at.reduce((sum, here) => sum + here, 0);
}

describe("expectedWait", () => {
  it("has quantiles that leave out what they say", () => {
    for (const [position, agents, patienceSeconds] of [
      [1, 1, Infinity],
      [8, 3, Infinity],
      [8, 3, 200],
    ] as const) {
      const wait = expectedWait({ position, agents, handleSeconds: 240, patienceSeconds, confidence: 0.9 });
      const left = (seconds: number): number => stillWaiting(seconds, position, agents / 240, 1 / patienceSeconds);
      expect(left(wait.lowerSeconds)).toBeCloseTo(0.95, 3);
      expect(left(wait.medianSeconds)).toBeCloseTo(0.5, 3);
      expect(left(wait.upperSeconds)).toBeCloseTo(0.05, 3);
    }
  });

  it("tells no less than it knows: the range holds the quantiles, and grows with the place", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 10, max: 20_000, noNaN: true }),
        fc.constantFrom(Infinity, 300, 5000),
        (position, agents, handleSeconds, patienceSeconds) => {
          const wait = expectedWait({ position, agents, handleSeconds, patienceSeconds });
          const next = expectedWait({ position: position + 1, agents, handleSeconds, patienceSeconds });
          expect(wait.range.fromSeconds).toBeLessThanOrEqual(wait.lowerSeconds);
          expect(wait.range.toSeconds).toBeGreaterThanOrEqual(wait.upperSeconds);
          expect(wait.lowerSeconds).toBeLessThan(wait.medianSeconds);
          expect(wait.medianSeconds).toBeLessThan(wait.upperSeconds);
          expect(next.meanSeconds).toBeGreaterThan(wait.meanSeconds);
          expect(next.upperSeconds).toBeGreaterThan(wait.upperSeconds);
          expect((wait.range.fromSeconds % 60) + (wait.range.toSeconds % 60)).toBe(0);
        },
      ),
    );
  });

  it("speaks of days beyond a day, and of nothing where nobody waits", () => {
    const { range } = expectedWait({ position: 1000, agents: 1, handleSeconds: 600 });
    expect(range).toEqual({ fromSeconds: 6 * 86_400, toSeconds: 8 * 86_400 });
    expect(expectedWait({ position: 3, agents: 1, handleSeconds: 600, patienceSeconds: 0 }).range).toEqual({
      fromSeconds: 0,
      toSeconds: 0,
    });
  });

  it("refuses a place or a staff that isn't one", () => {
    expect(() => expectedWait({ position: 0, agents: 1, handleSeconds: 60 })).toThrow("position");
    expect(() => expectedWait({ position: 1, agents: 0, handleSeconds: 60 })).toThrow("agents");
    expect(() => expectedWait({ position: 1, agents: 1, handleSeconds: 60, confidence: 1 })).toThrow("confidence");
  });
});

import { AmendsError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentsNeeded } from "./agents-needed.js";
import { erlangA } from "./erlang-a.js";
import { erlangC } from "./erlang-c.js";

/** Erlang C by the sum over states, each term from the one before, downwards from the full staff: Σ N!/(k! A^(N-k)). */
function waitProbabilityBySum(erlangs: number, agents: number): number {
  let term = 1;
  let sum = 0;
  for (let busy = agents - 1; busy >= 0; busy -= 1) {
    term *= (busy + 1) / erlangs;
    sum += term;
  }
  return 1 / (1 + (1 - erlangs / agents) * sum);
}

const published = { calls: 200, periodSeconds: 3600, handleSeconds: 180, agents: 14, targetSeconds: 20 };

describe("erlangC", () => {
  it("meets the published point of 10 erlangs and 14 agents", () => {
    const waiting = erlangC(published);
    expect(waiting.erlangs).toBe(10);
    expect(waiting.stable).toBe(true);
    expect(waiting.waitProbability).toBeCloseTo(0.1741319335950498, 12);
    expect(waiting.serviceLevel).toBeCloseTo(0.8883500191794669, 12);
    expect(waiting.averageWaitSeconds).toBeCloseTo(7.83593701177724, 10);
    expect(waiting.occupancy).toBeCloseTo(10 / 14, 12);
  });

  it("says that a queue grows without end where the load is as large as the staff", () => {
    const unstable = { waitProbability: 1, serviceLevel: 0, averageWaitSeconds: Infinity, occupancy: 1, stable: false };
    for (const agents of [0, 9, 10]) expect(erlangC({ ...published, agents })).toEqual({ erlangs: 10, ...unstable });
  });

  it("is exact where factorials overflow", () => {
    for (const [erlangs, agents] of [
      [150, 165],
      [1000, 1020],
      [5000, 5100],
      [100_000, 100_200],
    ] as const) {
      const waiting = erlangC({ calls: erlangs, periodSeconds: 60, handleSeconds: 60, agents, targetSeconds: 20 });
      expect(waiting.waitProbability).toBeCloseTo(waitProbabilityBySum(erlangs, agents), 9);
      expect(waiting.waitProbability).toBeGreaterThan(0);
      expect(waiting.waitProbability).toBeLessThan(1);
    }
  });

  it("agrees with the sum over states, and more agents never make anybody wait longer", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 120 }),
        (calls, spare, targetSeconds) => {
          const load = { calls, periodSeconds: 100, handleSeconds: 100, targetSeconds };
          const agents = Math.floor(calls) + spare;
          const fewer = erlangC({ ...load, agents });
          const more = erlangC({ ...load, agents: agents + 1 });
          expect(fewer.waitProbability).toBeCloseTo(waitProbabilityBySum(fewer.erlangs, agents), 9);
          expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel - 1e-12);
          expect(more.waitProbability).toBeLessThanOrEqual(fewer.waitProbability + 1e-12);
          expect(more.averageWaitSeconds).toBeLessThanOrEqual(fewer.averageWaitSeconds + 1e-9);
        },
      ),
    );
  });

  it("lets nobody wait where nobody calls", () => {
    expect(erlangC({ ...published, calls: 0 })).toEqual({
      erlangs: 0,
      waitProbability: 0,
      serviceLevel: 1,
      averageWaitSeconds: 0,
      occupancy: 0,
      stable: true,
    });
  });

  it("needs nobody where nobody calls, as agentsNeeded and Erlang A do", () => {
    const load = { ...published, calls: 0, agents: 0 };
    const quiet = { erlangs: 0, waitProbability: 0, serviceLevel: 1, averageWaitSeconds: 0, occupancy: 0, stable: true };
    expect(agentsNeeded({ ...load, serviceLevel: 0.99 })).toBe(0);
    expect(erlangC(load)).toEqual(quiet);
    for (const patienceSeconds of [0, 60, Infinity])
      expect(erlangA({ ...load, patienceSeconds })).toEqual({ ...quiet, abandonProbability: 0, averageQueue: 0 });
    expect(erlangC({ ...load, calls: 1 })).toMatchObject({ stable: false, waitProbability: 1, serviceLevel: 0 });
  });

  it("refuses what it can't compute with, everything at once", () => {
    const bad = { calls: -1, periodSeconds: 0, handleSeconds: Number.NaN, agents: 2.5, targetSeconds: -1 };
    expect(() => erlangC(bad)).toThrow(AmendsError);
    try {
      erlangC(bad);
    } catch (error) {
      expect((error as AmendsError).code).toBe("staffing_input_invalid");
      expect((error as AmendsError).findings.map(({ path }) => path)).toEqual([
        "calls",
        "periodSeconds",
        "handleSeconds",
        "targetSeconds",
        "agents",
      ]);
    }
    expect(() => erlangC({ ...published, calls: 1e300 })).toThrow("check the units");
    expect(() => erlangC({ ...published, calls: 1e300, handleSeconds: 1e300 })).toThrow("check the units");
  });
});

import { AmendsError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentsNeeded } from "./agents-needed.js";
import { erlangA } from "./erlang-a.js";
import { erlangC } from "./erlang-c.js";

interface Load {
  readonly calls: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly patienceSeconds: number;
}

/** The stationary distribution of the birth–death process, state by state from the empty one, a plain reading of its definition. */
function bySumOverStates({ calls, handleSeconds, agents, patienceSeconds }: Load, states = 4000) {
  const rate = calls / 3600;
  const weights = [1];
  for (let callers = 1; callers < states; callers += 1) {
    const leaving = Math.min(callers, agents) / handleSeconds + Math.max(0, callers - agents) / patienceSeconds;
    weights.push((weights[callers - 1] as number) * (rate / leaving));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (callers: number) => number): number => weights.reduce((sum, weight, callers) => sum + weight * of(callers), 0) / total;
  return {
    waitProbability: mean((callers) => (callers >= agents ? 1 : 0)),
    averageQueue: mean((callers) => Math.max(0, callers - agents)),
    busy: mean((callers) => Math.min(callers, agents)),
    probabilities: weights.map((weight) => weight / total),
  };
}

/**
 * The share answered within a time, by following one caller through the places of the queue in small steps: ahead of a caller at place j
 * one leaves at the rate nμ + jθ, the caller hangs up at the rate θ.
 */
function answeredWithin(load: Load, seconds: number, steps: number): number {
  const { probabilities } = bySumOverStates(load);
  const places = 400;
  let at = Array.from({ length: places }, (_, ahead) => probabilities[load.agents + ahead] ?? 0);
  let answered = probabilities.slice(0, load.agents).reduce((sum, probability) => sum + probability, 0);
  const step = seconds / steps;
  const slope = (now: readonly number[]): { places: number[]; answered: number } => ({
    places: now.map((here, ahead) => {
      const leave = load.agents / load.handleSeconds + ahead / load.patienceSeconds;
      const next = load.agents / load.handleSeconds + (ahead + 1) / load.patienceSeconds;
      return (now[ahead + 1] ?? 0) * next - here * (leave + 1 / load.patienceSeconds);
    }),
    answered: ((now[0] as number) * load.agents) / load.handleSeconds,
  });
  for (let index = 0; index < steps; index += 1) {
    const first = slope(at);
    const half = slope(at.map((here, place) => here + (step / 2) * (first.places[place] as number)));
    at = at.map((here, place) => here + step * (half.places[place] as number));
    answered += step * half.answered;
  }
  return answered;
}

const example = { calls: 48, periodSeconds: 60, handleSeconds: 60, agents: 50, targetSeconds: 20 };

describe("erlangA", () => {
  it("meets the table of Garnett, Mandelbaum and Reiman (2002), beside Erlang C", () => {
    const impatient = erlangA({ ...example, patienceSeconds: 120 });
    expect(impatient.abandonProbability * 100).toBeCloseTo(3.1, 1);
    expect(impatient.averageWaitSeconds).toBeCloseTo(3.7, 1);
    expect(Math.round(impatient.averageQueue)).toBe(3);
    expect(Math.round(impatient.occupancy * 100)).toBe(93);
    const patient = erlangC(example);
    expect(patient.averageWaitSeconds).toBeCloseTo(20.8, 1);
    expect(Math.round(patient.occupancy * 100)).toBe(96);
  });

  it("meets the published example of another implementation", () => {
    const waiting = erlangA({ calls: 100, periodSeconds: 1800, handleSeconds: 180, agents: 13, targetSeconds: 20, patienceSeconds: 300 });
    expect(waiting.serviceLevel).toBeCloseTo(0.858, 3);
    expect(waiting.occupancy).toBeCloseTo(0.75, 3);
    expect(waiting.abandonProbability).toBeCloseTo(0.025, 3);
    expect(waiting.waitProbability).toBeCloseTo(0.226, 3);
    expect(waiting.averageWaitSeconds / 60).toBeCloseTo(0.125, 3);
  });

  it("agrees with the sum over states, under load and over it", () => {
    fc.assert(
      fc.property(
        fc.record({
          calls: fc.double({ min: 1, max: 900, noNaN: true }),
          handleSeconds: fc.double({ min: 20, max: 300, noNaN: true }),
          agents: fc.integer({ min: 1, max: 60 }),
          patienceSeconds: fc.double({ min: 5, max: 2000, noNaN: true }),
        }),
        (load) => {
          const waiting = erlangA({ ...load, periodSeconds: 3600, targetSeconds: 20 });
          const expected = bySumOverStates(load);
          expect(waiting.waitProbability).toBeCloseTo(expected.waitProbability, 9);
          expect(waiting.averageQueue).toBeCloseTo(expected.averageQueue, 7);
          expect(waiting.occupancy).toBeCloseTo(expected.busy / load.agents, 9);
          // What comes either hangs up or is served.
          const served = (waiting.occupancy * load.agents * 3600) / load.handleSeconds;
          expect(served + load.calls * waiting.abandonProbability).toBeCloseTo(load.calls, 6);
          expect(waiting.serviceLevel).toBeGreaterThanOrEqual(1 - waiting.waitProbability - 1e-12);
          expect(waiting.serviceLevel).toBeLessThanOrEqual(1 - waiting.abandonProbability + 1e-9);
        },
      ),
    );
  });

  it("answers within the target as many as a caller's way through the queue says", () => {
    for (const load of [
      { calls: 200, handleSeconds: 180, agents: 11, patienceSeconds: 60 },
      { calls: 300, handleSeconds: 180, agents: 12, patienceSeconds: 240 },
      { calls: 20, handleSeconds: 300, agents: 1, patienceSeconds: 90 },
    ]) {
      const { serviceLevel } = erlangA({ ...load, periodSeconds: 3600, targetSeconds: 30 });
      expect(serviceLevel).toBeCloseTo(answeredWithin(load, 30, 3000), 6);
    }
  });

  it("becomes Erlang C as patience grows, and Erlang B as it ends", () => {
    const patient = erlangC(example);
    const almost = erlangA({ ...example, patienceSeconds: 6e7 });
    for (const key of ["waitProbability", "serviceLevel", "occupancy"] as const) expect(almost[key]).toBeCloseTo(patient[key], 4);
    expect(almost.averageWaitSeconds).toBeCloseTo(patient.averageWaitSeconds, 2);
    expect(erlangA({ ...example, patienceSeconds: Infinity })).toMatchObject(patient);
    const hasty = erlangA({ ...example, patienceSeconds: 1e-4 });
    const blocked = erlangA({ ...example, patienceSeconds: 0 });
    for (const key of ["waitProbability", "serviceLevel", "abandonProbability", "occupancy"] as const)
      expect(hasty[key]).toBeCloseTo(blocked[key], 4);
    // Erlang B of 10 erlangs and 10 lines, as published tables have it.
    const lines = erlangA({ ...example, calls: 10, agents: 10, patienceSeconds: 0 });
    expect(lines.abandonProbability).toBeCloseTo(0.2146, 4);
  });

  it("holds from 10 to 5,000 agents, far under load and far over it", () => {
    for (const agents of [10, 100, 1000, 5000]) {
      for (const share of [0.2, 0.95, 1, 1.1, 3]) {
        const waiting = erlangA({ ...example, calls: agents * share, agents, patienceSeconds: 120 });
        for (const value of Object.values(waiting)) expect(typeof value === "boolean" || Number.isFinite(value)).toBe(true);
        // Far over load, whoever can't be served hangs up: the fluid limit.
        if (share === 3) expect(waiting.abandonProbability).toBeCloseTo(2 / 3, 6);
      }
    }
  });

  it("is quiet where nobody calls, and answers nobody without agents", () => {
    expect(erlangA({ ...example, calls: 0, patienceSeconds: 60 })).toMatchObject({ serviceLevel: 1, averageWaitSeconds: 0, occupancy: 0 });
    const nobody = erlangA({ ...example, agents: 0, patienceSeconds: 60 });
    expect(nobody).toMatchObject({ waitProbability: 1, serviceLevel: 0, occupancy: 0 });
    expect(nobody.abandonProbability).toBeCloseTo(1, 9);
    expect(erlangA({ ...example, calls: 60, patienceSeconds: Infinity })).toMatchObject({ stable: false, averageQueue: Infinity });
  });

  it("refuses a patience that can't be meant", () => {
    for (const patienceSeconds of [-1, Number.NaN, 1e12]) expect(() => erlangA({ ...example, patienceSeconds })).toThrow(AmendsError);
  });

  it("refuses more calls within one patience than can be summed, and agentsNeeded does", () => {
    const flood = { calls: 1e7, periodSeconds: 1, handleSeconds: 1, targetSeconds: 20, patienceSeconds: 1e6 };
    for (const act of [() => erlangA({ ...flood, agents: 1 }), () => agentsNeeded({ ...flood, serviceLevel: 0.8 })])
      expect(act).toThrow(
        expect.objectContaining({ code: "staffing_load_too_large", findings: [expect.objectContaining({ path: "patienceSeconds" })] }),
      );
  });

  it("refuses times whose rates overflow", () => {
    for (const [calls, seconds] of [
      [1e300, 1e-300],
      [1e-300, 1e300],
    ] as const) {
      const load = { calls, periodSeconds: 1, handleSeconds: seconds, patienceSeconds: seconds, agents: 1, targetSeconds: 1 };
      expect(() => erlangA(load)).toThrow(
        expect.objectContaining({ code: "staffing_input_invalid", findings: [expect.objectContaining({ path: "handleSeconds" })] }),
      );
    }
  });

  it("comes to an end at the largest loads it takes: the fluid limit, and a wait that all who stay have", () => {
    for (const [calls, agents, patienceSeconds] of [
      [1e3, 900, 1e3],
      [1e4, 9000, 1e3],
      [1e3, 1, 1e6],
      [1e6, 9e5, 1e3],
    ] as const) {
      const load = { calls, periodSeconds: 1, handleSeconds: 1, agents, patienceSeconds };
      const waiting = erlangA({ ...load, targetSeconds: patienceSeconds * 20 });
      expect(waiting.abandonProbability).toBeCloseTo(1 - agents / calls, 6);
      // Whoever doesn't hang up is answered within a time that nobody waits beyond.
      expect(waiting.serviceLevel).toBeCloseTo(agents / calls, 5);
      expect(agentsNeeded({ ...load, targetSeconds: 20, serviceLevel: 0.8 })).toBeLessThanOrEqual(calls + 1);
    }
  });

  it("goes on where the long queue begins, as sums of logarithms end and the series takes over", () => {
    // Both sides of the 100,000 in the queue at which the sum is exchanged.
    const levels = [99_990, 100_000, 100_010].map((queue) => {
      const load = { calls: 1000, periodSeconds: 1, handleSeconds: 1, agents: 900, patienceSeconds: queue / 100 };
      return erlangA({ ...load, targetSeconds: queue / 1000 }).serviceLevel;
    });
    const [before = 0, at = 0, after = 0] = levels;
    expect(at - before).toBeCloseTo(after - at, 7);
  });
});

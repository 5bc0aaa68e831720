import { describe, expect, it } from "vitest";
import { erlangA } from "../staffing/erlang-a.js";
import { erlangC } from "../staffing/erlang-c.js";
import { arrivalsAtRates } from "./arrivals-at-rates.js";
import { simulate } from "./simulate.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { agents, constant, from } from "./testing/sample-traffic.js";

describe("a simulation on the assumptions of a formula", () => {
  // Eight runs with fixed seeds; the tolerance is four standard errors of their mean.
  const runs = (setup: (seed: number) => SimulationSetup) => Array.from({ length: 8 }, (_, seed) => simulate(setup(seed + 1)).totals);
  type Totals = ReturnType<typeof simulate>["totals"];
  /** By how many standard errors the mean of a measure is off, for the one that is off most. */
  const mostErrors = (totals: readonly Totals[], measures: readonly [measure: (of: Totals) => number, expected: number][]): number => {
    const errors = measures.map(([measure, expected]) => {
      const sample = totals.map(measure);
      const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
      const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
      return Math.abs(mean - expected) / Math.sqrt(variance / sample.length);
    });
    return Math.max(...errors);
  };

  for (const [calls, staff, hours] of [
    [200, 14, 240],
    [200, 12, 240],
    [1000, 55, 80],
  ] as const) {
    it(`agrees with Erlang C: ${calls} calls an hour, ${staff} agents`, () => {
      const kinds = [{ name: "call", handleSeconds: 180, targetSeconds: 20 }];
      const totals = runs((seed) => ({
        arrivals: arrivalsAtRates({ kinds, from, calls: [constant(hours, calls)], seed }),
        roster: agents(staff),
        seed: seed + 1000,
        warmUpSeconds: 20 * 3600,
      }));
      const expected = erlangC({ calls, periodSeconds: 3600, handleSeconds: 180, agents: staff, targetSeconds: 20 });
      expect(
        mostErrors(totals, [
          [({ sla }) => sla.share ?? 0, expected.serviceLevel],
          [({ waitSeconds }) => waitSeconds?.mean ?? 0, expected.averageWaitSeconds],
          [({ occupancy }) => occupancy ?? 0, expected.occupancy],
        ]),
      ).toBeLessThan(4);
    });
  }

  it("agrees with Erlang A where customers give up", () => {
    const kinds = [{ name: "call", handleSeconds: 180, targetSeconds: 20, patienceSeconds: 120 }];
    const totals = runs((seed) => ({
      arrivals: arrivalsAtRates({ kinds, from, calls: [constant(240, 220)], seed }),
      roster: agents(10),
      seed: seed + 1000,
      warmUpSeconds: 20 * 3600,
    }));
    const expected = erlangA({ calls: 220, periodSeconds: 3600, handleSeconds: 180, agents: 10, targetSeconds: 20, patienceSeconds: 120 });
    expect(
      mostErrors(totals, [
        [({ abandoned, tickets }) => abandoned / tickets, expected.abandonProbability],
        [({ sla }) => sla.share ?? 0, expected.serviceLevel],
        [({ occupancy }) => occupancy ?? 0, expected.occupancy],
      ]),
    ).toBeLessThan(4);
  });
});

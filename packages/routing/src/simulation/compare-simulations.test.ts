import { describe, expect, it } from "vitest";
import { arrivalsAtRates } from "./arrivals-at-rates.js";
import { compareSimulations } from "./compare-simulations.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { studentQuantile } from "./student-quantile.js";
import { agents, constant, from } from "./testing/sample-traffic.js";

describe("compareSimulations", () => {
  const kinds = [{ name: "call", handleSeconds: 180, targetSeconds: 20 }];
  const arrivals = (seed: number) => arrivalsAtRates({ kinds, from, calls: [constant(12, 200)], seed });
  const setupOf = (staff: number): SimulationSetup => ({ arrivals: arrivals(1), roster: agents(staff) });

  it("finds no difference between the same, and one between 13 and 14 agents", () => {
    const same = compareSimulations(setupOf(13), setupOf(13), { arrivals, repetitions: 5 });
    for (const { difference, differs } of same.measures) expect([difference.mean, differs]).toEqual([0, false]);
    const { measures } = compareSimulations(setupOf(13), setupOf(14), { arrivals, repetitions: 10 });
    const sla = measures.find(({ measure }) => measure === "slaShare");
    expect(sla?.differs).toBe(true);
    expect(sla?.difference.lower ?? 0).toBeGreaterThan(0);
    // The same tickets for both: the difference is known far better than two runs apart would tell.
    const width = ({ lower = 0, upper = 0 } = {}) => upper - lower;
    expect(width(sla?.difference)).toBeLessThan(width(sla?.first));
  });

  it("refuses too few repetitions and an impossible confidence", () => {
    expect(() => compareSimulations(setupOf(1), setupOf(1), { repetitions: 1 })).toThrow("repetitions");
    expect(() => compareSimulations(setupOf(1), setupOf(1), { confidence: 1 })).toThrow("confidence");
  });

  it("takes quantiles that tables of Student's t have", () => {
    expect([1, 2, 5, 9, 19, 30].map((degrees) => studentQuantile(0.975, degrees).toFixed(3))).toEqual([
      "12.706",
      "4.303",
      "2.571",
      "2.262",
      "2.093",
      "2.042",
    ]);
    expect(studentQuantile(0.5, 4)).toBeCloseTo(0, 12);
  });
});

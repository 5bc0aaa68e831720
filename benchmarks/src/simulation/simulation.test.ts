import { simulate } from "@amends/routing/simulation";
import { describe, expect, it } from "vitest";
import { simulatedService } from "./simulation-subject.js";

describe("the simulated service", () => {
  it("is busy, has deadlines and impatient customers, and is the same for every run", () => {
    const setup = simulatedService(5000);
    const { totals } = simulate(setup);
    expect(Math.abs(totals.tickets - 5000)).toBeLessThan(300);
    expect(totals.abandoned).toBeGreaterThan(0);
    expect(totals.sla.measured).toBeGreaterThan(0.9 * totals.tickets);
    expect(simulate(simulatedService(5000)).totals).toEqual(totals);
  });
});

import { AmendsError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentsNeeded } from "./agents-needed.js";
import { erlangA } from "./erlang-a.js";
import { erlangC } from "./erlang-c.js";

const load = { calls: 250, periodSeconds: 3600, handleSeconds: 330, targetSeconds: 30, serviceLevel: 0.8 };
const small = { calls: 200, periodSeconds: 3600, handleSeconds: 180, targetSeconds: 20, serviceLevel: 0.8 };

describe("agentsNeeded", () => {
  it("meets the published points", () => {
    expect(agentsNeeded(load)).toBe(28);
    expect(agentsNeeded({ ...small, serviceLevel: 0.88 })).toBe(14);
    expect(agentsNeeded({ ...small, serviceLevel: 0.88, shrinkage: 0.3 })).toBe(20);
  });

  it("keeps agents below the maximum occupancy", () => {
    expect(agentsNeeded({ ...small, serviceLevel: 0, maximumOccupancy: 0.8 })).toBe(13);
    expect(agentsNeeded({ ...small, serviceLevel: 0, maximumOccupancy: 0.5 })).toBe(20);
    expect(agentsNeeded({ ...small, serviceLevel: 0 })).toBe(11);
  });

  it("needs nobody where nobody calls", () => {
    expect(agentsNeeded({ ...load, calls: 0 })).toBe(0);
  });

  it("gives the fewest that reach the level", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 400, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (calls, targetSeconds, serviceLevel, maximumOccupancy) => {
          const each = { calls, periodSeconds: 60, handleSeconds: 60, targetSeconds };
          const agents = agentsNeeded({ ...each, serviceLevel, maximumOccupancy });
          const enough = (count: number) => {
            const waiting = erlangC({ ...each, agents: count });
            return waiting.stable && waiting.serviceLevel >= serviceLevel && waiting.occupancy <= maximumOccupancy + 1e-9;
          };
          expect(enough(agents)).toBe(true);
          expect(enough(agents - 1)).toBe(false);
        },
      ),
    );
  });

  it("needs fewer agents for callers with a patience, and the fewest that are enough", () => {
    // As another implementation publishes it.
    const published = { calls: 100, periodSeconds: 1800, handleSeconds: 180, targetSeconds: 20, patienceSeconds: 300, serviceLevel: 0.8 };
    expect(agentsNeeded({ ...published, maximumOccupancy: 0.85, maximumAbandonment: 0.05 })).toBe(13);
    expect(agentsNeeded({ ...published, maximumOccupancy: 0.85, maximumAbandonment: 0.05, shrinkage: 0.3 })).toBe(19);
    expect(agentsNeeded({ ...load, calls: 0, patienceSeconds: 60 })).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.integer({ min: 5, max: 600 }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        (calls, patienceSeconds, maximumAbandonment) => {
          const each = { calls, periodSeconds: 60, handleSeconds: 60, targetSeconds: 20, patienceSeconds };
          const agents = agentsNeeded({ ...each, serviceLevel: 0.8, maximumAbandonment });
          const enough = (count: number) => {
            const waiting = erlangA({ ...each, agents: count });
            return waiting.serviceLevel >= 0.8 && waiting.abandonProbability <= maximumAbandonment + 1e-12;
          };
          expect(enough(agents)).toBe(true);
          expect(agents === 1 || !enough(agents - 1)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("refuses shares that aren't shares and staffs that can't be meant", () => {
    expect(() => agentsNeeded({ ...load, serviceLevel: 80 })).toThrow("such as 0.8");
    expect(() => agentsNeeded({ ...load, serviceLevel: 1 })).toThrow(AmendsError);
    expect(() => agentsNeeded({ ...load, shrinkage: 1 })).toThrow("shrinkage");
    expect(() => agentsNeeded({ ...load, maximumOccupancy: 0 })).toThrow("maximumOccupancy");
    expect(() => agentsNeeded({ ...load, maximumOccupancy: 1e-12 })).toThrow("check the units");
  });
});

import { describe, expect, it } from "vitest";
import { AmendsError, InvalidCaseError } from "@amends/core/errors";
import { simulate } from "./simulate.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { arrivals, kinds, roster, setup } from "./testing/sample-setup.js";

describe("simulate", () => {
  it("refuses what it can't run, everything at once", () => {
    const bad = { ...setup, seed: 0.5, warmUpSeconds: -1, zone: "Mars/Gale", slowdown: -1, to: Infinity };
    expect(() => simulate(bad)).toThrow(AmendsError);
    expect(() => simulate(bad)).toThrow(/seed(.|\n)*warmUpSeconds(.|\n)*slowdown(.|\n)*Mars/);
    expect(() => simulate({ ...setup, arrivals: { kinds, at: Float64Array.of(2, 1), kind: Uint16Array.of(0, 9) } })).toThrow(
      /at\[1\](.|\n)*kind\[1\]/,
    );
    expect(() => simulate({ ...setup, arrivals: { kinds, at: Float64Array.of(2, 3), kind: Uint16Array.of(0) } })).toThrow("as many kinds");
    expect(() =>
      simulate({ ...setup, arrivals: { ...arrivals, kinds: [{ ...kinds[0], name: "x", handleSeconds: 0 }, ...kinds.slice(1)] } }),
    ).toThrow("handleSeconds");
    expect(() => simulate({ ...setup, roster: [...roster, { id: "night" }] })).toThrow(InvalidCaseError);
    expect(() => simulate({ ...setup, roster: [{ id: "x", capacity: 1.5 }] })).toThrow("capacity");
  });

  it("refuses a capacity that is too large to be meant, and serves with the largest one", () => {
    const capacity = 2 ** 31;
    expect(() => simulate({ ...setup, roster: [{ id: "x", capacity }] })).toThrow(/roster\[0\]\.capacity is 2147483648/);
    const { totals } = simulate({ ...setup, roster: [{ id: "x", capacity: 1_000_000 }], slowdown: 0 });
    expect(totals.answered).toBe(totals.tickets);
  });

  it("refuses shares that are too large to multiply by", () => {
    const refused = (path: string) =>
      expect.objectContaining({ code: "simulation_input_invalid", findings: [expect.objectContaining({ path })] });
    expect(() => simulate({ ...setup, slowdown: 1e308 })).toThrow(refused("slowdown"));
    const wide = [{ name: "x", handleSeconds: 1, handleTimes: "logNormal" as const, handleDeviation: 1e200 }];
    const own = { kinds: wide, at: Float64Array.of(1), kind: Uint16Array.of(0) };
    expect(() => simulate({ ...setup, arrivals: own })).toThrow(refused("arrivals.kinds[0].handleDeviation"));
  });

  it("refuses handle times that aren't, with their place", () => {
    const past =
      (...handleSeconds: number[]) =>
      () =>
        simulate({
          ...setup,
          arrivals: { kinds, at: Float64Array.of(1, 2), kind: Uint16Array.of(0, 1), handleSeconds: Float64Array.from(handleSeconds) },
        });
    const refused = (path: string) =>
      expect.objectContaining({ code: "simulation_input_invalid", findings: [expect.objectContaining({ path })] });
    expect(past(1, -1)).toThrow(refused("arrivals.handleSeconds[1]"));
    expect(past(Infinity, 1)).toThrow(refused("arrivals.handleSeconds[0]"));
    expect(past(1)).toThrow(refused("arrivals.handleSeconds"));
    expect(past(1, 2, 3)).toThrow(refused("arrivals.handleSeconds"));
    expect(past(Number.NaN, 0)).not.toThrow();
  });

  it("refuses what a policy answers that can't be computed with", () => {
    const refusals: readonly [string, SimulationSetup["policy"]][] = [
      ["policy.assign.score", { assign: () => ({ score: Number.NaN }) }],
      ["policy.assign.afterSeconds", { assign: () => ({ afterSeconds: -1 }) }],
      ["policy.assign.handleFactor", { assign: () => ({ handleFactor: Infinity }) }],
      ["policy.assign.handleFactor", { assign: () => ({ handleFactor: -1 }) }],
      ["policy.order", { order: () => Number.NaN }],
      ["policy.dueAt", { dueAt: () => Infinity }],
    ];
    for (const [path, policy] of refusals)
      expect(() => simulate({ ...setup, policy })).toThrow(
        expect.objectContaining({ code: "simulation_input_invalid", findings: [expect.objectContaining({ path })] }),
      );
  });
});

import { AmendsError } from "@amends/core/errors";
import type { CalendarDefinition } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { agentsNeeded } from "./agents-needed.js";
import { forecastArrivals } from "./forecast-arrivals.js";
import { staffingPlan } from "./staffing-plan.js";
import { surgeState } from "./surge-state.js";

const hour = 3_600_000;
const everyDay = (from: string, to: string): CalendarDefinition["hours"] =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [[from, to]]]));
const target = { handleSeconds: 300, targetSeconds: 60, serviceLevel: 0.8 };

describe("staffingPlan", () => {
  const calendars = { day: { zone: "UTC", hours: everyDay("09:00", "17:00") } };
  const roster = [
    { id: "paris", zone: "Europe/Paris", calendar: "day" },
    { id: "ny", zone: "America/New_York", calendar: "day" },
    { id: "kolkata", zone: "Asia/Kolkata", calendar: "day" },
    { id: "nowhere", zone: "UTC", calendar: "unknown" },
  ];
  const presence = (from: number) => {
    const { hours } = staffingPlan({ from, calls: Array.from({ length: 24 }, () => 0), roster, calendars, target });
    return (agent: string) =>
      hours.filter(({ zones }) => zones.some(({ agents }) => agents.includes(agent))).map(({ at }) => Number(at.slice(11, 13)));
  };

  it("has everybody at work by their own clocks, which change on different days", () => {
    const winter = presence(Date.UTC(2026, 2, 5));
    const between = presence(Date.UTC(2026, 2, 12));
    const summer = presence(Date.UTC(2026, 3, 2));
    expect([winter("paris").at(0), between("paris").at(0), summer("paris").at(0)]).toEqual([8, 8, 7]);
    expect([winter("ny").at(0), between("ny").at(0), summer("ny").at(0)]).toEqual([14, 13, 13]);
    expect(winter("nowhere")).toEqual([]);
  });

  it("counts half an hour as half an agent where a shift begins on the half hour", () => {
    const { hours } = staffingPlan({
      from: Date.UTC(2026, 2, 5),
      calls: Array.from({ length: 24 }, () => 5),
      roster: roster.slice(2, 3),
      calendars,
      target,
    });
    // 09:00 in Kolkata is 03:30 UTC.
    expect(hours.slice(2, 6).map(({ there }) => there)).toEqual([0, 0.5, 1, 1]);
    expect(hours[3]?.zones).toEqual([{ zone: "Asia/Kolkata", localTime: "08:30", agents: ["kolkata"] }]);
  });

  it("counts nobody who takes no tickets, and capacity by what it adds", () => {
    const plan = (capacities: readonly number[], slowdown?: number) =>
      staffingPlan({
        from: Date.UTC(2026, 2, 5),
        calls: [30],
        roster: capacities.map((capacity, index) => ({ id: `a${index}`, capacity })),
        target,
        ...(slowdown === undefined ? {} : { slowdown }),
      }).hours[0];
    expect(plan([1, 0, 1])).toMatchObject({ there: 2, zones: [{ agents: ["a0", "a2"] }] });
    expect(plan([3, 3])).toMatchObject({ there: 2, needed: 5, gap: 3 });
    expect(plan([3, 3], 0)).toMatchObject({ there: 6, gap: 0 });
    expect(plan([3, 3], 0.5)?.there).toBe(3);
    expect(() => plan([1.5])).toThrow("roster[0].capacity");
    expect(() => plan([1], -1)).toThrow("slowdown");
  });

  it("adds up, and its gaps are the hours in a row in which somebody lacks", () => {
    const calls = Array.from({ length: 168 }, (_, index) => (index % 24) * 2);
    const { hours, gaps, totals } = staffingPlan({
      from: Date.UTC(2026, 2, 2),
      calls,
      roster,
      calendars,
      target: { ...target, shrinkage: 0.3 },
    });
    hours.forEach(({ needed, there, gap, calls: expected }) => {
      expect(needed).toBe(agentsNeeded({ ...target, shrinkage: 0.3, calls: expected, periodSeconds: 3600 }));
      expect(gap).toBe(Math.max(0, needed - there));
    });
    expect(gaps.reduce((sum, { agentHours }) => sum + agentHours, 0)).toBeCloseTo(totals.gapAgentHours, 9);
    const inGaps = gaps.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / hour, 0);
    expect(inGaps).toBe(hours.filter(({ gap }) => gap > 0).length);
    expect(totals.neededAgentHours - totals.thereAgentHours).toBeCloseTo(totals.gapAgentHours - totals.spareAgentHours, 9);
    expect(Math.max(...gaps.map(({ deepest }) => deepest))).toBe(Math.max(...hours.map(({ gap }) => gap)));
    expect(gaps.reduce((sum, { uncovered }) => sum + uncovered, 0)).toBe(hours.filter(({ gap, there }) => gap > 0 && there === 0).length);
  });

  it("refuses hours that aren't full ones", () => {
    expect(() => staffingPlan({ from: 1, calls: [], roster, target })).toThrow("full hour");
  });
});

describe("forecastArrivals", () => {
  /** Ten a week at nine o'clock in Berlin, on every day, across the change of clocks on 29 March 2026. */
  const from = Date.UTC(2026, 2, 2);
  const to = Date.UTC(2026, 3, 6);
  const nine = (day: number): number => from + day * 24 * hour + (day < 27 ? 8 : 7) * hour;
  const arrivals = Array.from({ length: 35 }, (_, day) => Array.from({ length: 10 }, (__, index) => nine(day) + index)).flat();

  it("keeps nine o'clock at nine where the clocks change", () => {
    const { calls, backtest } = forecastArrivals({ arrivals, from, to, hours: 48, zone: "Europe/Berlin" });
    expect(calls[7]).toBeCloseTo(10, 6);
    expect(calls.reduce((sum, value) => sum + value, 0)).toBeCloseTo(20, 6);
    expect(backtest?.model.wape ?? 1).toBeCloseTo(0, 6);
    expect(backtest?.seasonalNaive.wape ?? 1).toBeCloseTo(0, 6);
    const utc = forecastArrivals({ arrivals, from, to, hours: 48 });
    expect(utc.calls[7]).toBeLessThan(9);
  });

  it("expects of a peak what the last one of its name brought, or what is planned", () => {
    const sale = { name: "sale", from: Date.UTC(2026, 2, 10), to: Date.UTC(2026, 2, 11) };
    const more = [...arrivals, ...Array.from({ length: 20 }, (_, index) => nine(8) + index)];
    const next = { name: "sale", from: to, to: to + 24 * hour };
    const { calls, multipliers } = forecastArrivals({ arrivals: more, from, to, hours: 48, zone: "Europe/Berlin", peaks: [sale, next] });
    expect(multipliers["sale"]).toBeCloseTo(3, 6);
    expect([calls[7], calls[31]].map((value) => Math.round(value ?? 0))).toEqual([30, 10]);
    const planned = { ...next, name: "11.11", multiplier: 5 };
    expect(forecastArrivals({ arrivals, from, to, hours: 8, zone: "Europe/Berlin", peaks: [planned] }).calls[7]).toBeCloseTo(50, 5);
    expect(() => forecastArrivals({ arrivals, from, to, hours: 8, peaks: [{ ...next, name: "11.11" }] })).toThrow(/give it a multiplier/);
  });

  it("refuses a history that is too short or holds no instants", () => {
    expect(() => forecastArrivals({ arrivals, from, to: from + 24 * hour, hours: 1 })).toThrow(AmendsError);
    expect(() => forecastArrivals({ arrivals: [Number.NaN], from, to, hours: 1 })).toThrow("arrivals[0]");
    expect(forecastArrivals({ arrivals, from, to: from + 14 * 24 * hour, hours: 1 }).backtest).toBeUndefined();
  });
});

describe("surgeState", () => {
  const outlook = { now: Date.UTC(2026, 10, 11), handleSeconds: 360 };

  it("is a surge where more comes than the staff can answer, busy where it is more than it should be", () => {
    const stateOf = (calls: number[], agents: number[]) => surgeState({ ...outlook, calls, agents, maximumOccupancy: 0.85 }).state;
    expect(stateOf([50], [6])).toBe("normal");
    expect(stateOf([55], [6])).toBe("busy");
    expect(stateOf([60], [6])).toBe("busy");
    expect(stateOf([61], [6])).toBe("surge");
    expect(stateOf([0], [0])).toBe("normal");
  });

  it("carries what can't be answered to the next hour", () => {
    const state = surgeState({ ...outlook, calls: [100, 0, 0], agents: [5, 2, 2], waiting: 5 });
    expect(state).toEqual({
      state: "surge",
      peakLoadRatio: 2.1,
      loadRatio: 105 / 90,
      overloadedFrom: "2026-11-11T00:00:00Z",
      hoursUntilOverload: 0,
      hoursOverloaded: 1,
      backlog: 15,
      peakBacklog: 55,
    });
  });

  it("has no ratio where there is work and nobody to do it", () => {
    expect(surgeState({ ...outlook, calls: [1], agents: [0] })).toMatchObject({
      state: "surge",
      peakLoadRatio: null,
      loadRatio: null,
      backlog: 1,
    });
    expect(() => surgeState({ ...outlook, calls: [1], agents: [] })).toThrow("agents.length");
    expect(() => surgeState({ ...outlook, calls: [-1], agents: [1] })).toThrow("calls[0]");
  });
});

import { describe, expect, it } from "vitest";
import { arrivalsOfHistory } from "./arrivals-of-history.js";
import { simulate } from "./simulate.js";
import { kinds, open, roster, setup } from "./testing/sample-setup.js";
import { agents, from, hour } from "./testing/sample-traffic.js";

describe("simulate", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    const text = JSON.stringify(simulate(setup));
    expect(JSON.stringify(simulate(setup))).toBe(text);
    expect(JSON.stringify(simulate({ ...setup, seed: 10 }))).not.toBe(text);
  });

  it("adds up: by hour, zone and kind, and over agents", () => {
    const result = simulate(setup);
    const { totals } = result;
    for (const parts of [result.byHour, result.byZone, result.byKind, result.byZone.flatMap(({ byHour }) => byHour)]) {
      for (const key of ["tickets", "answered", "abandoned", "unanswered", "overflow"] as const)
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(totals[key]);
      expect(parts.reduce((sum, { sla }) => sum + sla.met, 0)).toBe(totals.sla.met);
    }
    expect(totals.answered + totals.abandoned + totals.unanswered).toBe(totals.tickets);
    for (const key of ["staffedSeconds", "busySeconds", "overtimeSeconds"] as const) {
      for (const parts of [result.byHour, result.agents, result.byAgentZone])
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBeCloseTo(totals[key], 3);
    }
    for (const options of [{}, { warmUpSeconds: 20_000 }]) {
      const run = simulate({ ...setup, ...options });
      for (const parts of [run.agents, run.byAgentZone])
        expect(parts.reduce((sum, part) => sum + part.answered, 0)).toBe(run.totals.answered);
    }
    expect(result.byAgentZone.map(({ zone }) => zone)).toEqual(["Europe/Berlin", "America/New_York", null]);
  });

  it("counts hours of day on the wall clock of the zone, across a change of clocks", () => {
    const sunday = Date.UTC(2026, 2, 29);
    const history = [0, 1, 12].map((at) => ({ at: sunday + at * hour, kind: "de" }));
    const { byHour, byZone } = simulate({ ...setup, arrivals: arrivalsOfHistory(kinds, history), zone: "Europe/Berlin" });
    // 00:00 UTC is 01:00 in Berlin, 01:00 UTC is 03:00: the hour from two to three doesn't exist.
    expect(byHour.flatMap(({ hour: own, tickets }) => (tickets > 0 ? [own] : []))).toEqual([1, 3, 14]);
    expect(
      byZone
        .find(({ zone }) => zone === "Europe/Berlin")
        ?.byHour.filter(({ tickets }) => tickets > 0)
        .map((row) => row.hour),
    ).toEqual([1, 3, 14]);
  });

  it("counts who is at work over the time that is measured, though it begins and ends within an hour", () => {
    const { byHour } = simulate({ ...setup, roster: agents(3), from: from + 9.1 * hour, to: from + 10.4 * hour });
    expect(byHour.flatMap(({ hour: own, agents: there }) => (there > 0 ? [[own, there]] : []))).toEqual([
      [9, 3],
      [10, 3],
    ]);
  });

  it("lets agents finish what they have in hand, and nobody begin after the end of the shift", () => {
    const one = arrivalsOfHistory(
      [{ name: "a", handleSeconds: 7200, handleTimes: "constant", targetSeconds: 60 }],
      [
        { at: from + 8.5 * hour, kind: "a" },
        { at: from + 16.5 * hour, kind: "a" },
        { at: from + 16.6 * hour, kind: "a" },
      ],
    );
    const {
      agents: [only],
      totals,
    } = simulate({
      arrivals: one,
      roster: agents(1, { calendar: "day" }),
      calendars: { day: open("09:00", "17:00") },
      from,
      to: from + 24 * hour,
    });
    // The third waits from 16:36 until nine the next morning: it was answered, but the work on it lies beyond what is measured.
    expect(only).toMatchObject({ staffedSeconds: 8 * 3600, busySeconds: 2.5 * 3600, overtimeSeconds: 1.5 * 3600, answered: 3 });
    expect(totals.waitSeconds?.max).toBeCloseTo(16.4 * 3600, 3);
    expect(totals.sla).toEqual({ measured: 3, met: 1, share: 1 / 3 });
  });

  it("goes by the policy: deadlines, order, who takes what and after what wait", () => {
    const history = [0, 1, 2].map((second) => ({ at: from + second * 1000, kind: "any" }));
    const own = arrivalsOfHistory([{ name: "any", handleSeconds: 100, handleTimes: "constant" }], history);
    const lastFirst = simulate({
      arrivals: own,
      roster: agents(1),
      policy: { order: ({ index }) => -index, dueAt: ({ at }) => at + 101_000 },
    });
    expect(lastFirst.totals.sla).toMatchObject({ met: 2 });
    const wide = simulate({
      arrivals: own,
      roster: agents(2),
      to: from + hour,
      policy: { assign: (_, { id }) => (id === "agent-0" ? { score: 1 } : { afterSeconds: 10, handleFactor: 2 }) },
    });
    expect(wide.totals).toMatchObject({ overflow: 1, busySeconds: 400, waitSeconds: { max: 98 } });
    const nobody = simulate({ arrivals: own, roster: agents(2), policy: { assign: () => undefined, dueAt: () => undefined } });
    expect(nobody.totals).toMatchObject({ unanswered: 3, waitSeconds: null, sla: { measured: 0, share: null } });
    const closed = simulate({ arrivals: own, roster: agents(1, { calendar: "unknown" }), abandoned: "out" });
    expect(closed.totals).toMatchObject({ unanswered: 3, occupancy: null });
  });

  it("counts who gave up as compliance does, by default missed", () => {
    const calls = [{ name: "call", handleSeconds: 600, handleTimes: "constant" as const, targetSeconds: 120, patienceSeconds: 100 }];
    const own = arrivalsOfHistory(
      calls,
      Array.from({ length: 60 }, (_, place) => ({ at: from + place * 60_000, kind: "call" })),
    );
    const run = (abandoned?: "out" | "missed" | "missedAfterDue" | "asAnswered") =>
      simulate({ arrivals: own, roster: agents(1), ...(abandoned === undefined ? {} : { abandoned }) }).totals;
    const [out, missed, after, answered] = [run("out"), run("missed"), run("missedAfterDue"), run("asAnswered")];
    const early = answered.sla.met - out.sla.met;
    const late = after.sla.measured - out.sla.measured;
    expect(early).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
    expect(early + late).toBe(out.abandoned);
    expect([missed.sla.measured, answered.sla.measured]).toEqual([60, 60]);
    expect([out.sla.met, missed.sla.met, after.sla.met]).toEqual([out.sla.met, out.sla.met, out.sla.met]);
    expect(run()).toEqual(missed);
    expect(() => run("leftOut" as never)).toThrow("abandoned");
  });

  it("divides attention among the tickets an agent has open, or doesn't", () => {
    const history = [0, 1].map((second) => ({ at: from + second * 1000, kind: "any" }));
    const own = arrivalsOfHistory([{ name: "any", handleSeconds: 100, handleTimes: "constant" }], history);
    const busy = (slowdown: number) =>
      simulate({ arrivals: own, roster: agents(1, { capacity: 2 }), slowdown, to: from + hour }).totals.busySeconds;
    expect([busy(0), busy(0.5), busy(1)]).toEqual([200, 250, 300]);
  });

  it("knows no tickets, too", () => {
    const nothing = simulate({ arrivals: arrivalsOfHistory(kinds, []), roster });
    expect(nothing.totals).toMatchObject({ tickets: 0, answered: 0, waitSeconds: null, sla: { share: null } });
  });
});

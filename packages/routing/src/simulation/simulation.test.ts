import { AmendsError, InvalidCaseError } from "@amends/core/errors";
import type { Agent } from "@amends/core/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangA } from "../staffing/erlang-a.js";
import { erlangC } from "../staffing/erlang-c.js";
import { arrivalsAtRates } from "./arrivals-at-rates.js";
import { arrivalsOfHistory } from "./arrivals-of-history.js";
import { compareSimulations } from "./compare-simulations.js";
import { assignBySkills } from "./assign-by-skills.js";
import { drawTickets } from "./draw-tickets.js";
import { EventHeap } from "./event-heap.js";
import { simulate } from "./simulate.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { simulatePlainly } from "./simulate-oracle.js";
import { studentQuantile } from "./student-quantile.js";
import { WaitingLine } from "./waiting-line.js";

const hour = 3_600_000;
const from = Date.UTC(2026, 2, 2);
const agents = (count: number, more: Partial<Agent> = {}): Agent[] =>
  Array.from({ length: count }, (_, index) => ({ id: `agent-${index}`, ...more }));
const constant = (hours: number, calls: number): number[] => Array.from({ length: hours }, () => calls);

describe("a simulation on the assumptions of a formula", () => {
  // Eight runs with fixed seeds; the tolerance is four standard errors of their mean.
  const runs = (setup: (seed: number) => SimulationSetup) => Array.from({ length: 8 }, (_, seed) => simulate(setup(seed + 1)).totals);
  /** How many standard errors the mean of a sample is away. */
  const errorsFrom = (sample: readonly number[], expected: number): number => {
    const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
    const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
    return Math.abs(mean - expected) / Math.sqrt(variance / sample.length);
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
        errorsFrom(
          totals.map(({ sla }) => sla.share ?? 0),
          expected.serviceLevel,
        ),
      ).toBeLessThan(4);
      expect(
        errorsFrom(
          totals.map(({ waitSeconds }) => waitSeconds?.mean ?? 0),
          expected.averageWaitSeconds,
        ),
      ).toBeLessThan(4);
      expect(
        errorsFrom(
          totals.map(({ occupancy }) => occupancy ?? 0),
          expected.occupancy,
        ),
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
      errorsFrom(
        totals.map(({ abandoned, tickets }) => abandoned / tickets),
        expected.abandonProbability,
      ),
    ).toBeLessThan(4);
    expect(
      errorsFrom(
        totals.map(({ sla }) => sla.share ?? 0),
        expected.serviceLevel,
      ),
    ).toBeLessThan(4);
    expect(
      errorsFrom(
        totals.map(({ occupancy }) => occupancy ?? 0),
        expected.occupancy,
      ),
    ).toBeLessThan(4);
  });
});

describe("simulate", () => {
  it("does what the plainest telling of the same service does", () => {
    const kindCount = 3;
    const agentArbitrary = fc.record({
      capacity: fc.integer({ min: 0, max: 2 }),
      start: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 6 }),
      takes: fc.array(
        fc.option(fc.record({ score: fc.integer({ min: 0, max: 2 }), afterSeconds: fc.constantFrom(0, 0, 900) }), { nil: undefined }),
        {
          minLength: kindCount,
          maxLength: kindCount,
        },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(agentArbitrary, { minLength: 1, maxLength: 4 }),
        fc.array(fc.record({ at: fc.integer({ min: 0, max: 8 * 3600 }), kind: fc.nat(kindCount - 1) }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0, 1),
        fc.integer({ min: 1, max: 1e6 }),
        (staff, came, slowdown, seed) => {
          // Fractions of a second of their own keep two things from happening at once, of which either order would be right.
          const history = came.map(({ at, kind }, index) => ({ at: from + at * 1000 + index * 0.37 + 0.11, kind: `kind-${kind}` }));
          // Within a kind what comes first is due first; across kinds it isn't.
          const targets = [600, 3600, 60];
          const kinds = targets.map((targetSeconds, index) => ({
            name: `kind-${index}`,
            handleSeconds: 900,
            targetSeconds,
            ...(index === 1 ? {} : { patienceSeconds: 1800 }),
          }));
          const arrivals = arrivalsOfHistory(kinds, history);
          const time = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
          const calendars = Object.fromEntries(
            staff.map(({ start, length }, index) => [
              `c${index}`,
              { zone: "UTC", hours: { mon: [[time(start), time(start + length)] as [string, string]] } },
            ]),
          );
          // Every agent has a score of its own, so that who is taken doesn't hang on who was idle for longest.
          const assign = (kind: number, agent: number) => {
            const taken = staff[agent]?.takes[kind];
            return taken === undefined ? undefined : { ...taken, score: (taken.score ?? 0) * 10 + agent };
          };
          const roster = staff.map(({ capacity }, index) => ({ id: `agent-${index}`, calendar: `c${index}`, capacity }));
          const { totals } = simulate({
            arrivals,
            roster,
            calendars,
            seed,
            slowdown,
            from,
            drainSeconds: 86_400,
            policy: { assign: (kind, agent) => assign(Number(kind.name.slice(5)), Number(agent.id.slice(6))) },
          });
          const expected = simulatePlainly({
            arrivals,
            roster,
            assign,
            targetSeconds: targets,
            stretches: (agent) => {
              const { start = 0, length = 0 } = staff[agent] ?? {};
              return [[from + start * hour, from + (start + length) * hour]];
            },
            seed,
            slowdown,
          });
          const answered = expected.filter(({ answeredAt }) => answeredAt !== undefined);
          const waited = answered.reduce((sum, { at, answeredAt = 0 }) => sum + answeredAt - at, 0) / 1000;
          expect(totals.answered).toBe(answered.length);
          expect(totals.overflow).toBe(answered.filter(({ overflow }) => overflow).length);
          expect(totals.sla.met).toBe(answered.filter(({ answeredAt = 0, due }) => answeredAt <= due).length);
          expect((totals.waitSeconds?.mean ?? 0) * answered.length).toBeCloseTo(waited, 3);
        },
      ),
      { numRuns: 120 },
    );
  });

  const kinds = [
    { name: "de", language: "de", zone: "Europe/Berlin", handleSeconds: 300, targetSeconds: 60, patienceSeconds: 600 },
    { name: "en", language: "en", zone: "America/New_York", handleSeconds: 240, targetSeconds: 120, handleTimes: "logNormal" as const },
    { name: "any", zone: "Asia/Kolkata", handleSeconds: 100, handleTimes: "constant" as const },
  ];
  const arrivals = arrivalsAtRates({ kinds, from, calls: [constant(72, 20), constant(72, 30), constant(72, 10)], seed: 4 });
  const day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const open = (start: string, end: string) => ({
    zone: "UTC",
    hours: Object.fromEntries(day.map((name) => [name, [[start, end] as [string, string]]])),
  });
  const roster: Agent[] = [
    ...agents(4, {
      zone: "Europe/Berlin",
      calendar: "day",
      languages: [
        { code: "de", level: 5 },
        { code: "en", level: 3 },
      ],
    }),
    { id: "ny", zone: "America/New_York", calendar: "day", languages: [{ code: "en", level: 5 }], capacity: 2 },
    { id: "night", calendar: "night" },
  ];
  const setup: SimulationSetup = { arrivals, roster, calendars: { day: open("09:00", "17:00"), night: open("22:00", "06:00") }, seed: 9 };

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

describe("arrivals", () => {
  it("are drawn once for each ticket, whatever the roster does with them", () => {
    const kinds = [
      { name: "a", handleSeconds: 100, patienceSeconds: 50 },
      { name: "b", handleSeconds: 60, handleTimes: "logNormal" as const, handleDeviation: 0.5 },
    ];
    const own = arrivalsAtRates({ kinds, from, calls: [constant(200, 100), constant(200, 100)], seed: 3 });
    const draws = drawTickets(own, 5);
    const meanOf = (values: Float64Array, kind: number): number => {
      const picked = values.filter((_, index) => own.kind[index] === kind);
      return picked.reduce((sum, value) => sum + value, 0) / picked.length;
    };
    expect(Math.abs(meanOf(draws.handleSeconds, 0) - 100)).toBeLessThan(4 * (100 / Math.sqrt(20_000)));
    expect(Math.abs(meanOf(draws.handleSeconds, 1) - 60)).toBeLessThan(4 * (30 / Math.sqrt(20_000)));
    expect(Math.abs(meanOf(draws.patienceSeconds, 0) - 50)).toBeLessThan(4 * (50 / Math.sqrt(20_000)));
    expect(own.at.length).toBeGreaterThan(39_000);
    expect(drawTickets(own, 5)).toEqual(draws);
  });

  it("of a history keep the times that are known, in order", () => {
    const kinds = [{ name: "a", handleSeconds: 100 }];
    const own = arrivalsOfHistory(kinds, [
      { at: 5, kind: "a", handleSeconds: 7 },
      { at: 1, kind: "a" },
    ]);
    expect([...own.at]).toEqual([1, 5]);
    expect(drawTickets(own, 1).handleSeconds[1]).toBe(7);
    expect(() => arrivalsOfHistory(kinds, [{ at: Number.NaN, kind: "A", handleSeconds: -1 }])).toThrow(
      /at is NaN(.|\n)*kind(.|\n)*handleSeconds is -1/,
    );
  });

  it("refuse rates that aren't", () => {
    const kinds = [{ name: "a", handleSeconds: 100 }];
    expect(() => arrivalsAtRates({ kinds, from, calls: [] })).toThrow("calls");
    expect(() => arrivalsAtRates({ kinds, from, calls: [[-1]] })).toThrow("calls[0][0]");
    expect(() => arrivalsAtRates({ kinds, from, calls: [[1e12]] })).toThrow("100,000,000");
    expect(() => arrivalsAtRates({ kinds, from, intervalSeconds: 0, calls: [[1]] })).toThrow("intervalSeconds");
  });
});

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

describe("the heaps", () => {
  it("give back what they got in order, however much it is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 3000 }), (times) => {
        const heap = new EventHeap();
        const line = new WaitingLine(Float64Array.from(times));
        times.forEach((time, index) => {
          heap.push(time, index);
          line.push(index);
        });
        const order: number[] = [];
        for (let left = heap.size; left > 0; left -= 1) {
          order.push(heap.earliest);
          expect(times[heap.pop()]).toBe(order.at(-1));
        }
        expect(order).toEqual([...times].sort((left, right) => left - right));
        expect(heap.earliest).toBe(Infinity);
        const waiting: number[] = [];
        for (let left = line.size; left > 0; left -= 1) {
          waiting.push(line.first);
          line.pop();
        }
        expect(waiting).toEqual(
          [...times.keys()].sort((left, right) => (times[left] as number) - (times[right] as number) || left - right),
        );
        expect(line.first).toBe(-1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("assignBySkills", () => {
  it("asks what the kind says, of agents of whom the roster says it", () => {
    const kind = { name: "a", language: "pt-BR", issueType: "invoice", productLine: "audio", handleSeconds: 60 };
    const fit: Agent = { id: "a", languages: [{ code: "pt", level: 4 }], skills: ["invoice"], productLines: ["audio"] };
    expect(assignBySkills(kind, fit)).toEqual({ score: 4 });
    expect(assignBySkills(kind, { id: "b" })).toEqual({ score: 0 });
    expect(assignBySkills(kind, { ...fit, skills: ["account"] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, productLines: ["video"] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, languages: [{ code: "es" }] })).toBeUndefined();
    expect(assignBySkills(kind, { ...fit, languages: [{ code: "pt" }] })).toEqual({ score: 1 });
  });
});

import { AmendsError, InvalidCaseError } from "@amends/core/errors";
import { supportTiers, type Agent, type CaseFile } from "@amends/core/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { routingStage } from "../stage/routing-stage.js";
import { agent, caseIn, dueAt, ordinary, week } from "../testing/sample-case.js";
import { assignBatch } from "./assign-batch.js";
import { jainIndex } from "./batch-totals.js";

const writes = (...codes: string[]): Partial<Agent> => ({ languages: codes.map((code) => ({ code, level: 5 })) });
const mail = (id: string, language: string, given: Parameters<typeof caseIn>[1] = {}): CaseFile => ({ id, ...caseIn(language, given) });
const agentsOf = (batch: ReturnType<typeof assignBatch>) => batch.tickets.map((ticket) => ticket.agent);

describe("assignBatch", () => {
  it("keeps the only one who writes a language for the ticket that needs it, and says so", () => {
    const roster = [
      agent("anna", { ...writes("en", "nl"), capacity: 1 }),
      agent("ben", { languages: [{ code: "en", level: 4 }], capacity: 1 }),
    ];
    const batch = assignBatch([mail("C-1", "en"), mail("C-2", "nl")], undefined, { roster });
    expect(agentsOf(batch)).toEqual(["ben", "anna"]);
    expect(batch.tickets[0]).toMatchObject({
      id: "C-1",
      index: 0,
      handler: "human",
      team: "team",
      able: 2,
      oneByOne: "anna",
      because: "The least cost of the whole batch; anna would suit it better by 6 points.",
      lost: [{ agent: "anna", points: 6, because: "The place that anna has went to C-2." }],
      cost: { fit: 6, fairness: 10, late: 0, relaxed: 0, queued: 0, total: 16 },
    });
    expect(batch.tickets[1]).toMatchObject({ because: "anna costs it least of 2 agents.", lost: [], relaxed: [], translation: false });
    expect(batch.totals).toMatchObject({ assigned: 2, queued: 0, late: 0, fairness: 1, requirementsLetGo: 0 });
    expect(batch.oneByOne).toMatchObject({ assigned: 2, requirementsLetGo: 1 });
    expect(batch.totals.cost.total).toBeLessThan(batch.oneByOne.cost.total);
    expect(batch.tickets[0]?.rules).toContain("routing/standard-batch/fairness");
  });

  it("leaves what nobody has room for in the queue: the least urgent", () => {
    const cases = [mail("low", "en", { is: { urgency: "low" } }), mail("urgent", "en", { is: { urgency: "urgent" } }), mail("plain", "en")];
    const batch = assignBatch(cases, undefined, { roster: [agent("a", { capacity: 2, load: 0 })] });
    expect(batch.tickets.map(({ id, agent: taker, priority }) => [id, taker, priority])).toEqual([
      ["low", null, "low"],
      ["urgent", "a", "urgent"],
      ["plain", "a", "normal"],
    ]);
    expect(batch.tickets[0]).toMatchObject({
      team: "team",
      able: 1,
      because: "1 agent could take it, and all of them cost the batch less with other tickets: it waits in the queue.",
      expectedResponseAt: "2026-03-03T17:00:00Z",
      cost: { queued: 300, total: 300 },
      score: null,
    });
    expect(batch.tickets[0]?.lost[0]?.because).toMatch(/^The 2 places that a has went to (urgent, plain|plain, urgent)\.$/);
    expect(batch.totals).toMatchObject({ assigned: 2, queued: 1 });
  });

  it("counts the tickets of the batch into load and expected response", () => {
    const batch = assignBatch([mail("C-1", "en"), mail("C-2", "en")], undefined, { roster: [agent("a", { capacity: 4, load: 1 })] });
    const second = batch.tickets.find(({ expectedResponseAt }) => expectedResponseAt === "2026-03-03T15:20:00Z");
    expect(second?.score?.reasons.find(({ code }) => code === "load")).toEqual({
      code: "load",
      points: 10,
      because: "Has 2 open tickets of 4, with 1 of this batch.",
    });
    expect(batch.tickets.map(({ score }) => score?.score).sort((left = 0, right = 0) => left - right)).toEqual([44, 49]);
  });

  it("keeps deadlines where one by one misses them", () => {
    const roster = [
      agent("free", { capacity: 1, ...writes("en") }),
      agent("busy", { capacity: 9, load: 3, languages: [{ code: "en", level: 3 }] }),
    ];
    const hurried = mail("hurried", "en", { sla: dueAt("2026-03-03T15:05:00Z"), is: { urgency: "low" } });
    const batch = assignBatch([mail("calm", "en", { sla: dueAt("2026-03-04T15:00:00Z") }), hurried], undefined, { roster });
    expect(agentsOf(batch)).toEqual(["busy", "free"]);
    expect([batch.totals.late, batch.oneByOne.late]).toEqual([0, 1]);
    expect(batch.tickets.map(({ breachExpected }) => breachExpected)).toEqual([false, false]);
  });

  it("weighs as the host stresses", () => {
    const roster = [
      agent("native", { capacity: 10, load: 6, ...writes("en") }),
      agent("idle", { capacity: 10, languages: [{ code: "en", level: 3 }] }),
    ];
    const take = (emphasis: Parameters<typeof assignBatch>[3]) => agentsOf(assignBatch([mail("C", "en")], undefined, { roster }, emphasis));
    expect(take({ emphasis: { fairness: 0 } })).toEqual(["idle"]);
    expect(take({ emphasis: { fit: 0 } })).toEqual(["idle"]);
    const noLoad = routingStage.policies.filter(({ policy }) => policy !== "routing/standard-weights");
    const weights = { policy: "shop/weights", version: "1.0.0", stage: "assignment", decision: "weights", decide: "all" } as const;
    const rule = {
      name: "language",
      conditions: { all: [] },
      event: { type: "weight", params: { criterion: "language_level", points: 30 } },
    };
    const policies = [...noLoad, { ...weights, rules: [rule] }];
    const choose = (fairness: number) => agentsOf(assignBatch([mail("C", "en")], policies, { roster }, { emphasis: { fairness } }));
    expect([choose(0), choose(5)]).toEqual([["native"], ["idle"]]);
  });

  it("gives the bot what is the bot's, and leaves alone what is done", () => {
    const cases = [
      mail("bot", "en", { is: { complexity: "simple", issueType: "logistics_tracking" } }),
      mail("done", "en", { ticket: { channel: "email", status: "done", owner: "a" } }),
      mail("gone", "en", { ticket: { channel: "email", status: "done", owner: "left" } }),
      mail("kept", "en", { ticket: { channel: "email", status: "done" } }),
    ];
    const batch = assignBatch(cases, undefined, { roster: [agent("a")] });
    expect(batch.tickets.map(({ agent: taker, team, because, expectedResponseAt }) => [taker, team, because, expectedResponseAt])).toEqual([
      [null, null, "The bot answers it.", "2026-03-03T15:00:00Z"],
      ["a", "team", "It is done: it stays with its owner.", null],
      ["left", null, "It is done: it stays with its owner.", null],
      [null, null, "It is done: it stays with its owner.", null],
    ]);
    expect(batch.totals).toEqual({
      cost: { fit: 0, fairness: 0, late: 0, relaxed: 0, queued: 0, total: 0 },
      assigned: 0,
      queued: 0,
      byBot: 1,
      late: 0,
      fairness: null,
      requirementsLetGo: 0,
    });
    expect(batch.tickets.every(({ cost }) => cost.total === 0)).toBe(true);
  });

  it("says what stands in the way where nobody can take a ticket", () => {
    const closed = { default: { zone: "UTC", hours: { sun: [["09:00", "10:00"]] as [string, string][] } } };
    const batch = assignBatch([mail("C", "en")], undefined, { roster: [agent("a", { team: "north" })], calendars: closed });
    expect(batch.tickets[0]).toMatchObject({
      agent: null,
      team: "north",
      able: 0,
      because: "Nobody can take it now by the policies: it waits in the queue.",
      expectedResponseAt: "2026-03-08T10:00:00Z",
    });
    expect(batch.tickets[0]?.rules).toContain("routing/standard-nobody/queue");
    const nobody = assignBatch([{ now: "2026-03-03T15:00:00Z", ticket: { id: "T-1", channel: "email" } }]);
    expect(nobody.tickets[0]).toMatchObject({ id: "T-1", agent: null, team: null, expectedResponseAt: null });
    expect(nobody.tickets[0]?.missing).toContain("agents");
    expect(assignBatch([])).toMatchObject({ tickets: [], totals: { assigned: 0, fairness: null } });
  });

  it("takes the roster of the cases where the context has none, each agent once", () => {
    const cases = ["C-1", "C-2", "C-3"].map((id, index) => mail(id, "en", { agents: [agent("a", { capacity: 2, load: index })] }));
    expect(agentsOf(assignBatch(cases)).filter((taker) => taker === "a")).toHaveLength(2);
  });

  it("takes the policies' word, else the batch, for a capacity that nobody says", () => {
    const cases = Array.from({ length: 8 }, (_, index) => mail(`C-${index}`, "en"));
    const roster = [agent("a", { capacity: null, load: null })];
    expect(assignBatch(cases, undefined, { roster }).totals).toMatchObject({ assigned: 5, queued: 3 });
    const silent = routingStage.policies.filter(({ policy }) => policy !== "routing/standard-batch");
    // Without costs, a place with an agent is worth no more than the queue.
    expect(assignBatch(cases, silent, { roster }).totals).toMatchObject({ assigned: 0, queued: 8, cost: { total: 0 } });
    const queued = {
      policy: "shop/batch",
      version: "1.0.0",
      stage: "assignment",
      decision: "batch",
      decide: "all",
      rules: [{ name: "queued", conditions: { all: [] }, event: { type: "batchCost", params: { criterion: "queued", points: 100 } } }],
    } as const;
    expect(assignBatch(cases, [...silent, queued as never], { roster }).totals).toMatchObject({ assigned: 8 });
    expect(assignBatch(cases, undefined, { roster: [agent("a", { capacity: null, load: 7 })] }).totals).toMatchObject({ assigned: 1 });
  });

  it("refuses what can't be read", () => {
    expect(() => assignBatch([{ ticket: { channel: "pigeon" } } as never])).toThrow(InvalidCaseError);
    expect(() => assignBatch([], undefined, { roster: [agent("a"), agent("a")] })).toThrow(InvalidCaseError);
    const twice = [caseIn("en", { id: "C-1" }), caseIn("en", { id: "C-2" }), caseIn("de", { id: "C-1" }), caseIn("en"), caseIn("en")];
    expect(() => assignBatch(twice)).toThrow('cases[0] and cases[2] are both "C-1"');
    const tickets = twice.slice(3).map((each) => ({ ...each, ticket: { ...each.ticket, channel: "email" as const, id: "T-1" } }));
    expect(() => assignBatch(tickets)).toThrow("cases[1].ticket.id");
    const emphasis = { late: -1, speed: 2, fit: Number.NaN } as never;
    const error = (() => {
      try {
        return assignBatch([], undefined, {}, { emphasis });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(AmendsError.isInstance(error) ? error.findings.map(({ code, path }) => [code, path]) : error).toEqual([
      ["batch_emphasis_invalid", "emphasis.late"],
      ["batch_criterion_unknown", "emphasis.speed"],
      ["batch_emphasis_invalid", "emphasis.fit"],
    ]);
  });
});

const hours = { default: { zone: "UTC", hours: week } };
const roster = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(..."abcdefgh"),
    team: fc.constantFrom("north", "south", "emergency"),
    zone: fc.constantFrom("Asia/Shanghai", "Europe/Amsterdam", "UTC"),
    languages: fc.array(fc.record({ code: fc.constantFrom("nl", "en", "ja"), level: fc.integer({ min: 2, max: 5 }) }), { maxLength: 2 }),
    skills: fc.subarray(["logistics_delay", "quality_defect"]),
    tier: fc.constantFrom(...supportTiers),
    capacity: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }),
    load: fc.integer({ min: 0, max: 2 }),
    status: fc.constantFrom("available" as const, "available" as const, "away" as const),
    temporary: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const tickets = fc.array(
  fc
    .record({
      language: fc.constantFrom("nl", "en", "ja"),
      channel: fc.constantFrom("email" as const, "phone" as const),
      urgency: fc.constantFrom("urgent" as const, "high" as const, "normal" as const, "low" as const),
      complexity: fc.constantFrom("medium" as const, "complex" as const),
      due: fc.integer({ min: 0, max: 180 }),
    })
    .map(({ language, channel, urgency, complexity, due }) =>
      caseIn(language, {
        now: "2026-03-03T09:30:00Z",
        ticket: { channel, language },
        classification: { ...ordinary, urgency, complexity },
        sla: dueAt(new Date(Date.UTC(2026, 2, 3, 9, 30 + due)).toISOString()),
      }),
    ),
  { maxLength: 10 },
);

describe("any batch", () => {
  it("never gives anybody too much or what they can't take, and never costs more than one by one", () => {
    fc.assert(
      fc.property(tickets, roster, (cases, agents) => {
        const batch = assignBatch(cases, undefined, { roster: agents, calendars: hours });
        for (const { id, capacity, load } of agents) {
          const got = batch.tickets.filter((ticket) => ticket.agent === id).length;
          if (got > 0) expect(load + got).toBeLessThanOrEqual(capacity ?? Math.max(5, load + 1));
        }
        batch.tickets.forEach((ticket, index) => {
          if (ticket.agent === null) return;
          const excluded = routeTicket({ ...(cases[index] as CaseFile), agents, calendars: hours }).excluded;
          const reason = excluded.find((each) => each.agent === ticket.agent)?.reason;
          expect(["away", "offline", "at_capacity", "outside_working_hours", "temporary_agent", "calendar_unknown"]).not.toContain(reason);
          expect(ticket.score?.agent).toBe(ticket.agent);
          if (ticket.relaxed.some(({ requirement }) => requirement === "language")) expect(ticket.translation).toBe(true);
        });
        expect(batch.totals.cost.total).toBeLessThanOrEqual(batch.oneByOne.cost.total);
        const sum = batch.tickets.reduce((total, { cost }) => total + Math.round(cost.total * 1000), 0);
        expect(sum).toBe(Math.round(batch.totals.cost.total * 1000));
        expect(batch.totals.assigned + batch.totals.queued + batch.totals.byBot).toBe(cases.length);
        expect(assignBatch(cases, undefined, { roster: agents, calendars: hours })).toEqual(batch);
      }),
      { numRuns: 100 },
    );
  });

  it("of one ticket goes to somebody as good as the one it is routed to alone", () => {
    fc.assert(
      fc.property(tickets, roster, (cases, agents) => {
        const [only] = cases;
        if (only === undefined) return;
        const caseFile = { ...only, calendars: hours };
        const alone = routeTicket({ ...caseFile, agents });
        const emphasis = { fairness: 0, late: 0, relaxed: 1000, queued: 100_000 };
        const [ticket] = assignBatch([caseFile], undefined, { roster: agents }, { emphasis }).tickets;
        expect(ticket?.agent === null).toBe(alone.agent === null);
        if (alone.onNobody === null && alone.relaxed.length === 0) expect(ticket?.score?.score).toBe(alone.candidates[0]?.score);
      }),
      { numRuns: 150 },
    );
  });
});

describe("jainIndex", () => {
  it("is 1 where all are equal, and one over their number where one has it all", () => {
    expect([jainIndex([]), jainIndex([0, 0]), jainIndex([0.5, 0.5, 0.5]), jainIndex([1, 0, 0, 0])]).toEqual([null, 1, 1, 0.25]);
  });
});

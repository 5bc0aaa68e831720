import { InvalidCaseError } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { createZoneProvider, intlZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { assignBatch } from "./batch/assign-batch.js";
import { routeTicket } from "./route-ticket.js";
import { routingStage } from "./stage/routing-stage.js";
import { agent, caseIn, dueAt, week } from "./testing/sample-case.js";

const reasonOf = (assignment: ReturnType<typeof routeTicket>, id: string) => assignment.excluded.find((each) => each.agent === id);

describe("routeTicket", () => {
  it("refuses a case that can't be read, with the place", () => {
    const pathsOf = (caseFile: unknown) => {
      try {
        routeTicket(caseFile as never);
      } catch (error) {
        return InvalidCaseError.isInstance(error) ? error.findings.map(({ path }) => path) : error;
      }
      return [];
    };
    const claim = { amount: { amount: "abc", currency: "USD" } };
    expect(pathsOf({ ...caseIn("en"), ticket: { channel: "pigeon" }, claim })).toEqual(["ticket.channel", "claim.amount.amount"]);
    for (const none of [null, undefined, 7, [], {}]) expect(pathsOf(none)).toEqual([""]);
  });

  it("lets the bot answer a simple question at once", () => {
    const assignment = routeTicket(caseIn("th", { is: { complexity: "simple", issueType: "logistics_tracking" }, agents: [agent("a")] }));
    expect(assignment).toMatchObject({
      handler: "bot",
      tier: "L1",
      priority: "normal",
      team: null,
      agent: null,
      language: "th",
      onNobody: null,
    });
    expect(assignment).toMatchObject({
      expectedResponseAt: "2026-03-03T15:00:00Z",
      candidates: [],
      excluded: [],
      recommendedChannel: "live_chat",
    });
  });

  it("hands a case the bot could not solve to a human", () => {
    const assignment = routeTicket(
      caseIn("en", { is: { complexity: "simple", issueType: "logistics_tracking" }, bot: { failed: true }, agents: [agent("a")] }),
    );
    expect(assignment).toMatchObject({ handler: "human", tier: "L2", priority: "high", agent: "a" });
    expect(assignment.context["bot"]).toEqual({ failed: true });
  });

  it("excludes each agent who can't take it, with the reason", () => {
    const assignment = routeTicket(
      caseIn("nl", {
        is: { complexity: "complex", issueType: "quality_defect" },
        order: { items: [{ productLine: "audio" }, { productLine: "audio" }] },
        calendars: { default: { zone: "Europe/Amsterdam", hours: week }, night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] } } },
        agents: [
          agent("fits"),
          agent("low-tier", { tier: "L1" }),
          agent("no-dutch", { languages: [{ code: "de", level: 5 }] }),
          agent("some-dutch", { languages: [{ code: "nl-BE", level: 2 }] }),
          agent("unsaid-dutch", { languages: [{ code: "nl" }] }),
          agent("no-skill", { skills: ["customs_clearance"] }),
          agent("no-product", { productLines: null }),
          agent("night", { calendar: "night" }),
          agent("nowhere", { calendar: "atlantis" }),
          agent("away", { status: "away" }),
          agent("offline", { status: "offline" }),
          agent("full", { load: 5 }),
          agent("none", { capacity: 0, load: null }),
        ].map((each) => ({
          skills: ["quality_defect"],
          productLines: ["audio"],
          ...each,
          ...(each.id.includes("dutch") ? {} : { languages: [{ code: "nl", level: 4 }] }),
        })),
      }),
    );
    expect(assignment.agent).toBe("fits");
    expect(assignment.excluded).toEqual([
      { agent: "away", reason: "away", because: "Is at work but away." },
      { agent: "full", reason: "at_capacity", because: "Has 5 open tickets and takes 5." },
      { agent: "low-tier", reason: "tier_too_low", because: "Works at tier L1; the case needs L2." },
      {
        agent: "night",
        reason: "outside_working_hours",
        because: 'It is 15:00 in UTC: the calendar "night" is closed, it opens at 2026-03-03T20:00:00Z.',
      },
      { agent: "no-dutch", reason: "language_missing", because: "Doesn't write nl." },
      { agent: "no-product", reason: "product_line_missing", because: "Knows nothing the roster names; the order is of audio." },
      { agent: "no-skill", reason: "specialty_missing", because: "Specialises in customs_clearance; the case needs quality_defect." },
      { agent: "none", reason: "at_capacity", because: "Has an unknown number of open tickets and takes 0." },
      { agent: "nowhere", reason: "calendar_unknown", because: 'Works by the calendar "atlantis", which nobody has given.' },
      { agent: "offline", reason: "offline", because: "Is offline during working hours." },
      { agent: "some-dutch", reason: "language_level_too_low", because: "Writes nl at level 2; the case needs 4." },
      { agent: "unsaid-dutch", reason: "language_level_too_low", because: "Writes nl at level 3; the case needs 4." },
    ]);
    expect(assignment.missing).toContain("calendars.atlantis");
  });

  it("scores those who fit, with a reason for each point", () => {
    const assignment = routeTicket(
      caseIn("nl", {
        ticket: { channel: "email", language: "nl", owner: "c" },
        customer: { country: "NL" },
        order: { items: [{ productLine: "audio" }, { productLine: "video" }] },
        agents: [
          agent("a", {
            languages: [{ code: "nl", level: 5 }],
            skills: ["logistics_delay"],
            productLines: ["audio"],
            regions: ["EU"],
            load: 1,
          }),
          agent("b", { languages: [{ code: "nl", level: 3 }], tier: "L3", capacity: null }),
          agent("c", { languages: [{ code: "nl", level: 3 }], regions: ["NL"], load: 4 }),
        ],
      }),
    );
    expect(assignment.candidates).toEqual([
      {
        agent: "a",
        score: 98.5,
        reasons: [
          { code: "language_level", points: 30, because: "Writes nl at level 5 of 5." },
          { code: "specialty", points: 25, because: "Specialises in logistics_delay." },
          { code: "product_line", points: 7.5, because: "Knows the product line audio." },
          { code: "region", points: 10, because: "Serves EU." },
          { code: "tier", points: 10, because: "Works at tier L2, which the case needs: higher tiers stay free." },
          { code: "load", points: 16, because: "Has 1 open tickets of 5." },
        ],
      },
      {
        agent: "c",
        score: 82,
        reasons: [
          { code: "owner", points: 40, because: "Owns the ticket already: no handover." },
          { code: "language_level", points: 18, because: "Writes nl at level 3 of 5." },
          { code: "region", points: 10, because: "Serves NL." },
          { code: "tier", points: 10, because: "Works at tier L2, which the case needs: higher tiers stay free." },
          { code: "load", points: 4, because: "Has 4 open tickets of 5." },
        ],
      },
      { agent: "b", score: 18, reasons: [{ code: "language_level", points: 18, because: "Writes nl at level 3 of 5." }] },
    ]);
  });

  it("breaks ties by load ratio, then by id", () => {
    const noLoadWeight: Policy = {
      policy: "routing/standard-weights",
      version: "1.0.0",
      stage: "assignment",
      decision: "weights",
      decide: "all",
      rules: [],
    };
    const policies = [...routingStage.policies, noLoadWeight];
    const order = (agents: ReturnType<typeof agent>[]) =>
      routeTicket(caseIn("en", { agents }), policies).candidates.map((each) => each.agent);
    expect(order([agent("b", { load: 1 }), agent("c", { load: 0 }), agent("a", { load: 1 })])).toEqual(["c", "a", "b"]);
    expect(order([agent("a", { load: null }), agent("b", { load: 4 }), agent("c", { capacity: null })])).toEqual(["b", "a", "c"]);
  });

  it("answers through translation where nobody writes the language, but never on the phone", () => {
    const agents = [agent("a"), agent("full", { languages: [{ code: "ja", level: 5 }], load: 5 })];
    expect(routeTicket(caseIn("ja", { agents }))).toMatchObject({ agent: "a", translation: true, language: "ja", onNobody: null });
    const call = routeTicket(caseIn("ja", { agents, ticket: { channel: "phone", language: "ja" } }));
    expect(call).toMatchObject({ agent: null, team: "team", translation: false, onNobody: "queue" });
    expect(reasonOf(call, "a")?.reason).toBe("language_missing");
  });

  it("asks for no language where nobody knows the customer's", () => {
    const assignment = routeTicket(caseIn(undefined, { agents: [agent("a", { languages: null })] }));
    expect(assignment).toMatchObject({ agent: "a", language: "und", translation: false });
    expect(assignment.missing).toContain("language");
  });

  it("takes the language of the message before the customer's", () => {
    const language = {
      code: "und" as const,
      confidence: 0,
      script: "Latn",
      source: "detected" as const,
      policies: [],
      rules: [],
      missing: [],
    };
    expect(routeTicket(caseIn("de", { language, customer: { language: "pt-BR" } })).language).toBe("pt");
    expect(routeTicket(caseIn("de", { language: { ...language, code: "fr" }, customer: { language: "pt-BR" } })).language).toBe("fr");
  });

  it("lets go of the specialty where nobody on the roster has it", () => {
    const assignment = routeTicket(
      caseIn("en", { is: { complexity: "complex", sentiment: "angry" }, agents: [agent("a"), agent("b", { tier: "L1" })] }),
    );
    expect(assignment).toMatchObject({ agent: "a", onNobody: "fallback", translation: false });
    expect(reasonOf(assignment, "b")?.reason).toBe("tier_too_low");
  });

  it("leaves a complex case to the specialist who is busy now", () => {
    const agents = [agent("a"), agent("expert", { team: "logistics", skills: ["logistics_delay"], load: 5 })];
    const assignment = routeTicket(caseIn("en", { is: { complexity: "complex" }, agents }));
    expect(assignment).toMatchObject({ agent: null, team: "logistics", onNobody: "queue", expectedResponseAt: "2026-03-03T16:00:00Z" });
  });

  it("gives an urgent case to the emergency team, else to whoever is there", () => {
    const closed = { night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] as [string, string][] } } };
    const expert = agent("expert", { tier: "L3", skills: ["payment_failure"], calendar: "night" });
    const urgent = caseIn("ko", { is: { urgency: "urgent", complexity: "complex", issueType: "payment_failure" }, calendars: closed });
    const rescued = routeTicket({
      ...urgent,
      agents: [expert, agent("a", { languages: [{ code: "ko", level: 5 }] }), agent("z", { team: "emergency", tier: "L1" })],
    });
    expect(rescued).toMatchObject({
      tier: "L3",
      priority: "urgent",
      agent: "z",
      team: "emergency",
      onNobody: "emergency",
      translation: true,
    });
    expect(rescued.excluded.map(({ agent: id, reason }) => [id, reason])).toEqual([
      ["a", "tier_too_low"],
      ["expert", "outside_working_hours"],
    ]);
    const helped = routeTicket({ ...urgent, agents: [expert, agent("a", { languages: [{ code: "ko", level: 5 }] })] });
    expect(helped).toMatchObject({ agent: "a", onNobody: "fallback", translation: false });
    const queued = routeTicket({ ...urgent, agents: [{ ...expert, languages: [{ code: "ko", level: 5 }] }] });
    expect(queued).toMatchObject({ agent: null, onNobody: "queue", expectedResponseAt: "2026-03-03T20:10:00Z" });
  });

  it("says whether the deadline will be missed: an answer at the deadline is in time", () => {
    const busy = [agent("a", { load: 5 })];
    expect(routeTicket(caseIn("en", { agents: busy, sla: dueAt("2026-03-03T16:00:00Z") }))).toMatchObject({
      expectedResponseAt: "2026-03-03T16:00:00Z",
      breachExpected: false,
    });
    expect(routeTicket(caseIn("en", { agents: busy, sla: dueAt("2026-03-03T15:59:59Z") })).breachExpected).toBe(true);
    expect(routeTicket(caseIn("en", { agents: busy })).missing).toContain("sla.firstResponse.dueAt");
  });

  it("stands without policies: a human, in the queue's order of urgency, nothing assumed", () => {
    const agents = [
      agent("a"),
      agent("unsaid", { tier: null }),
      agent("mute", { languages: [{ code: "en" }] }),
      agent("both", { languages: [{ code: "en" }, { code: "en", level: 2 }] }),
    ];
    const assignment = routeTicket(caseIn("en", { is: { urgency: "low" }, agents }), []);
    expect(assignment).toMatchObject({
      handler: "human",
      tier: "L1",
      priority: "low",
      agent: "a",
      recommendedChannel: null,
      policies: [],
      rules: [],
    });
    expect(assignment.candidates.map((each) => each.agent)).toEqual(["a", "both"]);
    expect(reasonOf(assignment, "unsaid")).toEqual({
      agent: "unsaid",
      reason: "tier_too_low",
      because: "Works at a tier the roster doesn't say; the case needs L1.",
    });
    expect(reasonOf(assignment, "mute")?.because).toBe("Writes en at a level the roster doesn't say; the case needs 1.");
    expect(routeTicket({ now: "2026-03-03T15:00:00Z", ticket: { channel: "email" } }, []).priority).toBe("normal");
    expect(routeTicket(caseIn("en", { agents: [agent("a", { load: 5 })] }), []).expectedResponseAt).toBe("2026-03-03T15:00:00Z");
  });

  it("expects no breach where nobody is owed a first response any more", () => {
    const busy = [agent("a", { load: 5 })];
    const breach = (state: "running" | "overdue" | "met" | "missed" | "paused" | "stopped") =>
      routeTicket(caseIn("en", { agents: busy, sla: dueAt("2026-03-03T15:30:00Z", { state }) })).breachExpected;
    expect([breach("running"), breach("overdue"), breach("met"), breach("missed"), breach("paused"), breach("stopped")]).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    // Not even the queue is late then: the specialist is waited for.
    const agents = [agent("a"), agent("expert", { team: "logistics", skills: ["logistics_delay"], load: 5 })];
    const route = (state: "running" | "met") =>
      routeTicket(caseIn("en", { is: { complexity: "complex" }, agents, sla: dueAt("2026-03-03T15:30:00Z", { state }) }));
    expect(route("running")).toMatchObject({ agent: "a", onNobody: "fallback", breachExpected: false });
    expect(route("met")).toMatchObject({ agent: null, team: "logistics", onNobody: "queue", breachExpected: false });
    expect(route("met").missing).not.toContain("sla.firstResponse.dueAt");
  });

  it("leaves a ticket that is done with its owner, and asks nobody else", () => {
    const agents = [agent("a"), agent("b", { team: "returns", status: "offline" })];
    const done = (ticket: NonNullable<ReturnType<typeof caseIn>["ticket"]>, sla = dueAt("2026-03-01T00:00:00Z")) =>
      routeTicket(caseIn("en", { agents, sla, ticket }));
    const nobody = { candidates: [], excluded: [], relaxed: [], onNobody: null, expectedResponseAt: null, breachExpected: false };
    expect(done({ channel: "email", status: "done", owner: "b" })).toMatchObject({
      ...nobody,
      handler: "human",
      agent: "b",
      team: "returns",
    });
    expect(done({ channel: "email", status: "done", owner: "gone" })).toMatchObject({ ...nobody, agent: "gone", team: null });
    expect(done({ channel: "email", status: "done" })).toMatchObject({ ...nobody, handler: "human", tier: "L2", agent: null, team: null });
    expect(done({ channel: "email" }, dueAt("2026-03-01T00:00:00Z", { resolution: "met" }))).toMatchObject(nobody);
    expect(done({ channel: "email", status: "open" }, dueAt("2026-03-01T00:00:00Z", { resolution: "met" })).agent).toBe("a");
    const context = routeTicket(caseIn("en", { ticket: { channel: "email", status: "done", owner: "b" } }), undefined, { roster: agents });
    expect(context.team).toBe("returns");
  });

  it("follows a calendar that is changed between two cases", () => {
    const calendars = { default: { zone: "UTC", hours: { ...week } as Record<string, [string, string][]> } };
    const open = () => routeTicket(caseIn("en", { calendars, agents: [agent("a")] })).agent;
    expect([open(), open()]).toEqual(["a", "a"]);
    calendars.default.hours["tue"] = [["09:00", "15:00"]];
    expect(open()).toBeNull();
    for (let minute = 10; minute < 60; minute += 1) {
      for (let hour = 10; hour < 16; hour += 1) {
        calendars.default.hours["tue"] = [["09:00", `${hour}:${minute}`]];
        expect(open()).toBe(hour === 15 ? "a" : null);
      }
    }
  });

  it("says what the roster doesn't say of those who could take the case", () => {
    const missing = (given: Parameters<typeof agent>[1]) =>
      routeTicket(caseIn("en", { agents: [agent("a", given), agent("b", { status: "offline", load: null })] })).missing.filter((name) =>
        name.startsWith("agents"),
      );
    expect(missing({})).toEqual([]);
    expect(missing({ status: null })).toEqual(["agents.status"]);
    expect(missing({ load: null })).toEqual(["agents.load"]);
    expect(missing({ status: null, load: null, capacity: null })).toEqual(["agents.capacity", "agents.load", "agents.status"]);
    expect(routeTicket(caseIn("en", { agents: [agent("a", { status: null, load: null })] })).agent).toBe("a");
    expect(assignBatch([caseIn("en")], undefined, { roster: [agent("a", { load: null })] }).tickets[0]?.missing).toContain("agents.load");
  });

  it("names the zone data that the expected response was computed with", () => {
    const zones = createZoneProvider({ ...intlZoneProvider, version: "7" });
    const given = { zones };
    expect(routeTicket(caseIn("en", { agents: [agent("a")] }), undefined, given).zonesVersion).toBe("7");
    expect(routeTicket(caseIn("en", { agents: [] }), undefined, given)).not.toHaveProperty("zonesVersion");
    expect(assignBatch([], undefined, given).zonesVersion).toBe("7");
  });
});

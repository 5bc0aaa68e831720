import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "@amends/core/errors";
import { createZoneProvider, intlZoneProvider } from "@amends/core/time";
import { assignBatch } from "./batch/assign-batch.js";
import { routeTicket } from "./route-ticket.js";
import { reasonOf } from "./testing/reason-of.js";
import { agent, caseIn, dueAt } from "./testing/sample-case.js";

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

import type { Agent } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { routingStage } from "../stage/routing-stage.js";
import { agent, caseIn } from "../testing/sample-case.js";

const requiring = (...skills: string[]): Policy[] => [
  ...routingStage.policies,
  {
    policy: "shop/skills",
    version: "1.0.0",
    stage: "assignment",
    decision: "requirements",
    decide: "all",
    rules: [{ name: "skills", conditions: { all: [] }, event: { type: "requireSkills", params: { skills } } }],
  },
];
const route = (agents: Agent[], policies: Policy[], given: Parameters<typeof caseIn>[1] = {}) =>
  routeTicket(caseIn("en", { agents, ...given }), policies);

describe("required skills", () => {
  it("exclude whoever lacks one of them", () => {
    const agents = [agent("a", { skills: ["broker", "b2b"] }), agent("b", { skills: ["broker"] }), agent("c", { skills: null })];
    const assignment = route(agents, requiring("broker", "b2b"));
    expect(assignment.agent).toBe("a");
    expect(assignment.excluded).toEqual([
      { agent: "b", reason: "skill_missing", because: "Knows broker; the case needs b2b." },
      { agent: "c", reason: "skill_missing", because: "Knows nothing the roster names; the case needs broker, b2b." },
    ]);
  });

  it("are let go of where nobody on the roster has them", () => {
    expect(route([agent("a")], requiring("broker"))).toMatchObject({
      agent: "a",
      onNobody: "fallback",
      relaxed: [{ requirement: "skill", because: "Knows nothing the roster names; the case needs broker." }],
    });
  });
});

describe("wanted skills", () => {
  it("are the labels of the ticket, each worth its share", () => {
    const ticket = { channel: "email", language: "en", tags: ["b2b", "fragile"] } as const;
    const agents = [agent("a", { skills: ["b2b"] }), agent("b", { load: 1 }), agent("c", { skills: ["fragile", "b2b"], load: 4 })];
    const { candidates } = route(agents, [...routingStage.policies], { ticket: { ...ticket, tags: [...ticket.tags] } });
    expect(candidates.map(({ agent: id, reasons }) => [id, reasons.find(({ code }) => code === "skills")])).toEqual([
      ["a", { code: "skills", points: 10, because: "Has of the wanted skills b2b." }],
      ["c", { code: "skills", points: 20, because: "Has of the wanted skills b2b, fragile." }],
      ["b", undefined],
    ]);
  });
});

describe("capacity", () => {
  it("isn't used up by tickets on hold, and says so", () => {
    const assignment = route([agent("a", { load: 4, onHold: 3 }), agent("b", { load: 5, onHold: 2 })], [...routingStage.policies]);
    expect(assignment.candidates[0]?.reasons.at(-1)?.because).toBe("Has 4 open tickets of 5; 3 more on hold don't count.");
    expect(assignment.excluded[0]?.because).toBe("Has 5 open tickets, beside 2 on hold that don't count, and takes 5.");
  });

  it("goes, all else equal, to whoever got no ticket for longest", () => {
    const at = (id: string, lastAssignedAt: string | null) => agent(id, { lastAssignedAt });
    const ids = (...agents: Agent[]) => route(agents, [...routingStage.policies]).candidates.map((each) => each.agent);
    expect(ids(at("a", "2026-03-03T14:00:00Z"), at("b", "2026-03-03T12:00:00Z"), at("c", null))).toEqual(["c", "b", "a"]);
  });
});

describe("what was passed on", () => {
  it("climbs the tiers, with everything that was asked and tried in hand", () => {
    const given = {
      bot: {
        failed: true,
        reason: "asked for a person",
        asked: [{ question: "Which order?", answer: "O-1" }],
        tried: ["sent the tracking link"],
      },
      agents: [agent("two"), agent("three", { tier: "L3" })],
    };
    const second = route(given.agents, [...routingStage.policies], given);
    expect(second).toMatchObject({ tier: "L2", agent: "two", handler: "human" });
    expect(second.context["bot"]).toEqual({ failed: true, reason: "asked for a person", tried: ["sent the tracking link"] });
    expect(second.context["asked"]).toEqual([{ question: "Which order?", answer: "O-1" }]);
    const escalation = {
      from: "L2",
      by: "two",
      reason: "court summons",
      asked: [{ question: "Which court?", answer: null }],
      tried: [],
    } as const;
    const third = route(given.agents, [...routingStage.policies], {
      ...given,
      ticket: { channel: "email", language: "en", owner: "two", escalation: { ...escalation, asked: [...escalation.asked], tried: [] } },
    });
    expect(third).toMatchObject({ tier: "L3", agent: "three", priority: "high" });
    expect(third.context["escalation"]).toEqual({ from: "L2", by: "two", reason: "court summons" });
    expect(third.context["asked"]).toEqual([{ question: "Which order?", answer: "O-1" }, { question: "Which court?" }]);
  });
});

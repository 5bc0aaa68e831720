import type { Agent, CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { routingStage } from "../stage/routing-stage.js";
import { agent, caseIn, dueAt, week } from "../testing/sample-case.js";

type Params = Record<string, unknown>;
const targets = (...list: Params[]): Policy[] => [
  ...routingStage.policies,
  {
    policy: "routing/standard-targets",
    version: "1.0.0",
    stage: "assignment",
    decision: "targets",
    decide: "all",
    rules: list.map((params, index) => ({
      name: `target-${index + 1}`,
      priority: 100 - index,
      conditions: { all: [] },
      event: { type: "target", params },
    })),
  },
];
const eu: Params = { target: "eu", teams: ["eu"], timeout: "PT10M" };
const us: Params = { target: "us", teams: ["us"], timeout: "PT20M" };
const busy = (id: string, team: string, given: Partial<Agent> = {}) => agent(id, { team, load: 5, ...given });
const free = (id: string, team: string, given: Partial<Agent> = {}) => agent(id, { team, ...given });
/** A case that has waited for so many minutes. */
const waited = (minutes: number | undefined, agents: Agent[], policies: Policy[], given: Parameters<typeof caseIn>[1] = {}) =>
  routeTicket(
    caseIn("en", {
      agents,
      ticket: {
        channel: "email",
        language: "en",
        ...(minutes === undefined ? {} : { queuedAt: new Date(Date.UTC(2026, 2, 3, 15, -minutes)).toISOString() }),
      },
      ...given,
    }),
    policies,
  );

describe("targets in turn", () => {
  it("takes the first of which somebody has room", () => {
    const assignment = waited(0, [free("e", "eu"), free("u", "us", { languages: [{ code: "en", level: 5 }] })], targets(eu, us));
    expect(assignment).toMatchObject({
      agent: "e",
      team: "eu",
      onNobody: null,
      target: { target: "eu", rule: "routing/standard-targets/target-1", until: null, passed: [] },
      excluded: [{ agent: "u", reason: "not_in_target", because: "Is not of the target eu, which takes the case." }],
    });
    expect(assignment.rules).toContain("routing/standard-targets/target-1");
  });

  it("waits for a target until its time is up, then tries the next", () => {
    const agents = [busy("e", "eu"), free("u", "us")];
    const first = waited(4, agents, targets(eu, us));
    expect(first).toMatchObject({
      agent: null,
      team: "eu",
      onNobody: "queue",
      target: { target: "eu", until: "2026-03-03T15:06:00Z", passed: [] },
    });
    expect(first.excluded).toContainEqual({
      agent: "u",
      reason: "not_in_target",
      because: "Is not of the target eu, for which the case waits until 2026-03-03T15:06:00Z.",
    });
    expect(waited(10, agents, targets(eu, us))).toMatchObject({
      agent: "u",
      target: { target: "us", passed: [{ target: "eu", reason: "timeout", because: "Nobody took it within PT10M." }] },
    });
    // The second target's time counts from the end of the first one's.
    const both = [busy("e", "eu"), busy("u", "us"), free("x", "asia")];
    expect(waited(29, both, targets(eu, us)).target).toMatchObject({ target: "us", until: "2026-03-03T15:01:00Z" });
  });

  it("still takes an earlier target that has room again", () => {
    expect(waited(15, [free("e", "eu"), busy("u", "us")], targets(eu, us))).toMatchObject({ agent: "e", target: { target: "eu" } });
  });

  it("asks everybody once all targets are passed over", () => {
    const assignment = waited(30, [busy("e", "eu"), busy("u", "us"), free("x", "asia")], targets(eu, us));
    expect(assignment).toMatchObject({ agent: "x", team: "asia", target: { target: null, rule: null, until: null } });
    expect(assignment.target?.passed.map(({ target }) => target)).toEqual(["eu", "us"]);
  });

  it("counts from when the customer wrote where nobody says since when it waits, and says so where neither is known", () => {
    const agents = [busy("e", "eu"), free("u", "us")];
    const written = { ticket: { channel: "email", language: "en", createdAt: "2026-03-03T14:45:00Z" } } as const;
    expect(waited(undefined, agents, targets(eu, us), written)).toMatchObject({ agent: "u" });
    const unknown = waited(undefined, agents, targets(eu, us));
    expect(unknown).toMatchObject({ agent: null, target: { target: "eu", until: "2026-03-03T15:10:00Z" } });
    expect(unknown.missing).toContain("ticket.queuedAt");
  });

  it("lets any policy ask how long a case has waited", () => {
    const rule = {
      name: "waited-long",
      priority: 5000,
      conditions: { all: [{ fact: "queue.waited", operator: "greaterThanInclusive", value: 900 }] },
      event: { type: "priority", params: { priority: "urgent" } },
    };
    const policies: Policy[] = routingStage.policies.map((policy) =>
      policy.policy === "routing/standard-priorities" ? { ...policy, rules: [rule, ...policy.rules] } : policy,
    );
    expect([14, 15].map((minutes) => waited(minutes, [free("e", "eu")], policies).priority)).toEqual(["normal", "urgent"]);
  });

  it("skips a target at once where it can't help", () => {
    const calendars: CaseFile["calendars"] = {
      default: { zone: "UTC", hours: week },
      night: { zone: "UTC", hours: { tue: [["20:00", "24:00"]] } },
    };
    const passedBy = (skipIf: string[], member: Agent | undefined, given: Parameters<typeof caseIn>[1] = {}) =>
      waited(0, [...(member === undefined ? [] : [member]), free("u", "us")], targets({ ...eu, skipIf }, us), {
        calendars,
        ...given,
      }).target?.passed.map(({ reason, because }) => [reason, because]);
    expect(passedBy(["closed", "nobody_fits"], free("e", "eu", { tier: "L1" }))).toEqual([
      ["closed", "Nobody of it who meets the requirements is in working hours."],
    ]);
    expect(passedBy(["nobody_fits"], undefined)).toEqual([["nobody_fits", "Nobody of it meets the requirements."]]);
    expect(passedBy(["nobody_fits", "closed"], free("e", "eu", { calendar: "night" }))).toEqual([
      ["closed", "Nobody of it who meets the requirements is in working hours."],
    ]);
    expect(passedBy(["unreachable"], free("e", "eu", { status: "away" }))).toEqual([
      ["unreachable", "Nobody of it who meets the requirements can be reached."],
    ]);
    expect(passedBy(["unreachable", "full"], busy("e", "eu"))).toEqual([["full", "Nobody of it who meets the requirements has room."]]);
    const late = { sla: dueAt("2026-03-03T20:30:00Z") };
    expect(passedBy(["late"], free("e", "eu", { calendar: "night" }), late)).toEqual([
      ["late", "Its answer is expected at 2026-03-03T21:00:00Z, after the deadline."],
    ]);
    expect(passedBy(["late"], undefined)).toEqual([["late", "Nobody of it ever opens."]]);
    // None of them holds: it is waited for.
    expect(passedBy(["nobody_fits", "closed", "unreachable", "late"], busy("e", "eu"))).toEqual([]);
  });

  it("lets go of requirements for a target, of the language only where translation is allowed", () => {
    const widened = { target: "anybody", timeout: "PT1H", relax: ["language", "lower_tier"] };
    const agents = [free("e", "eu", { tier: "L1", languages: [{ code: "de", level: 5 }] })];
    expect(waited(0, agents, targets(widened))).toMatchObject({
      agent: "e",
      translation: true,
      onNobody: "fallback",
      relaxed: [{ requirement: "language" }, { requirement: "lower_tier" }],
    });
    const call = { ticket: { channel: "phone", language: "en" } } as const;
    expect(waited(0, agents, targets(widened), call)).toMatchObject({ agent: null, team: null, target: { target: "anybody" } });
  });

  it("names people, regions and agents", () => {
    const agents = [free("a", "x", { regions: ["EU"] }), free("b", "x"), busy("c", "x")];
    const named = (params: Params, given: Parameters<typeof caseIn>[1] = {}) =>
      waited(0, agents, targets({ target: "t", timeout: "PT1H", ...params }), given);
    expect(named({ regions: ["EU"] }).agent).toBe("a");
    expect(named({ agents: ["b"] }).agent).toBe("b");
    expect(named({ who: "owner" }, { ticket: { channel: "email", language: "en", owner: "b" } }).agent).toBe("b");
    expect(named({ who: "preferred_agent" }, { customer: { preferredAgent: "b" } }).agent).toBe("b");
    expect(named({ who: "preferred_agent" })).toMatchObject({ agent: null, team: null });
  });
});

describe("the agent the customer knows", () => {
  const known = { customer: { preferredAgent: "lena" } };
  const policies = [...routingStage.policies];

  it("is waited for half an hour where full, and goes first where free", () => {
    const full = [busy("lena", "eu"), free("u", "us")];
    expect(waited(10, full, policies, known)).toMatchObject({
      agent: null,
      team: "eu",
      target: { target: "preferred-agent", until: "2026-03-03T15:20:00Z" },
    });
    expect(waited(30, full, policies, known).agent).toBe("u");
    expect(waited(0, [free("lena", "eu", { load: 4 }), free("u", "us")], policies, known).agent).toBe("lena");
  });

  it("isn't waited for while away, in a chat, or past the deadline", () => {
    expect(waited(0, [free("lena", "eu", { status: "away" }), free("u", "us")], policies, known).agent).toBe("u");
    const chat = { ...known, ticket: { channel: "live_chat", language: "en" } } as const;
    expect(waited(0, [busy("lena", "eu"), free("u", "us")], policies, chat).agent).toBe("u");
    expect(waited(0, [busy("lena", "eu"), free("u", "us")], policies, { ...known, sla: dueAt("2026-03-03T15:30:00Z") }).agent).toBe("u");
  });

  it("earns points where nobody has to wait", () => {
    const chat = { ...known, ticket: { channel: "live_chat", language: "en" } } as const;
    const [first] = waited(0, [free("lena", "eu", { load: 4 }), free("u", "us")], policies, chat).candidates;
    expect(first?.reasons[0]).toEqual({
      code: "preferred_agent",
      points: 35,
      because: "The customer asked for this agent, or knows them.",
    });
  });
});

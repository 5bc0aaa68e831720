import type { Agent, CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { agent, caseIn, dueAt, week } from "../testing/sample-case.js";

const calendars: CaseFile["calendars"] = {
  office: { zone: "UTC", hours: week },
  later: { zone: "UTC", hours: { mon: [["09:30", "18:30"]] } },
};
const at = (id: string, zone: string, given: Partial<Agent> = {}) => agent(id, { team: id, zone, calendar: "office", ...given });
const owned = (now: string, agents: Agent[], given: Parameters<typeof caseIn>[1] = {}) =>
  routeTicket(caseIn("en", { now, calendars, agents, ticket: { channel: "email", language: "en", owner: "amsterdam" }, ...given }));

const amsterdam = at("amsterdam", "Europe/Amsterdam");
const shenzhen = at("shenzhen", "Asia/Shanghai");

describe("a ticket that somebody owns", () => {
  it("waits for its owner who opens within the hour that a handover costs", () => {
    // 08:20 in Amsterdam, 15:20 in Shenzhen.
    const assignment = owned("2026-03-03T07:20:00Z", [amsterdam, shenzhen]);
    expect(assignment).toMatchObject({ agent: null, team: "amsterdam", onNobody: "queue", expectedResponseAt: "2026-03-03T09:00:00Z" });
    expect(assignment.excluded).toEqual([
      {
        agent: "amsterdam",
        reason: "outside_working_hours",
        because: 'It is 08:20 in Europe/Amsterdam: the calendar "office" is closed, it opens at 2026-03-03T08:00:00Z.',
      },
      {
        agent: "shenzhen",
        reason: "kept_for_owner",
        because: "Could take it, but amsterdam, who owns it, opens at 2026-03-03T08:00:00Z: sooner than a handover is worth.",
      },
    ]);
    expect(assignment.rules).toContain("routing/standard-handover/otherwise");
  });

  it("follows the sun where the owner opens later than that, or would miss the deadline", () => {
    expect(owned("2026-03-03T06:55:00Z", [amsterdam, shenzhen])).toMatchObject({ agent: "shenzhen", onNobody: null });
    expect(owned("2026-03-03T07:20:00Z", [amsterdam, shenzhen], { sla: dueAt("2026-03-03T08:30:00Z") }).agent).toBe("shenzhen");
    expect(owned("2026-03-03T07:20:00Z", [amsterdam, shenzhen], { sla: dueAt("2026-03-03T09:00:00Z") }).agent).toBeNull();
  });

  it("goes to whoever is there where it is urgent, live, or the owner is off though at work", () => {
    const now = "2026-03-03T07:20:00Z";
    expect(owned(now, [amsterdam, shenzhen], { is: { urgency: "urgent" } }).agent).toBe("shenzhen");
    expect(owned(now, [amsterdam, shenzhen], { ticket: { channel: "live_chat", language: "en", owner: "amsterdam" } }).agent).toBe(
      "shenzhen",
    );
    expect(owned(now, [amsterdam, shenzhen], { is: { urgency: "high" } }).agent).toBe("shenzhen");
    expect(owned("2026-03-03T07:50:00Z", [amsterdam, shenzhen], { is: { urgency: "high" } }).agent).toBeNull();
    const offline = at("amsterdam", "Europe/Amsterdam", { status: "offline" });
    expect(owned("2026-03-03T08:20:00Z", [offline, shenzhen]).agent).toBe("shenzhen");
    const untrained = at("amsterdam", "Europe/Amsterdam", { tier: "L1" });
    expect(owned(now, [untrained, shenzhen]).agent).toBe("shenzhen");
  });

  it("goes to a colleague of the owner's team sooner than to another region", () => {
    const colleague = agent("early", { team: "amsterdam", zone: "Asia/Shanghai", calendar: "office" });
    expect(owned("2026-03-03T07:20:00Z", [amsterdam, colleague]).agent).toBe("early");
    expect(owned("2026-03-03T07:50:00Z", [amsterdam, colleague]).agent).toBeNull();
  });

  it("waits in the queue of its owner where another region opens only a little sooner", () => {
    // Saturday: on Monday Moscow opens at 06:00Z, Athens at 07:30Z, Amsterdam at 08:00Z.
    const athens = at("athens", "Europe/Athens", { calendar: "later", languages: [{ code: "en", level: 5 }] });
    const moscow = at("moscow", "Europe/Moscow");
    expect(owned("2026-03-07T12:00:00Z", [amsterdam, athens])).toMatchObject({
      team: "amsterdam",
      expectedResponseAt: "2026-03-09T09:00:00Z",
    });
    expect(owned("2026-03-07T12:00:00Z", [amsterdam, moscow])).toMatchObject({
      team: "moscow",
      expectedResponseAt: "2026-03-09T07:00:00Z",
    });
    const unowned = { ticket: { channel: "email", language: "en" } } as const;
    expect(owned("2026-03-07T12:00:00Z", [amsterdam, athens], unowned).team).toBe("athens");
    expect(owned("2026-03-07T12:00:00Z", [amsterdam, athens]).rules).toContain("routing/standard-handover/otherwise");
  });

  it("costs nothing to hand over where no policy says so", () => {
    const policies = [] as const;
    const given = caseIn("en", {
      now: "2026-03-03T07:20:00Z",
      calendars,
      agents: [amsterdam, shenzhen],
      ticket: { channel: "email", owner: "amsterdam" },
    });
    expect(routeTicket(given, policies).agent).toBe("shenzhen");
  });
});

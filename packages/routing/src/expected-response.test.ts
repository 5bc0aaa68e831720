import { describe, expect, it } from "vitest";
import { routeTicket } from "./route-ticket.js";
import { agent, caseIn, dueAt, week } from "./testing/sample-case.js";

describe("routeTicket", () => {
  it("says whether the deadline will be missed: an answer at the deadline is in time", () => {
    const busy = [agent("a", { load: 5 })];
    expect(routeTicket(caseIn("en", { agents: busy, sla: dueAt("2026-03-03T16:00:00Z") }))).toMatchObject({
      expectedResponseAt: "2026-03-03T16:00:00Z",
      breachExpected: false,
    });
    expect(routeTicket(caseIn("en", { agents: busy, sla: dueAt("2026-03-03T15:59:59Z") })).breachExpected).toBe(true);
    expect(routeTicket(caseIn("en", { agents: busy })).missing).toContain("sla.firstResponse.dueAt");
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
});

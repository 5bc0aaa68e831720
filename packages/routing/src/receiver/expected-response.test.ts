import type { Policy } from "@amends/core/rules";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { routingStage } from "../stage/routing-stage.js";
import { agent, caseIn, week } from "../testing/sample-case.js";

describe("the response of an agent at work", () => {
  it("is expected after the tickets that the agent has open, never later than of a full team", () => {
    const expected = (load: number | null, given: Parameters<typeof caseIn>[1] = {}, now = "2026-03-03T15:00:00Z") =>
      routeTicket(caseIn("en", { now, agents: [agent("a", { capacity: 20, load })], ...given })).expectedResponseAt;
    expect([expected(0), expected(null), expected(3), expected(6), expected(19)]).toEqual([
      "2026-03-03T15:00:00Z",
      "2026-03-03T15:00:00Z",
      "2026-03-03T15:30:00Z",
      "2026-03-03T16:00:00Z",
      "2026-03-03T16:00:00Z",
    ]);
    expect(expected(3, { is: { urgency: "high" } })).toBe("2026-03-03T15:09:00Z");
    expect(expected(3, { ticket: { channel: "live_chat", language: "en" } })).toBe("2026-03-03T15:00:30Z");
    expect(expected(3, { ticket: { channel: "phone", language: "en" } })).toBe("2026-03-03T15:00:00Z");
    // Half an hour before the end of the day: the rest of the wait runs on the next one.
    const calendars = { default: { zone: "UTC", hours: week } };
    expect(expected(4, { calendars }, "2026-03-03T17:30:00Z")).toBe("2026-03-04T09:10:00Z");
    expect(expected(4, { calendars, is: { urgency: "low" } }, "2026-03-06T17:59:00Z")).toBe("2026-03-09T09:59:00Z");
    const slow: Policy[] = routingStage.policies.filter(({ decision }) => decision !== "wait");
    expect(routeTicket(caseIn("en", { agents: [agent("a", { capacity: 20, load: 19 })] }), slow).expectedResponseAt).toBe(
      "2026-03-03T18:10:00Z",
    );
  });
});

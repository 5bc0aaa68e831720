import { InvalidCalendarError, InvalidCaseError } from "@amends/core/errors";
import { createZoneProvider } from "@amends/core/time";
import { describe, expect, it } from "vitest";
import { routeTicket } from "../route-ticket.js";
import { routingStage } from "../stage/index.js";
import { agent, caseIn, week } from "../testing/sample-case.js";

describe("a roster", () => {
  it("refuses a roster that can't be read, everything at once", () => {
    const bad = caseIn("en", {
      agents: [agent("a"), agent("a"), agent("b", { zone: "Mars/Gale" }), agent("c", { zone: "UTC" }), agent("d", { zone: "UTC" })],
    });
    expect(() => routeTicket(bad)).toThrow(InvalidCaseError);
    expect(() => routingStage.run(bad)).toThrow(/agents\[1\]\.id(.|\n)*agents\[2\]\.zone/);
    expect(() => routeTicket(caseIn("en", { agents: [agent("a"), agent("a")] }))).toThrow(/agents\[1\]\.id/);
  });

  it("names the calendar that can't be compiled", () => {
    const calendars = { day: { zone: "UTC", hours: {} } };
    expect(() => routeTicket(caseIn("en", { agents: [agent("a", { calendar: "day" })] }), undefined, { calendars })).toThrow(
      InvalidCalendarError,
    );
    expect(() => routeTicket(caseIn("en", { agents: [agent("a", { calendar: "day" })] }), undefined, { calendars })).toThrow(
      "calendars.day.hours",
    );
    const broken = createZoneProvider({
      name: "broken",
      version: "1",
      has: () => true,
      offsetAt: () => {
        throw new TypeError("no data");
      },
    });
    const open = { day: { zone: "UTC", hours: week } };
    expect(() =>
      routeTicket(caseIn("en", { agents: [agent("a", { calendar: "day" })] }), undefined, { calendars: open, zones: broken }),
    ).toThrow(TypeError);
  });

  it("reads no calendar from an object's prototype", () => {
    const assignment = routeTicket(caseIn("en", { agents: [agent("a", { calendar: "constructor" })] }));
    expect(assignment.excluded[0]?.reason).toBe("calendar_unknown");
  });
});

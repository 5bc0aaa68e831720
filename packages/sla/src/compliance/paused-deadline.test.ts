import { describe, expect, it } from "vitest";
import { InvalidCalendarError } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { compileCalendar, type CalendarDefinition } from "@amends/core/time";
import { judgeCases } from "./compliance-of.js";
import type { ComplianceSettings } from "./compliance-settings.js";
import { received, replied } from "./testing/log-lines.js";

describe("pauses after a target was logged", () => {
  type Clock = "calendar" | "business" | "business_days";
  const log = (clock: Clock | undefined, answeredAt: string, more: readonly Partial<CaseEvent>[] = []): CaseEvent[] => [
    // Tuesday; an hour, of which half is left as the case is paused.
    received("C-1", "2026-03-03T09:00:00Z", { sla: { firstResponse: { dueAt: "2026-03-03T10:00:00Z", clock } } }),
    { caseId: "C-1", kind: "paused", at: "2026-03-03T09:30:00Z" },
    ...more.map((event): CaseEvent => ({ caseId: "C-1", kind: "note_added", at: "", ...event })),
    { caseId: "C-1", kind: "resumed", at: "2026-03-03T19:30:00Z" },
    replied("C-1", answeredAt),
  ];
  const judge = (events: readonly CaseEvent[], settings: ComplianceSettings = {}) => {
    const [judged] = [...judgeCases(events, settings)];
    return [judged?.outcome, judged?.dueAt, judged?.counts];
  };

  it("move its deadline by as long as they lasted", () => {
    const dueAt = "2026-03-03T20:00:00Z";
    expect(judge(log("calendar", dueAt))).toEqual(["met", dueAt, "met"]);
    expect(judge(log(undefined, "2026-03-03T20:00:01Z"))).toEqual(["late", dueAt, "missed"]);
    const outage = log("calendar", dueAt).map((event) => (event.kind === "paused" ? { ...event, reason: "tool_outage" } : event));
    expect(judge(outage)).toEqual(["late", "2026-03-03T10:00:00Z", "missed"]);
    const decidedAgain = log("calendar", dueAt, [
      { at: "2026-03-03T19:00:00Z", sla: { firstResponse: { dueAt: "2026-03-03T19:15:00Z", clock: "calendar" } } },
    ]);
    expect(judge(decidedAgain)).toEqual(["late", "2026-03-03T19:45:00Z", "missed"]);
    expect(judge(log("calendar", dueAt), { dueOf: ({ target }) => target })).toEqual(["late", "2026-03-03T10:00:00Z", "missed"]);
  });

  it("move a business clock by their open hours, and leave undecided what can't be known", () => {
    const definition: CalendarDefinition = { zone: "UTC", hours: { tue: [["09:00", "12:00"]], wed: [["09:00", "12:00"]] } };
    const hours = compileCalendar(definition);
    const dueAt = "2026-03-04T09:30:00Z";
    for (const known of [hours, definition, () => hours, () => definition])
      expect(judge(log("business", dueAt), { lateness: { hours: known } })).toEqual(["met", dueAt, "met"]);
    expect(() => judge(log("business", dueAt), { lateness: { hours: { ...definition, zone: "UTX" } } })).toThrow(InvalidCalendarError);
    expect(judge(log("business", dueAt))).toEqual(["undecided", "2026-03-03T10:00:00Z", undefined]);
    expect(judge(log("business_days", dueAt), { lateness: { hours } })[0]).toBe("undecided");
    expect(judge(log("business_days", "2026-03-03T09:40:00Z"), { lateness: { hours } })[0]).toBe("met");
  });

  it("that last make it pending, not missed", () => {
    const open = log("calendar", "").slice(0, 2);
    expect(judge(open, { asOf: "2026-03-03T12:00:00Z" })[0]).toBe("pending");
    expect(judge(open, { asOf: "2027-03-03T12:00:00Z" })[0]).toBe("pending");
    expect(judge(log("business", "").slice(0, 2), { asOf: "2026-03-03T12:00:00Z" })[0]).toBe("pending");
  });
});

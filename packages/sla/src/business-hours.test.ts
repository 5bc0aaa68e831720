import type { CalendarDefinition } from "@amends/core/time";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { evaluateSla } from "./evaluate-sla.js";
import { officeHours, slaCase } from "./testing/sla-case.js";

const utc = (local: string, zone: string) => DateTime.fromISO(local, { zone }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

describe("off hours", () => {
  it.each([
    ["New York, in the morning", "America/New_York", "2026-03-03T09:00", false],
    ["New York, a minute before opening", "America/New_York", "2026-03-03T08:59", true],
    ["Berlin, at closing time", "Europe/Berlin", "2026-03-03T17:00", true],
    ["Berlin, a minute before closing", "Europe/Berlin", "2026-03-03T16:59", false],
    ["Tokyo, on a Saturday", "Asia/Tokyo", "2026-03-07T10:00", true],
    ["Tokyo, on a Monday that is still Sunday in UTC", "Asia/Tokyo", "2026-03-09T08:59", true],
    ["Kathmandu, at a quarter past", "Asia/Kathmandu", "2026-03-03T09:15", false],
    ["Sydney, in summer time", "Australia/Sydney", "2026-01-06T16:30", false],
    ["São Paulo, at night", "America/Sao_Paulo", "2026-03-03T23:30", true],
  ])("%s", (_, zone, local, offHours) => {
    const status = evaluateSla(slaCase(utc(local, zone), { calendars: { default: officeHours(zone) } }));
    expect(status).toMatchObject({ offHours, autoReply: offHours ? "off_hours" : null });
  });

  it("sends no notice once somebody has answered or the case is solved", () => {
    const saturday = "2026-03-07T10:00:00Z";
    const calendars = { default: officeHours("Etc/UTC") };
    const messages = [
      { from: "customer", at: saturday },
      { from: "agent", at: "2026-03-07T11:00:00Z" },
    ] as const;
    expect(evaluateSla(slaCase(saturday, { now: "2026-03-07T12:00:00Z", calendars, ticket: { messages: [...messages] } }))).toMatchObject({
      offHours: true,
      autoReply: null,
    });
    expect(evaluateSla(slaCase(saturday, { calendars, ticket: { status: "done" } }))).toMatchObject({ offHours: true, autoReply: null });
  });
});

describe("business time", () => {
  // 4 hours from an hour before Friday's closing end at noon on Monday, by the wall clock, however long the weekend was.
  it.each([
    ["clocks go forward in the US", "America/New_York", "2026-03-06T16:00", "2026-03-09T12:00"],
    ["clocks go back in the US", "America/New_York", "2026-10-30T16:00", "2026-11-02T12:00"],
    ["clocks go forward in the EU", "Europe/Paris", "2026-03-27T16:00", "2026-03-30T12:00"],
    ["clocks go back in the EU", "Europe/Paris", "2026-10-23T16:00", "2026-10-26T12:00"],
    ["clocks go forward in Australia", "Australia/Sydney", "2026-10-02T16:00", "2026-10-05T12:00"],
    ["clocks go back in Australia", "Australia/Sydney", "2026-04-03T16:00", "2026-04-06T12:00"],
    ["half an hour at Lord Howe", "Australia/Lord_Howe", "2026-04-03T16:00", "2026-04-06T12:00"],
    ["no change in Brazil", "America/Sao_Paulo", "2026-03-06T16:00", "2026-03-09T12:00"],
  ])("%s", (_, zone, from, due) => {
    const status = evaluateSla(slaCase(utc(from, zone), { calendars: { default: officeHours(zone) } }));
    expect(status.firstResponse).toMatchObject({ within: "PT4H", dueAt: utc(due, zone), zone });
  });

  it.each([
    ["US: an hour is skipped", "America/New_York", "2026-03-08T01:00", "2026-03-08T06:00"],
    ["EU: an hour comes twice", "Europe/Berlin", "2026-10-25T01:00", "2026-10-25T04:00"],
    ["Chile: midnight is skipped", "America/Santiago", "2026-09-05T23:00", "2026-09-06T04:00"],
  ])("counts real hours while open through the change: %s", (_, zone, from, due) => {
    const status = evaluateSla(slaCase(utc(from, zone), { customer: { zone } }));
    expect(status.firstResponse).toMatchObject({ within: "PT4H", clock: "business", dueAt: utc(due, zone) });
  });

  it.each([
    ["a holiday", { holidays: ["2026-03-09"] }, "2026-03-10T12:00:00Z"],
    ["a break", { breaks: { "2026-03-09": [["11:00", "13:00"]] } }, "2026-03-09T14:00:00Z"],
    ["a shift on Saturday", { shifts: { "2026-03-07": [["10:00", "12:00"]] } }, "2026-03-09T10:00:00Z"],
    ["overnight hours", { hours: { fri: [["15:00", "17:00"]], sat: [["22:00", "02:00"]] } }, "2026-03-08T01:00:00Z"],
  ] satisfies [string, Partial<CalendarDefinition>, string][])("%s", (_, rest, dueAt) => {
    const calendar = { ...officeHours("Etc/UTC"), ...rest };
    const status = evaluateSla(slaCase("2026-03-06T16:00:00Z", { customer: { country: "BR" }, calendars: { default: calendar } }));
    expect(status.firstResponse).toMatchObject({ within: "PT4H", dueAt });
  });

  it("ends an exact fill at closing time", () => {
    const status = evaluateSla(slaCase("2026-03-03T13:00:00Z", { calendars: { default: officeHours("Etc/UTC") } }));
    expect(status.firstResponse?.dueAt).toBe("2026-03-03T17:00:00Z");
  });
});

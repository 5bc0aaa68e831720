import { compileCalendar, formatInstant, intlZoneProvider, parseInstant, type CalendarDefinition } from "@amends/core/time";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { TargetParams } from "../target-params.js";
import { officeHours } from "../testing/sla-case.js";
import { deadlineOf } from "./deadline.js";

const everyDay = (zone: string, rest: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  zone,
  hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]])),
  ...rest,
});
const due = (start: string, target: TargetParams, calendar: CalendarDefinition) =>
  deadlineOf(parseInstant(start), target, { calendar: compileCalendar(calendar), zones: intlZoneProvider, rule: "test/rule" }).dueAt;

describe("business days", () => {
  const threeDays: TargetParams = { clock: "business_days", within: "P3D" };
  const berlin = officeHours("Europe/Berlin", { holidays: ["2026-04-03", "2026-04-06"] });

  it.each([
    ["counts from the next day on, to the end of the last", "2026-03-03T12:00:00Z", threeDays, "2026-03-06T23:00:00Z"],
    ["leaves out weekends", "2026-03-06T12:00:00Z", threeDays, "2026-03-11T23:00:00Z"],
    ["leaves out weekends a message came on", "2026-03-07T12:00:00Z", threeDays, "2026-03-11T23:00:00Z"],
    ["leaves out holidays and follows the clock change", "2026-04-02T12:00:00Z", threeDays, "2026-04-09T22:00:00Z"],
    ["ends at an hour where one is given", "2026-03-03T12:00:00Z", { ...threeDays, answerBy: "17:00" }, "2026-03-06T16:00:00Z"],
  ] as const)("%s", (_, start, target, expected) => {
    expect(due(start, target, berlin)).toBe(expected);
  });
});

describe("cut-off cycle", () => {
  const cycle: TargetParams = { clock: "cut_off", within: "PT25H", cutOff: "18:00", answerBy: "19:00" };
  const manila = everyDay("Asia/Manila", { holidays: ["2026-04-09", "2026-04-10"] });

  it.each([
    ["a second before the cut-off", "2026-03-03T17:59:59+08:00", "2026-03-03T19:00:00+08:00"],
    ["at the cut-off", "2026-03-03T18:00:00+08:00", "2026-03-04T19:00:00+08:00"],
    ["after midnight", "2026-03-04T00:30:00+08:00", "2026-03-04T19:00:00+08:00"],
    ["on a weekend", "2026-03-07T12:00:00+08:00", "2026-03-07T19:00:00+08:00"],
    ["before holidays", "2026-04-08T20:00:00+08:00", "2026-04-11T19:00:00+08:00"],
    ["on a holiday", "2026-04-09T10:00:00+08:00", "2026-04-11T19:00:00+08:00"],
  ])("%s", (_, start, expected) => {
    expect(due(start, cycle, manila)).toBe(formatInstant(parseInstant(expected)));
  });
});

describe("weekend grace", () => {
  const grace: TargetParams = { clock: "weekend_grace", within: "PT24H", weekend: ["sat", "sun"], answerBy: "12:00" };

  it.each([
    ["on a Friday evening", "2026-03-06T22:00:00-06:00", "2026-03-07T22:00:00-06:00"],
    ["as Saturday begins", "2026-03-07T00:00:00-06:00", "2026-03-09T12:00:00-05:00"],
    ["as Sunday ends, through the clock change", "2026-03-08T23:59:59-05:00", "2026-03-09T12:00:00-05:00"],
    ["as Monday begins", "2026-03-09T00:00:00-05:00", "2026-03-10T00:00:00-05:00"],
  ])("%s", (_, start, expected) => {
    expect(due(start, grace, everyDay("America/Chicago"))).toBe(formatInstant(parseInstant(expected)));
  });
});

describe("any clock", () => {
  const zones = fc.constantFrom(
    "America/New_York",
    "Europe/Paris",
    "Australia/Lord_Howe",
    "Asia/Manila",
    "America/Santiago",
    "Africa/Casablanca",
  );
  const starts = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2029, 11, 31) });

  it("is due on the wall clock that Luxon shows: cut-off and weekend", () => {
    fc.assert(
      fc.property(zones, starts, (zone, start) => {
        const local = DateTime.fromMillis(start, { zone });
        const cutOff = local.set({ hour: 18, minute: 0, second: 0, millisecond: 0 });
        const cycleEnd = (local < cutOff ? local : local.plus({ days: 1 })).set({ hour: 19, minute: 0, second: 0, millisecond: 0 });
        const calendar = compileCalendar(everyDay(zone));
        const cycle: TargetParams = { clock: "cut_off", within: "PT25H", cutOff: "18:00", answerBy: "19:00" };
        expect(deadlineOf(start, cycle, { calendar, zones: intlZoneProvider, rule: "" }).at).toBe(cycleEnd.toMillis());

        const grace: TargetParams = { clock: "weekend_grace", within: "PT24H", weekend: ["sat", "sun"], answerBy: "12:00" };
        const monday = local.plus({ days: 8 - local.weekday }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
        expect(deadlineOf(start, grace, { calendar, zones: intlZoneProvider, rule: "" }).at).toBe(
          local.weekday < 6 ? start + 86_400_000 : monday.toMillis(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is due at the end of the business day that Luxon counts", () => {
    fc.assert(
      fc.property(zones, starts, fc.integer({ min: 1, max: 7 }), (zone, start, days) => {
        const calendar = compileCalendar(officeHours(zone));
        let day = DateTime.fromMillis(start, { zone }).startOf("day");
        for (let left = days; left > 0; ) {
          day = day.plus({ days: 1 }).startOf("day");
          if (day.weekday < 6) left -= 1;
        }
        const target: TargetParams = { clock: "business_days", within: `P${days}D` };
        const end = day.plus({ days: 1 }).startOf("day");
        expect(deadlineOf(start, target, { calendar, zones: intlZoneProvider, rule: "" }).at).toBe(end.toMillis());
      }),
      { numRuns: 200 },
    );
  });
});

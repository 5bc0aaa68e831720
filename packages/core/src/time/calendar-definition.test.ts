import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileCalendar,
  createZoneProvider,
  formatInstant,
  intlZoneProvider,
  parseInstant,
  type CalendarDefinition,
} from "@amends/core/time";
import { InvalidCalendarError } from "@amends/core/errors";
import { office } from "./testing/office-calendar.js";
import { everyDay } from "./testing/weekly-hours.js";

const at = parseInstant;

function findingsOf(definition: unknown): string[] {
  try {
    compileCalendar(definition as CalendarDefinition);
  } catch (error) {
    if (!InvalidCalendarError.isInstance(error)) throw error;
    return error.findings.map((finding) => `${finding.code} ${finding.path ?? ""}`);
  }
  return [];
}

describe("a definition", () => {
  it("is refused with every finding and its path", () => {
    expect(
      findingsOf({
        zone: "America/NewYork",
        hours: {
          monday: [],
          mon: [
            ["9:00", "25:00"],
            ["10:00", "10:00"],
            ["24:00", "05:00"],
          ],
          tue: [["10:00"], "all day"],
        },
        shifts: { "2026-02-30": [["10:00", "11:00"]], "2026-03-01": [["10:00", "12:60"]] },
        breaks: 3,
        holidays: ["2026-13-01", "0000-01-01", 5],
        closed: true,
      }),
    ).toEqual([
      "calendar_unknown_zone zone",
      "calendar_bad_time hours.mon[0][0]",
      "calendar_bad_time hours.mon[0][1]",
      "calendar_empty_interval hours.mon[1]",
      "calendar_bad_time hours.mon[2][0]",
      "calendar_bad_shape hours.tue[0]",
      "calendar_bad_shape hours.tue[1]",
      "calendar_unknown_key hours.monday",
      'calendar_bad_date shifts["2026-02-30"]',
      'calendar_bad_time shifts["2026-03-01"][0][1]',
      "calendar_bad_shape breaks",
      "calendar_bad_date holidays[0]",
      "calendar_bad_date holidays[1]",
      "calendar_bad_date holidays[2]",
      "calendar_unknown_key closed",
    ]);
  });

  it("is told how to be mended", () => {
    const message = (definition: unknown): string => {
      try {
        compileCalendar(definition as CalendarDefinition);
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message({ zone: "America/NewYork", hours: { mon: [["9:00", "17:00"]] } })).toContain('did you mean "America/New_York"?');
    expect(message({ zone: "UTC", hours: { mon: [["9:00", "17:00"]] } })).toContain('"9:00" is not a time; expected HH:MM');
    expect(message({ zone: "UTC+2", hours: {} })).toContain("name the place instead");
    expect(message({ zone: "UTC", hours: {}, holiday: [] })).toContain('did you mean "holidays"?');
  });

  it.each([
    [null, "calendar_bad_shape "],
    [{ zone: "UTC" }, "calendar_bad_shape hours"],
    [{ zone: "", hours: {} }, "calendar_bad_shape zone"],
    [{ zone: "UTC", hours: {} }, "calendar_never_opens hours"],
    [{ zone: "UTC", hours: { mon: [] }, shifts: { "2026-01-01": [] } }, "calendar_never_opens hours"],
    [{ zone: "UTC", hours: {}, shifts: { "2026-01-01": [["09:00", "12:00"]] }, holidays: ["2026-01-01"] }, "calendar_never_opens hours"],
  ])("such as %j is refused", (definition, finding) => {
    expect(findingsOf(definition)).toEqual([finding]);
  });

  it("never opens where a break from the day before covers its only shift", () => {
    const shifts = { "2026-01-01": [["09:00", "12:00"]] };
    expect(findingsOf({ zone: "UTC", hours: {}, shifts, breaks: { "2025-12-31": [["13:00", "12:59"]] } })).toEqual([
      "calendar_never_opens hours",
    ]);
    expect(findingsOf({ zone: "UTC", hours: {}, shifts, breaks: { "2025-12-31": [["13:00", "11:59"]] } })).toEqual([]);
  });

  it("compiles once, however often it is given, and isn't changed afterwards", () => {
    const definition: CalendarDefinition = { zone: "UTC", hours: { mon: [["09:00", "17:00"]] } };
    const first = compileCalendar(definition);
    expect(compileCalendar(structuredClone(definition))).toBe(first);
    definition.hours.mon?.push(["18:00", "19:00"]);
    expect(first.isOpen(at("2026-03-02T18:30:00Z"))).toBe(false);
    expect(compileCalendar(definition).isOpen(at("2026-03-02T18:30:00Z"))).toBe(true);
  });

  it("takes its offsets from the given zone provider, and names it", () => {
    const zones = createZoneProvider({ name: "made up", version: "7", has: (zone) => zone === "Mars/Gale", offsetAt: () => -7200 });
    const calendar = compileCalendar({ zone: "Mars/Gale", hours: { mon: [["09:00", "17:00"]] } }, { zones });
    expect(formatInstant(calendar.nextOpen(at("2026-03-02T00:00:00Z")))).toBe("2026-03-02T11:00:00Z");
    expect(calendar.zoneData).toEqual({ name: "made up", version: "7" });
    expect(office.zoneData).toEqual({ name: "intl", version: intlZoneProvider.version });
    expect(() => compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]] } }, { zones })).toThrow(/made up/);
  });

  it("has a limit on the intervals of a day, and counts those that are the same once", () => {
    const many = (count: number): CalendarDefinition => ({
      zone: "UTC",
      hours: { mon: Array.from({ length: count }, () => ["09:00", "17:00"] as [string, string]) },
    });
    const monday = at("2026-03-02T00:00:00Z");
    expect(compileCalendar(many(288)).openings(monday, monday + 7 * 86_400_000)).toEqual([
      { start: monday + 9 * 3_600_000, end: monday + 17 * 3_600_000 },
    ]);
    for (const definition of [many(289), { ...many(1), shifts: { "2026-03-03": many(20_000).hours.mon ?? [] } }]) {
      expect(() => compileCalendar(definition)).toThrow("expected at most 288 intervals a day");
    }
    const refused = (() => {
      try {
        return compileCalendar(many(20_000));
      } catch (error) {
        return error;
      }
    })();
    expect(InvalidCalendarError.isInstance(refused) ? refused.findings : refused).toMatchObject([
      { code: "calendar_too_long", path: "hours.mon" },
    ]);
  });

  it("may be of any size of exceptions", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 400 }), (days) => {
        const holidays = days.map((day) => formatInstant(at("2020-01-01T00:00:00Z") + day * 86_400_000).slice(0, 10));
        const calendar = compileCalendar({ zone: "UTC", hours: everyDay(["00:00", "24:00"]), holidays });
        const closed = new Set(holidays).size * 86_400;
        expect(calendar.between(at("2020-01-01T00:00:00Z"), at("2020-01-01T00:00:00Z") + 3001 * 86_400_000)).toBe(3001 * 86_400 - closed);
      }),
      { numRuns: 15 },
    );
  });
});

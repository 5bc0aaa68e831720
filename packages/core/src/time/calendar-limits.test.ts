import { describe, expect, it } from "vitest";
import { compileCalendar, formatInstant, parseInstant } from "@amends/core/time";
import { office } from "./testing/office-calendar.js";
import { everyDay } from "./testing/weekly-hours.js";

const hour = 3600;
const at = parseInstant;

describe("limits", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 9e15, -9e15])("refuse the instant %s", (instant) => {
    expect(() => office.isOpen(instant)).toThrow(RangeError);
    expect(() => office.nextOpen(instant)).toThrow(RangeError);
    expect(() => office.add(instant, 0)).toThrow(RangeError);
    expect(() => office.subtract(instant, 0)).toThrow(RangeError);
    expect(() => office.between(0, instant)).toThrow(RangeError);
    expect(() => office.openings(instant, 0)).toThrow(RangeError);
    expect(() => office.dateOf(instant)).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuse %s seconds", (seconds) => {
    expect(() => office.add(0, seconds)).toThrow(RangeError);
    expect(() => office.subtract(0, seconds)).toThrow(RangeError);
  });

  it("refuse what isn't a number, and dates that don't exist", () => {
    expect(() => office.isOpen("2026-03-03" as unknown as number)).toThrow(/not string/);
    expect(() => office.add(0, "5" as unknown as number)).toThrow(RangeError);
    expect(() => office.isOpenOn("2026-02-30")).toThrow(RangeError);
  });

  it("end a search that can't succeed", () => {
    const onceOpen = compileCalendar({ zone: "Asia/Tokyo", hours: {}, shifts: { "2020-05-01": [["10:00", "12:00"]], "2030-01-01": [] } });
    expect(onceOpen.between(at("2000-01-01T00:00:00Z"), at("2100-01-01T00:00:00Z"))).toBe(2 * hour);
    expect(formatInstant(onceOpen.add(at("1990-01-01T00:00:00Z"), 2 * hour))).toBe("2020-05-01T03:00:00Z");
    expect(formatInstant(onceOpen.subtract(at("2090-01-01T00:00:00Z"), 2 * hour))).toBe("2020-05-01T01:00:00Z");
    const now = at("2026-01-01T00:00:00Z");
    for (const search of [
      () => onceOpen.nextOpen(now),
      () => onceOpen.add(now, 1),
      () => onceOpen.subtract(at("2019-01-01T00:00:00Z"), 1),
      () => onceOpen.add(at("2019-01-01T00:00:00Z"), 2 * hour + 1),
    ]) {
      expect(search).toThrow(expect.objectContaining({ name: "InvalidCalendarError", code: "calendar_exhausted" }));
    }
    const soon = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "09:01"]] } });
    expect(() => soon.add(now, 1e9)).toThrow(/400 years/);
    expect(() => soon.between(at("0001-01-01T00:00:00Z"), now)).toThrow(/400 years/);
  });

  it("hold at the first and the last year", () => {
    const always = compileCalendar({ zone: "Asia/Tokyo", hours: everyDay(["00:00", "24:00"]) });
    expect(formatInstant(always.add(at("0001-01-01T00:00:00Z"), 60))).toBe("0001-01-01T00:01:00Z");
    expect(formatInstant(always.subtract(at("9999-12-31T00:00:00Z"), 60))).toBe("9999-12-30T23:59:00Z");
    expect(() => always.add(at("9999-12-31T23:59:59Z"), 86_400)).toThrow(RangeError);
  });
});

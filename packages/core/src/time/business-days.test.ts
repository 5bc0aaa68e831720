import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, compileCalendar, instantOf, parseInstant, type CalendarDefinition } from "@amends/core/time";

const nine: [string, string][] = [["09:00", "17:00"]];
const definition: CalendarDefinition = {
  zone: "Asia/Shanghai",
  hours: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
  shifts: { "2026-02-14": nine },
  holidays: ["2026-02-16", "2026-02-17", "2026-02-18"],
};
// Friday the 13th in Shanghai, still Thursday in UTC.
const friday = parseInstant("2026-02-12T20:00:00Z");

describe("business days", () => {
  it.each([
    [0, "2026-02-13"],
    [1, "2026-02-14"],
    [2, "2026-02-19"],
    [3, "2026-02-20"],
    [4, "2026-02-23"],
  ])("%i after a Friday with a make-up Saturday and holidays", (days, expected) => {
    expect(addBusinessDays(definition, friday, days)).toBe(expected);
    expect(addBusinessDays(compileCalendar(definition), friday, days)).toBe(expected);
  });

  it("count what lies between", () => {
    expect(businessDaysBetween(definition, friday, parseInstant("2026-02-20T00:00:00Z"))).toBe(3);
    expect(businessDaysBetween(definition, friday, friday)).toBe(0);
    expect(businessDaysBetween(definition, friday, 0)).toBe(0);
    expect(() => businessDaysBetween(definition, parseInstant("1000-01-01T00:00:00Z"), friday)).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuse %s days", (days) => {
    expect(() => addBusinessDays(definition, friday, days)).toThrow(RangeError);
  });

  it("end where the calendar does", () => {
    const ends: CalendarDefinition = { zone: "UTC", hours: {}, shifts: { "2026-03-03": nine, "2026-09-01": nine } };
    expect(addBusinessDays(ends, friday, 2)).toBe("2026-09-01");
    expect(() => addBusinessDays(ends, friday, 3)).toThrow(expect.objectContaining({ code: "calendar_exhausted" }));
    expect(() => addBusinessDays(definition, friday, 1_000_000)).toThrow(/400 years/);
    expect(() => addBusinessDays({ zone: "UTC", hours: {} }, friday, 1)).toThrow(expect.objectContaining({ name: "InvalidCalendarError" }));
  });

  it("are each other's inverse", () => {
    const calendar = compileCalendar(definition);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -40, max: 40 }), (days, offset) => {
        const at = friday + offset * 86_400_000;
        const date = addBusinessDays(calendar, at, days);
        expect(businessDaysBetween(calendar, at, instantOf(date, "12:00", definition.zone))).toBe(days);
      }),
    );
  });
});

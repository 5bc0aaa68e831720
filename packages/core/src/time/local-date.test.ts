import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isLocalDate, weekdayOf } from "@amends/core/time";

describe("local dates", () => {
  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-01",
    "0000-01-01",
    "+2026-01-01",
    "2026-01-01T00:00",
    "",
    5,
    null,
  ])("%j is none", (value) => {
    expect(isLocalDate(value)).toBe(false);
    expect(() => addDays(value as string, 1)).toThrow(RangeError);
    expect(() => weekdayOf(value as string)).toThrow(RangeError);
  });

  it.each(["2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "0099-06-15"])("%s is one", (date) => {
    expect(isLocalDate(date)).toBe(true);
    expect(addDays(date, 0)).toBe(date);
  });

  it("count days and their names", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-03-02", "2026-02-28")).toBe(-2);
    expect(weekdayOf("1969-12-28")).toBe("sun");
    expect(weekdayOf("0001-01-01")).toBe("mon");
    expect(() => addDays("2026-03-01", 0.5)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
  });

  it("follow the platform's calendar", () => {
    const days = fc.integer({ min: -700_000, max: 2_900_000 });
    fc.assert(
      fc.property(days, days, (first, second) => {
        const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(text(first), second - first)).toBe(text(second));
        expect(daysBetween(text(first), text(second))).toBe(second - first);
        const named = new Intl.DateTimeFormat("en-US", { weekday: "short", timeZone: "UTC" }).format(first * 86_400_000);
        expect(weekdayOf(text(first))).toBe(named.toLowerCase());
      }),
    );
  });
});

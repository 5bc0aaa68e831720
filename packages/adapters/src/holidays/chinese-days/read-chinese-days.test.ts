import chineseDays from "chinese-days";
import { describe, expect, it } from "vitest";
import { readChineseDays } from "@amends/adapters/holidays/chinese-days";
import { compileCalendar, withHolidays } from "@amends/core/time";

const year = { from: "2026-01-01", to: "2026-12-31" };

describe("readChineseDays", () => {
  // The State Council's notices for 2025 and 2026.
  it.each([
    ["2025", "01-26 02-08 04-27 09-28 10-11", 28],
    ["2026", "01-04 02-14 02-28 05-09 09-20 10-10", 33],
  ])("tells the make-up workdays of %s", (asked, workdays, holidays) => {
    const dates = readChineseDays(chineseDays, { from: `${asked}-01-01`, to: `${asked}-12-31` });
    expect(dates.workdays.map(({ date }) => date.slice(5)).join(" ")).toBe(workdays);
    expect(dates.holidays).toHaveLength(holidays);
    expect(dates.holidays[0]).toEqual({ date: `${asked}-01-01`, name: "New Year's Day (元旦)" });
  });

  it("opens make-up workdays of a calendar", () => {
    const hours: [string, string][] = [["09:00", "18:00"]];
    const office = { zone: "Asia/Shanghai", hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } };
    const calendar = compileCalendar(withHolidays(office, readChineseDays(chineseDays, year)));
    const open = ["2026-02-13", "2026-02-14", "2026-02-16", "2026-02-28", "2026-10-10", "2026-10-17"].map((date) =>
      calendar.isOpenOn(date),
    );
    expect(open).toEqual([true, true, false, true, true, false]);
  });

  it("refuses years that nobody has announced, and what isn't the package", () => {
    expect(() => readChineseDays(chineseDays, { from: "2026-01-01", to: "2199-12-31" })).toThrow("to");
    expect(() => readChineseDays(chineseDays, { from: "2090-01-01", to: "2090-12-31" })).toThrow("no holidays of 2090");
    expect(() => readChineseDays({} as never, year)).toThrow("getDayDetail");
  });
});

import { describe, expect, it } from "vitest";
import { compileCalendar, withHolidays, type CalendarDefinition } from "@amends/core/time";

const office: [string, string][] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];
const calendar: CalendarDefinition = { zone: "Asia/Shanghai", hours: { mon: office, tue: office, wed: office, thu: office, fri: office } };
const dated = (...dates: string[]) => dates.map((date) => ({ date, name: "a day" }));
const list = (more: Partial<Parameters<typeof withHolidays>[1]>) => ({ holidays: [], workdays: [], breaks: {}, ...more });

describe("withHolidays", () => {
  it("closes holidays and opens make-up workdays on dates of the calendar's zone", () => {
    const given = withHolidays(calendar, list({ holidays: dated("2026-10-02", "2026-10-01"), workdays: dated("2026-10-10") }));
    expect(given).toEqual({ ...calendar, holidays: ["2026-10-01", "2026-10-02"], shifts: { "2026-10-10": office } });
    const compiled = compileCalendar(given);
    expect(["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-10", "2026-10-17"].map((date) => compiled.isOpenOn(date))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it("adds to what the calendar has, and lets it stand", () => {
    const own = {
      ...calendar,
      holidays: ["2026-05-09", "2026-12-31"],
      shifts: { "2026-10-01": office.slice(0, 1) },
      breaks: { "2026-12-24": office.slice(1) },
    };
    const given = withHolidays(
      own,
      list({
        holidays: dated("2026-10-01", "2026-10-02", "2026-12-31"),
        workdays: dated("2026-05-09"),
        breaks: { "2026-12-23": [["17:00", "18:00"]], "2026-12-24": [["12:00", "24:00"]] },
      }),
    );
    expect(given.holidays).toEqual(["2026-05-09", "2026-10-02", "2026-12-31"]);
    expect(given.shifts).toEqual(own.shifts);
    expect(given.breaks).toEqual({ "2026-12-23": [["17:00", "18:00"]], "2026-12-24": [...office.slice(1), ["12:00", "24:00"]] });
  });

  it("changes nothing without dates", () => {
    expect(withHolidays(calendar, list({}))).toEqual(calendar);
  });

  it("leaves a weekday that is open anyway its hours, unless told others", () => {
    const shop: CalendarDefinition = { ...calendar, hours: { ...calendar.hours, sat: [["10:00", "14:00"]] } };
    expect(withHolidays(shop, list({ workdays: dated("2026-10-10") }))).toEqual(shop);
    expect(withHolidays(shop, list({ workdays: dated("2026-10-10") }), { workdayHours: "mon" }).shifts).toEqual({ "2026-10-10": office });
    const all: [string, string][] = [["00:00", "24:00"]];
    expect(withHolidays(shop, list({ workdays: dated("2026-10-10") }), { workdayHours: all }).shifts).toEqual({ "2026-10-10": all });
  });

  it.each([
    ["weekdays with different hours", { ...calendar.hours, fri: office.slice(1) }, undefined, "different hours"],
    ["no hours at all", {}, undefined, "no weekday has hours"],
    ["a weekday without hours", calendar.hours, "sun", "sun has none itself"],
  ] as const)("asks for the hours of make-up workdays with %s", (_what, hours, workdayHours, message) => {
    const options = workdayHours === undefined ? {} : { workdayHours };
    expect(() => withHolidays({ ...calendar, hours }, list({ workdays: dated("2026-10-11") }), options)).toThrow(message);
  });
});

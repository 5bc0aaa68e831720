import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { readDateHolidays, type DateHolidaysOptions } from "@amends/adapters/holidays/date-holidays";
import { withHolidays } from "@amends/core/time";

const year = { from: "2026-01-01", to: "2026-12-31" };
const at = (iso: string) => new Date(iso);
const of = (...holidays: ReturnType<Parameters<typeof readDateHolidays>[0]["getHolidays"]>) => ({
  getHolidays: (wanted: number) => holidays.filter(({ date }) => date.startsWith(String(wanted))),
});
const holiday = (date: string, hours: number, more: { type?: string; name?: string } = {}) => ({
  date,
  start: at("2026-01-01T00:00:00Z"),
  end: new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000),
  name: "Feast",
  type: "public",
  ...more,
});

describe("readDateHolidays", () => {
  // The dates as governments published them.
  it.each([
    ["Bavaria", new Holidays("DE", "BY"), { from: "2026-01-01", to: "2026-06-30" }, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04"],
    ["England", new Holidays("GB", "ENG"), { from: "2026-12-01", to: "2026-12-31" }, "12-25 12-26 12-28"],
    ["the United States", new Holidays("US"), { from: "2026-06-01", to: "2026-07-31" }, "06-19 07-03 07-04"],
    ["Japan", new Holidays("JP"), { from: "2026-09-01", to: "2026-09-30" }, "09-21 09-22 09-23"],
    ["Türkiye, whose feast lasts three days and a half", new Holidays("TR"), { from: "2026-03-01", to: "2026-03-31" }, "03-20 03-21 03-22"],
  ])("tells those of %s", (_place, holidays, range, dates) => {
    expect(
      readDateHolidays(holidays, range)
        .holidays.map(({ date }) => date.slice(5))
        .join(" "),
    ).toBe(dates);
  });

  it("takes the kinds asked for", () => {
    const types: DateHolidaysOptions["types"] = ["public", "bank"];
    const source = of(holiday("2026-05-01 00:00:00", 24), holiday("2026-05-04 00:00:00", 24, { type: "bank" }));
    expect(readDateHolidays(source, year).holidays).toHaveLength(1);
    expect(readDateHolidays(source, { ...year, types, source: "ours" })).toMatchObject({ source: "ours", holidays: [{}, {}] });
  });

  it("takes days for whole that the clocks make longer or shorter, and feasts that start in the year before", () => {
    const source = of(
      holiday("2025-12-31 00:00:00", 72),
      holiday("2026-03-29 00:00:00 -0600", 23),
      holiday("2026-10-25 00:00:00", 25),
      holiday("2026-06-01 00:00:00", 71),
    );
    expect(readDateHolidays(source, year).holidays.map(({ date }) => date)).toEqual([
      "2026-01-01",
      "2026-01-02",
      "2026-03-29",
      "2026-06-01",
      "2026-06-02",
      "2026-06-03",
      "2026-10-25",
    ]);
  });

  it("leaves out parts of dates, or makes breaks of them", () => {
    const source = of(holiday("2026-12-24 12:00:00", 12), holiday("2026-03-20 00:00:00", 90));
    const { holidays, leftOut } = readDateHolidays(source, year);
    expect([holidays.length, leftOut.map(({ date }) => date)]).toEqual([3, ["2026-03-23", "2026-12-24"]]);
    const { breaks } = readDateHolidays(source, { ...year, partDays: "break" });
    expect(breaks).toEqual({ "2026-12-24": [["12:00", "24:00"]] });
    expect(
      withHolidays({ zone: "Atlantic/Faroe", hours: { thu: [["09:00", "17:00"]] } }, { holidays: [], workdays: [], breaks }).breaks,
    ).toEqual(breaks);
  });

  it("refuses a place that the package doesn't know, and answers without dates", () => {
    expect(() => readDateHolidays(new Holidays("XX"), year)).toThrow("no holidays of 2026 (public)");
    expect(() => readDateHolidays({ getHolidays: () => false } as never, year)).toThrow("no holidays of 2026");
    for (const broken of [holiday("soon", 24), holiday("2026-01-01", 24), holiday("2026-01-01 00:00:00", 0)]) {
      expect(() => readDateHolidays({ getHolidays: () => [broken] }, year)).toThrow(expect.objectContaining({ code: "adapter_malformed" }));
    }
    expect(() => readDateHolidays({} as never, year)).toThrow("getHolidays");
    expect(() => readDateHolidays(of(), { ...year, types: [] })).toThrow("types");
  });
});

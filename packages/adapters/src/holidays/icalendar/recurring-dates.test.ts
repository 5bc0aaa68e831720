import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { readDateRule } from "./read-date-rule.js";
import { recurringDates } from "./recurring-dates.js";

const range = { from: "1990-01-01", to: "2040-12-31" };
const ruleOf = (text: string) => readDateRule(ICAL.Recur.fromString(text).toJSON());

function datesOf(text: string, start: string, most = 6, within = range): string[] {
  const rule = ruleOf(text);
  if (typeof rule === "string") throw new Error(rule);
  return (recurringDates(rule, start, within, { days: 1_000_000 }) ?? []).slice(0, most);
}

// The examples of RFC 5545, section 3.8.5.3, that recur on dates.
describe("a rule of recurrence", () => {
  it.each([
    ["FREQ=DAILY;COUNT=3", "1997-09-02", ["1997-09-02", "1997-09-03", "1997-09-04"]],
    ["FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", ["1997-09-02", "1997-09-12", "1997-09-22", "1997-10-02", "1997-10-12"]],
    ["FREQ=WEEKLY;UNTIL=19970916", "1997-09-02", ["1997-09-02", "1997-09-09", "1997-09-16"]],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH", "1997-09-02", ["1997-09-02", "1997-09-04", "1997-09-16", "1997-09-18"]],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]],
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]],
    ["FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05", ["1997-09-05", "1997-10-03", "1997-11-07"]],
    ["FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22", ["1997-09-22", "1997-10-20", "1997-11-17"]],
    ["FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28", ["1997-09-28", "1997-10-29", "1997-11-28"]],
    ["FREQ=MONTHLY;INTERVAL=18;COUNT=4;BYMONTHDAY=10,11", "1997-09-10", ["1997-09-10", "1997-09-11", "1999-03-10", "1999-03-11"]],
    ["FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", ["1997-06-10", "1997-07-10", "1998-06-10", "1998-07-10"]],
    ["FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "1997-01-01", ["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01"]],
    ["FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", ["1997-05-19", "1998-05-18", "1999-05-17"]],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1997-09-02", ["1998-02-13", "1998-03-13", "1998-11-13"]],
    [
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
      "1996-11-05",
      ["1996-11-05", "2000-11-07", "2004-11-02"],
    ],
    ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", ["1997-09-04", "1997-10-07", "1997-11-06"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29", ["1997-09-29", "1997-10-30", "1997-11-27"]],
    ["FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"]],
  ])("%s from %s", (text, start, dates) => expect(datesOf(text, start, dates.length + 1)).toEqual(dates));

  it("skips dates that don't exist", () => {
    expect(datesOf("FREQ=YEARLY", "2024-02-29", 3)).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
    expect(datesOf("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2024-01-01")).toEqual([]);
  });

  it("leaves out a start that doesn't follow it", () => {
    expect(datesOf("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2020-11-01", 2)).toEqual(["2020-11-26", "2021-11-25"]);
  });

  it("skips what lies long before, unless it counts", () => {
    const late = { from: "2026-01-01", to: "2030-12-31" };
    expect(datesOf("FREQ=YEARLY;INTERVAL=2", "1901-05-01", 9, late)).toEqual(["2027-05-01", "2029-05-01"]);
    expect(datesOf("FREQ=WEEKLY;INTERVAL=52", "1999-01-04", 9, late)).toEqual(
      datesOf("FREQ=WEEKLY;INTERVAL=52", "1999-01-04", 99).filter((date) => date >= "2026" && date < "2031"),
    );
    expect(datesOf("FREQ=YEARLY;COUNT=100", "1928-05-01", 9, late)).toEqual(["2026-05-01", "2027-05-01"]);
  });

  it("stops where the budget is spent", () => {
    const rule = ruleOf("FREQ=DAILY;COUNT=1000000;BYMONTH=2;BYDAY=MO");
    expect(
      typeof rule === "string" ? rule : recurringDates(rule, "1900-01-01", { from: "2026-01-01", to: "2026-12-31" }, { days: 9999 }),
    ).toBe(undefined);
  });

  it.each([
    [{ freq: "HOURLY" }, "recurs HOURLY"],
    [{}, "in no known way"],
    [{ freq: "YEARLY", byweekno: 3 }, "BYWEEKNO"],
    [{ freq: "YEARLY", byeaster: "0" }, "BYEASTER"],
    [{ freq: "YEARLY", interval: 0 }, "can't be read"],
    [{ freq: "YEARLY", count: -1 }, "can't be read"],
    [{ freq: "YEARLY", until: "xx--" }, "can't be read"],
    [{ freq: "YEARLY", bymonth: [1, 13] }, "can't be read"],
    [{ freq: "YEARLY", byday: "9XX" }, "can't be read"],
    [undefined, "can't be read"],
  ])("%j is not followed", (given, reason) => expect(readDateRule(given)).toContain(reason));
});

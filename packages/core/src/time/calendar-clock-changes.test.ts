import { describe, expect, it } from "vitest";
import { compileCalendar, parseInstant, type CalendarDefinition } from "@amends/core/time";
import { everyDay, workdays } from "./testing/weekly-hours.js";

const hour = 3600;
const at = parseInstant;

describe("changes of the clocks", () => {
  const between = (zone: string, hours: [string, string][], from: string, to: string): number =>
    compileCalendar({ zone, hours: everyDay(...hours) }).between(at(from), at(to)) / hour;
  const newYork = (hours: [string, string][]) => between("America/New_York", hours, "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z");

  it("move a start or an end in the gap forward", () => {
    expect(newYork([["00:00", "24:00"]])).toBe(23);
    expect(newYork([["02:00", "03:00"]])).toBe(0);
    expect(newYork([["02:30", "04:00"]])).toBe(0.5);
    expect(newYork([["01:00", "02:30"]])).toBe(1.5);
    expect(
      newYork([
        ["02:30", "05:00"],
        ["03:00", "04:00"],
      ]),
    ).toBe(2);
  });

  it("take the earlier of two in the overlap", () => {
    const autumn = (hours: [string, string][]) => between("America/New_York", hours, "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z");
    expect(autumn([["00:00", "24:00"]])).toBe(25);
    expect(autumn([["01:00", "01:30"]])).toBe(0.5);
    expect(autumn([["01:30", "02:00"]])).toBe(1.5);
    expect(autumn([["00:00", "03:00"]])).toBe(4);
  });

  it("are half an hour on Lord Howe Island and two hours at Troll", () => {
    expect(between("Australia/Lord_Howe", [["00:00", "24:00"]], "2026-10-03T13:30:00Z", "2026-10-04T13:00:00Z")).toBe(23.5);
    expect(between("Antarctica/Troll", [["00:00", "04:00"]], "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z")).toBe(2);
  });

  it("skip a date with its hours, its shift and its break", () => {
    const samoa = (extra: Partial<CalendarDefinition>) =>
      compileCalendar({ zone: "Pacific/Apia", hours: workdays(["09:00", "17:00"]), ...extra });
    const days: [number, number] = [at("2011-12-29T12:00:00-10:00"), at("2012-01-01T00:00:00+14:00")];
    expect(samoa({}).between(...days)).toBe(5 * hour);
    expect(samoa({ shifts: { "2011-12-30": [["10:00", "12:00"]] } }).between(...days)).toBe(5 * hour);
    expect(samoa({}).isOpenOn("2011-12-30")).toBe(false);
    const saturday = samoa({ shifts: { "2011-12-31": [["09:00", "12:00"]] }, breaks: { "2011-12-30": [["10:00", "11:00"]] } });
    expect(saturday.between(...days)).toBe(8 * hour);
    const overnight = compileCalendar({ zone: "Pacific/Apia", hours: { thu: [["21:00", "02:00"]] } });
    expect(overnight.between(...days)).toBe(5 * hour);
  });

  it("are found where two come within a week", () => {
    expect(between("America/Recife", [["00:00", "24:00"]], "2000-10-08T03:00:00Z", "2000-10-15T03:00:00Z")).toBe(168);
    expect(compileCalendar({ zone: "America/Recife", hours: everyDay(["09:00", "10:00"]) }).isOpen(at("2000-10-12T11:30:00Z"))).toBe(true);
  });
});

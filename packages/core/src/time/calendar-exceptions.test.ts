import { describe, expect, it } from "vitest";
import { compileCalendar, formatInstant, parseInstant } from "@amends/core/time";
import { workdays } from "./testing/weekly-hours.js";

const hour = 3600;
const at = parseInstant;

describe("overnight intervals", () => {
  const night = (holidays: string[]) => compileCalendar({ zone: "Europe/Berlin", hours: { mon: [["21:00", "02:00"]] }, holidays });
  const week: [number, number] = [at("2026-03-01T00:00:00Z"), at("2026-03-08T00:00:00Z")];

  it("belong to the day they start on", () => {
    expect(
      night([])
        .openings(...week)
        .map((open) => formatInstant(open.start)),
    ).toEqual(["2026-03-02T20:00:00Z"]);
    expect(night([]).between(...week)).toBe(5 * hour);
    expect(night([]).isOpenOn("2026-03-02")).toBe(true);
    expect(night([]).isOpenOn("2026-03-03")).toBe(false);
  });

  it("are removed whole by a holiday on that day, and not shortened by one on the next", () => {
    expect(night(["2026-03-02"]).between(...week)).toBe(0);
    expect(night(["2026-03-03"]).between(...week)).toBe(5 * hour);
  });

  it("may end at midnight, written 00:00 or 24:00", () => {
    for (const end of ["00:00", "24:00"]) {
      const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["21:00", end]] } });
      expect(formatInstant(calendar.add(at("2026-03-02T20:00:00Z"), 3 * hour))).toBe("2026-03-03T00:00:00Z");
    }
  });

  it("are cut by a break of the next date", () => {
    const calendar = compileCalendar({
      zone: "UTC",
      hours: { mon: [["21:00", "02:00"]] },
      breaks: { "2026-03-03": [["00:30", "01:00"]], "2026-03-02": [["23:00", "00:15"]] },
    });
    expect(calendar.between(...week)).toBe(5 * hour - 1800 - 1.25 * hour);
  });
});

describe("shifts, breaks and holidays", () => {
  const calendar = compileCalendar({
    zone: "Asia/Shanghai",
    hours: workdays(["09:00", "18:00"]),
    shifts: {
      "2026-02-14": [["09:00", "18:00"]],
      "2026-02-27": [],
      "2026-02-28": [["09:00", "12:00"]],
      "2026-03-02": [["22:00", "01:00"]],
    },
    breaks: { "2026-02-14": [["12:00", "13:00"]] },
    holidays: ["2026-02-16", "2026-02-17", "2026-02-28"],
  });

  it("make a make-up workday of a Saturday, less its break", () => {
    expect(calendar.between(at("2026-02-14T00:00:00+08:00"), at("2026-02-15T00:00:00+08:00"))).toBe(8 * hour);
  });

  it("close the weekday's hours where the shift is empty", () => {
    expect(calendar.isOpenOn("2026-02-27")).toBe(false);
  });

  it("replace the weekday's hours", () => {
    expect(calendar.isOpen(at("2026-03-02T10:00:00+08:00"))).toBe(false);
    expect(calendar.isOpen(at("2026-03-03T00:59:00+08:00"))).toBe(true);
  });

  it("close on a holiday even where a shift is given", () => {
    expect(calendar.isOpenOn("2026-02-28")).toBe(false);
    expect(formatInstant(calendar.nextOpen(at("2026-02-14T18:00:00+08:00")))).toBe("2026-02-18T01:00:00Z");
  });

  it.each(["Pacific/Auckland", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Honolulu"])("match local dates, in %s", (zone) => {
    const shifted = compileCalendar({ zone, hours: workdays(["00:00", "24:00"]), shifts: { "2026-06-10": [["00:00", "01:00"]] } });
    const open = shifted.openings(at("2026-06-08T12:00:00Z"), at("2026-06-12T00:00:00Z"));
    expect(open.map((span) => shifted.dateOf(span.end))).toContain("2026-06-10");
    expect(shifted.isOpenOn("2026-06-10")).toBe(true);
    expect(open.filter((span) => shifted.dateOf(span.end - 1) === "2026-06-10" && shifted.dateOf(span.end) === "2026-06-10")).toHaveLength(
      1,
    );
  });

  it("leave no business day where breaks cover the hours", () => {
    const covered = compileCalendar({
      zone: "UTC",
      hours: workdays(["09:00", "12:00"]),
      breaks: {
        "2026-03-02": [["22:00", "23:00"]],
        "2026-03-03": [
          ["08:00", "10:00"],
          ["10:00", "12:00"],
        ],
        "2026-03-04": [["08:00", "10:00"]],
      },
    });
    expect(["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-07"].map(covered.isOpenOn)).toEqual([true, false, true, false]);
  });
});

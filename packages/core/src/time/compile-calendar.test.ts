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

const hour = 3600;
const at = parseInstant;

function everyDay(...intervals: [string, string][]): CalendarDefinition["hours"] {
  return { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals, sat: intervals, sun: intervals };
}

function workdays(...intervals: [string, string][]): CalendarDefinition["hours"] {
  return { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals };
}

const office = compileCalendar({ zone: "UTC", hours: workdays(["09:00", "12:00"], ["13:00", "17:00"]) });

function findingsOf(definition: unknown): string[] {
  try {
    compileCalendar(definition as CalendarDefinition);
  } catch (error) {
    if (!InvalidCalendarError.isInstance(error)) throw error;
    return error.findings.map((finding) => `${finding.code} ${finding.path ?? ""}`);
  }
  return [];
}

describe("hours", () => {
  it("are half open", () => {
    expect(office.isOpen(at("2026-03-03T08:59:59.999Z"))).toBe(false);
    expect(office.isOpen(at("2026-03-03T09:00:00Z"))).toBe(true);
    expect(office.isOpen(at("2026-03-03T11:59:59.999Z"))).toBe(true);
    expect(office.isOpen(at("2026-03-03T12:00:00Z"))).toBe(false);
    expect(office.isOpen(at("2026-03-07T10:00:00Z"))).toBe(false);
  });

  it("fill exactly at the end of an interval, not at the next opening", () => {
    expect(formatInstant(office.add(at("2026-03-03T09:00:00Z"), 3 * hour))).toBe("2026-03-03T12:00:00Z");
    expect(formatInstant(office.add(at("2026-03-03T09:00:00Z"), 3 * hour + 1))).toBe("2026-03-03T13:00:01Z");
    expect(formatInstant(office.add(at("2026-03-06T16:00:00Z"), hour))).toBe("2026-03-06T17:00:00Z");
    expect(formatInstant(office.add(at("2026-03-06T16:00:00Z"), 2 * hour))).toBe("2026-03-09T10:00:00Z");
  });

  it("count from the next opening where closed", () => {
    expect(formatInstant(office.add(at("2026-03-07T00:00:00Z"), hour))).toBe("2026-03-09T10:00:00Z");
    expect(formatInstant(office.nextOpen(at("2026-03-07T00:00:00Z")))).toBe("2026-03-09T09:00:00Z");
    expect(formatInstant(office.nextOpen(at("2026-03-03T12:00:00Z")))).toBe("2026-03-03T13:00:00Z");
    expect(formatInstant(office.nextOpen(at("2026-03-03T10:30:00Z")))).toBe("2026-03-03T10:30:00Z");
  });

  it("subtract to the latest instant, the start of an interval on an exact fill", () => {
    expect(formatInstant(office.subtract(at("2026-03-03T17:00:00Z"), 4 * hour))).toBe("2026-03-03T13:00:00Z");
    expect(formatInstant(office.subtract(at("2026-03-03T17:00:00Z"), 4 * hour + 1))).toBe("2026-03-03T11:59:59Z");
    expect(formatInstant(office.subtract(at("2026-03-09T09:00:00Z"), hour))).toBe("2026-03-06T16:00:00Z");
  });

  it("leave the instant alone for no time, open or closed", () => {
    for (const instant of [at("2026-03-07T00:00:00Z"), at("2026-03-03T10:00:00Z")]) {
      expect(office.add(instant, 0)).toBe(instant);
      expect(office.subtract(instant, 0)).toBe(instant);
    }
  });

  it("count in seconds between, nothing where the second instant doesn't come later", () => {
    expect(office.between(at("2026-03-03T08:00:00Z"), at("2026-03-04T09:30:00Z"))).toBe(7.5 * hour);
    expect(office.between(at("2026-03-04T09:30:00Z"), at("2026-03-03T08:00:00Z"))).toBe(0);
    expect(office.between(at("2026-03-03T09:00:00Z"), at("2026-03-03T09:00:00.250Z"))).toBe(0.25);
  });

  it("may overlap: the union counts", () => {
    const calendar = compileCalendar({
      zone: "UTC",
      hours: {
        mon: [
          ["09:00", "12:00"],
          ["11:00", "13:00"],
          ["10:00", "11:00"],
        ],
      },
    });
    expect(calendar.between(at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"))).toBe(4 * hour);
  });

  it("run across years", () => {
    expect(formatInstant(office.add(at("2026-12-31T16:00:00Z"), 8 * hour))).toBe("2027-01-01T17:00:00Z");
    expect(formatInstant(office.subtract(at("2027-01-01T10:00:00Z"), 2 * hour))).toBe("2026-12-31T16:00:00Z");
    expect(office.between(at("2020-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"))).toBe(1566 * 7 * hour);
  });
});

describe("an always open calendar", () => {
  it.each(["America/Sao_Paulo", "America/Havana", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"])(
    "gives elapsed time across every change of the clocks in %s",
    (zone) => {
      const calendar = compileCalendar({ zone, hours: everyDay(["00:00", "24:00"]) });
      const start = at("2008-01-01T00:00:00Z");
      expect(calendar.openings(start, at("2020-01-01T00:00:00Z"))).toEqual([{ start, end: at("2020-01-01T00:00:00Z") }]);
      expect(calendar.add(start, 10 * 365 * 86_400)).toBe(start + 10 * 365 * 86_400_000);
      expect(calendar.between(start, at("2020-01-01T00:00:00Z"))).toBe((at("2020-01-01T00:00:00Z") - start) / 1000);
    },
  );
});

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

import { compileCalendar, formatInstant, withHolidays } from "@amends/core/time";
import { AmendsError } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import { parseHolidayCalendar, type HolidayCalendarOptions } from "@amends/adapters/holidays/icalendar";

const year = { from: "2026-01-01", to: "2026-12-31" };
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const file = (...parts: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...parts, "END:VCALENDAR", ""].join("\r\n");
const read = (parts: readonly string[], more: Partial<HolidayCalendarOptions> = {}) =>
  parseHolidayCalendar(file(...parts), { ...year, ...more });
const datesOf = (parts: readonly string[], more: Partial<HolidayCalendarOptions> = {}) =>
  read(parts, more).holidays.map(({ date }) => date);
const reasonsOf = (parts: readonly string[], more: Partial<HolidayCalendarOptions> = {}) =>
  read(parts, more).leftOut.map(({ reason }) => reason);

describe("all-day events", () => {
  it("cover their dates, the end not among them", () => {
    expect(datesOf([event("DTSTART;VALUE=DATE:20260101")])).toEqual(["2026-01-01"]);
    expect(datesOf([event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")])).toEqual([
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
    ]);
    expect(datesOf([event("DTSTART;VALUE=DATE:20260501", "DURATION:P2D")])).toEqual(["2026-05-01", "2026-05-02"]);
    expect(datesOf([event("DTSTART;VALUE=DATE:20260501", "DURATION:P1W")])).toHaveLength(7);
    expect(datesOf([event("DTSTART;VALUE=DATE:20260501", "DURATION:PT48H")])).toHaveLength(2);
    expect(datesOf([event("DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260501")])).toEqual(["2026-05-01"]);
    expect(datesOf([event("DTSTART:20260501")])).toEqual(["2026-05-01"]);
  });

  it("are clipped to the range, and one that reaches in from before it counts", () => {
    expect(datesOf([event("DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103")])).toEqual(["2026-01-01", "2026-01-02"]);
    expect(datesOf([event("DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270105")])).toEqual(["2026-12-30", "2026-12-31"]);
    expect(datesOf([event("DTSTART;VALUE=DATE:20201224", "DURATION:P14D", "RRULE:FREQ=YEARLY")])[0]).toBe("2026-01-01");
  });

  it("have names, which may be folded and escaped; two on a date are one holiday", () => {
    const names = read([
      event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New\r\n  Year\\, the", " first"),
      event("DTSTART;VALUE=DATE:20260101", "SUMMARY;LANGUAGE=de:Neujahr"),
      event("DTSTART;VALUE=DATE:20260102"),
    ]).holidays;
    expect(names).toEqual([
      { date: "2026-01-01", name: "New Year, thefirst / Neujahr" },
      { date: "2026-01-02", name: "unnamed" },
    ]);
  });

  it("close though they block no time, unless they are cancelled or don't close", () => {
    expect(datesOf([event("DTSTART;VALUE=DATE:20260101", "TRANSP:TRANSPARENT")])).toEqual(["2026-01-01"]);
    expect(read([event("DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED", "SUMMARY:Off")])).toMatchObject({
      holidays: [],
      leftOut: [{ date: "2026-01-01", name: "Off", reason: "it is cancelled" }],
    });
    const observed = event("DTSTART;VALUE=DATE:20260510", "SUMMARY:Mother's Day", "DESCRIPTION:Observance", "CATEGORIES:a,b");
    const seen: unknown[] = [];
    expect(
      reasonsOf([observed], {
        closes: (given) => {
          seen.push(given);
          return given.description !== "Observance";
        },
      }),
    ).toEqual(["it doesn't close"]);
    expect(seen).toEqual([{ summary: "Mother's Day", description: "Observance", categories: ["a", "b"] }]);
  });
});

describe("events that recur", () => {
  const christmas = ["UID:1", "DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas"];

  it("do so with exceptions and additions", () => {
    const more = { from: "2024-01-01", to: "2028-12-31" };
    expect(datesOf([event(...christmas, "EXDATE;VALUE=DATE:20251225,20271225", "RDATE;VALUE=DATE:20260704")], more)).toEqual([
      "2024-12-25",
      "2026-07-04",
      "2026-12-25",
      "2028-12-25",
    ]);
    expect(datesOf([event(...christmas, "EXDATE:20261225T000000Z")])).toEqual([]);
  });

  it("give way to an event that stands in for one of them", () => {
    const moved = event("UID:1", "RECURRENCE-ID;VALUE=DATE:20261225", "DTSTART;VALUE=DATE:20261228", "SUMMARY:Moved");
    expect(read([event(...christmas), moved]).holidays).toEqual([{ date: "2026-12-28", name: "Moved" }]);
    expect(datesOf([event(...christmas), moved.replace("UID:1", "UID:2")])).toEqual(["2026-12-25", "2026-12-28"]);
  });

  it("are left out, and said to be, where the rule can't be followed", () => {
    expect(reasonsOf([event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=HOURLY")])).toEqual(["it recurs HOURLY, not on dates"]);
    expect(reasonsOf([event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY", "RRULE:FREQ=MONTHLY")])).toEqual([
      "its rule of recurrence can't be read",
    ]);
  });
});

describe("events with times", () => {
  const berlin = { zone: "Europe/Berlin" };

  it("without a zone are those of every clock", () => {
    expect(datesOf([event("DTSTART:20260101T000000", "DTEND:20260103T000000")])).toEqual(["2026-01-01", "2026-01-02"]);
  });

  it("count on the calendar's clock, where they cover whole dates, also when clocks change", () => {
    expect(datesOf([event("DTSTART:20251231T230000Z", "DTEND:20260101T230000Z")], berlin)).toEqual(["2026-01-01"]);
    expect(datesOf([event("DTSTART;TZID=Europe/Berlin:20260329T000000", "DTEND;TZID=Europe/Berlin:20260330T000000")], berlin)).toEqual([
      "2026-03-29",
    ]);
    expect(datesOf([event("DTSTART;TZID=Asia/Tokyo:20260501T080000", "DURATION:PT24H")], { zone: "Europe/London" })).toEqual([
      "2026-05-01",
    ]);
    expect(datesOf([event("DTSTART;TZID=Asia/Tokyo:20260501T080000", "DURATION:PT24H")], { zone: "UTC" })).toEqual([]);
    expect(datesOf([event("DTSTART;TZID=Asia/Tokyo:20260501T090000", "DURATION:PT24H")], { zone: "UTC" })).toEqual(["2026-05-01"]);
  });

  it("recur on their own clock and are excluded by any", () => {
    const nightly = ["UID:9", "DTSTART;TZID=Europe/Berlin:20201225T000000", "DURATION:P1D", "RRULE:FREQ=YEARLY"];
    expect(datesOf([event(...nightly)], berlin)).toEqual(["2026-12-25"]);
    expect(datesOf([event(...nightly, "EXDATE:20261224T230000Z")], berlin)).toEqual([]);
    const moved = event("UID:9", "RECURRENCE-ID:20261224T230000Z", "DTSTART;VALUE=DATE:20261228");
    expect(datesOf([event(...nightly), moved], berlin)).toEqual(["2026-12-28"]);
  });

  it("close part of a date as breaks, where that is asked for", () => {
    const eve = event("DTSTART;TZID=Europe/Berlin:20261224T120030", "DTEND;TZID=Europe/Berlin:20261226T100030", "SUMMARY:Eve");
    expect(read([eve], berlin)).toMatchObject({ holidays: [{ date: "2026-12-25" }], breaks: {} });
    expect(reasonsOf([eve], berlin)[0]).toContain("12:00 to 24:00");
    const { breaks, leftOut } = read([eve, eve], { ...berlin, partDays: "break" });
    expect(breaks).toEqual({ "2026-12-24": [["12:00", "24:00"]], "2026-12-26": [["00:00", "10:01"]] });
    expect(leftOut).toEqual([]);
  });

  it("need the calendar's zone, and one that is known", () => {
    const noon = (zone: string) => event(`DTSTART${zone}:20260101T120000`, "DURATION:PT1H");
    expect(reasonsOf([noon(";TZID=Europe/Berlin")])[0]).toContain("give the zone");
    expect(reasonsOf([noon(";TZID=Nowhere")], berlin)[0]).toContain('"Nowhere", which isn\'t known');
    const described = ["BEGIN:VTIMEZONE", "TZID:Nowhere", "X-LIC-LOCATION:Europe/Berlin", "END:VTIMEZONE"].join("\r\n");
    const open = { ...berlin, partDays: "break" } as const;
    expect(read([described, noon(";TZID=Nowhere")], open).breaks).toEqual({ "2026-01-01": [["12:00", "13:00"]] });
    expect(read([noon(";TZID=/freeassociation.sourceforge.net/Europe/Berlin")], open).breaks).toEqual({
      "2026-01-01": [["12:00", "13:00"]],
    });
    expect(() => read([], { zone: "Nowhere/Land" })).toThrow(RangeError);
  });
});

describe("what can't be understood", () => {
  it.each([
    [["SUMMARY:x"], "it has no start"],
    [["DTSTART;VALUE=DATE:20261341"], "its start can't be read"],
    [["DTSTART:20260101T250000"], "its start can't be read"],
    [["DTSTART:20260101T120000"], "it has no length"],
    [["DTSTART:20260101T120000", "DTEND:20260101T110000"], "it ends before it starts"],
    [["DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20260101"], "it ends before it starts"],
    [["DTSTART;VALUE=DATE:20260101", "DTEND:20260102T000000"], "a date at one end"],
    [["DTSTART:20260101T000000", "DTEND:20260102T000000Z"], "only one of its ends"],
    [["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:2026"], "its end can't be read"],
    [["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20290101"], "more than a year"],
    [["DTSTART:20260101T000000", "DTEND:20290101T000000"], "more than a year"],
    [["DTSTART;VALUE=DATE:20260101", "DURATION:P400D"], "more than a year"],
    [["DTSTART;VALUE=DATE:20260101", "DURATION:PT5H"], "no whole days"],
    [["DTSTART;VALUE=DATE:20260101", "DURATION:-P1D"], "duration can't be read"],
    [["DTSTART;VALUE=DATE:20260101", "EXDATE;VALUE=DATE:20261399"], "one of its dates"],
  ])("%j is left out: %s", (lines, reason) => {
    const { holidays, leftOut } = read([event(...lines)]);
    expect(holidays).toEqual([]);
    expect(leftOut[0]?.reason).toContain(reason);
  });

  it.each([
    ["no text", undefined as unknown as string],
    ["an empty one", ""],
    ["another", "<html></html>"],
    ["a cut one", file(event("DTSTART;VALUE=DATE:20260101")).slice(0, 60)],
    ["a card", "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n"],
    ["an endless one", " ".repeat(5_000_001)],
    ["too many events", file(...Array.from({ length: 20_001 }, () => "BEGIN:VEVENT\r\nEND:VEVENT"))],
    [
      "endless recurrences",
      file(...Array.from({ length: 20 }, () => event("DTSTART;VALUE=DATE:18000101", "RRULE:FREQ=DAILY;COUNT=999999;BYMONTH=1"))),
    ],
  ])("%s is refused", (_what, text) => {
    expect(() => parseHolidayCalendar(text, year)).toThrow(expect.objectContaining({ code: "adapter_malformed" }));
  });

  it.each([
    [{ from: "2026-01-01", to: "2025-01-01" }, "to"],
    [{ from: "1900-01-01", to: "2199-01-01" }, "to"],
    [{ from: "2026-02-30", to: "2026-12-31" }, "from"],
    [{ ...year, partDays: "half" }, "partDays"],
  ])("options %j are refused", (options, path) => {
    expect(() => parseHolidayCalendar(file(), options as HolidayCalendarOptions)).toThrow(AmendsError);
    expect(() => parseHolidayCalendar(file(), options as HolidayCalendarOptions)).toThrow(path);
  });
});

it("a byte order mark and several calendars in a text are read, and the dates enter a calendar", () => {
  const text = `\uFEFF${file(event("DTSTART;VALUE=DATE:20260406"))}${file(event("DTSTART;VALUE=DATE:20260407"))}`;
  const hours: [string, string][] = [["09:00", "17:00"]];
  const definition = { zone: "Europe/Berlin", hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } };
  const calendar = compileCalendar(withHolidays(definition, parseHolidayCalendar(text, year)));
  expect(formatInstant(calendar.add(Date.UTC(2026, 3, 3, 15), 1))).toBe("2026-04-08T07:00:01Z");
});

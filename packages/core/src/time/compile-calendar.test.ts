import { describe, expect, it } from "vitest";
import { compileCalendar, formatInstant, parseInstant } from "@amends/core/time";
import { office } from "./testing/office-calendar.js";
import { everyDay } from "./testing/weekly-hours.js";

const hour = 3600;
const at = parseInstant;

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

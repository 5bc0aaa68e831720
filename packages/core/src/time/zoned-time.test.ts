import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createIntlZoneProvider,
  createZoneProvider,
  formatInstant,
  instantOf,
  intlZoneProvider,
  localDateOf,
  localTimeOf,
  zoneDifferences,
} from "@amends/core/time";

describe("instantOf", () => {
  it.each([
    ["2026-03-03", "09:00", "Europe/Berlin", "2026-03-03T08:00:00Z"],
    ["2026-03-03", "09:00:30", "Asia/Kathmandu", "2026-03-03T03:15:30Z"],
    ["2026-03-03", "24:00", "UTC", "2026-03-04T00:00:00Z"],
    ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"],
    ["2018-11-04", "00:00", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["2018-02-17", "23:30", "America/Sao_Paulo", "2018-02-18T01:30:00Z"],
    ["2026-03-29", "01:30", "Europe/Dublin", "2026-03-29T01:30:00Z"],
    ["2026-10-25", "01:30", "Europe/Dublin", "2026-10-25T00:30:00Z"],
    ["2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"],
    ["1972-01-07", "00:30", "Africa/Monrovia", "1972-01-07T01:14:30Z"],
  ])("%s %s in %s", (date, time, zone, expected) => {
    expect(formatInstant(instantOf(date, time, zone))).toBe(expected);
  });

  it("refuses unknown zones, malformed times and dates that don't exist", () => {
    expect(() => instantOf("2026-03-03", "9:00", "UTC")).toThrow(/HH:MM/);
    expect(() => instantOf("2026-03-03", 900 as unknown as string, "UTC")).toThrow(RangeError);
    expect(() => instantOf("2026-02-30", "09:00", "UTC")).toThrow(RangeError);
    expect(() => instantOf("2026-03-03", "09:00", "America/NewYork")).toThrow(/did you mean "America\/New_York"/);
    expect(() => instantOf("2026-03-03", "09:00", 1 as unknown as string)).toThrow(RangeError);
  });
});

describe("localDateOf and localTimeOf", () => {
  it("show the wall calendar and clock", () => {
    const at = Date.UTC(2026, 2, 3, 17, 0, 5, 999);
    expect([localDateOf(at, "Asia/Shanghai"), localTimeOf(at, "Asia/Shanghai")]).toEqual(["2026-03-04", "01:00:05"]);
    expect(localTimeOf(Date.UTC(1969, 11, 31, 23, 59), "UTC")).toBe("23:59");
    expect(() => localDateOf(at, "Nowhere")).toThrow(RangeError);
    expect(() => localTimeOf(Number.NaN, "UTC")).toThrow(RangeError);
  });

  it("agree with Intl, and go back through instantOf outside the changes of the clocks", () => {
    const zone = fc.constantFrom(
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "Pacific/Apia",
      "Asia/Kathmandu",
      "America/Sao_Paulo",
      "Europe/Dublin",
      "UTC",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2036, 0) / 1000 }), (name, seconds) => {
        const at = seconds * 1000;
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: name, dateStyle: "short", timeStyle: "medium" }).format(at);
        const [date, time] = [localDateOf(at, name), localTimeOf(at, name)];
        expect(`${date} ${time.padEnd(8, ":00")}`).toBe(shown);
        const back = instantOf(date, time, name);
        // In an overlap the earlier of two instants comes back, an hour off at most in these zones.
        expect(back === at || (at - back > 0 && at - back <= 3_600_000)).toBe(true);
        expect(localTimeOf(back, name)).toBe(time);
      }),
      { numRuns: 400 },
    );
  });
});

describe("zone providers", () => {
  it("know IANA names, not offsets", () => {
    for (const zone of ["UTC", "Europe/Paris", "europe/paris", "Etc/GMT+5"]) expect(intlZoneProvider.has(zone)).toBe(true);
    for (const zone of ["+02:00", "-05", "", "Europe/Atlantis", "Z".repeat(100)]) expect(intlZoneProvider.has(zone)).toBe(false);
  });

  it("say the version that the host gives, or that they don't know it", () => {
    expect(intlZoneProvider.name).toBe("intl");
    expect(createIntlZoneProvider({ version: "2026a" })).toMatchObject({ name: "intl", version: "2026a" });
  });

  it("give every offset as the source does, with few questions", () => {
    const changes = [Date.UTC(2026, 2, 3, 1, 0, 1), Date.UTC(2026, 2, 4), Date.UTC(2027, 0, 1)];
    const raw = (_zone: string, at: number): number => changes.filter((change) => change <= at).length * 1800;
    let asked = 0;
    const zones = createZoneProvider({ name: "a", version: "1", has: () => true, offsetAt: (zone, at) => ((asked += 1), raw(zone, at)) });
    for (const change of changes) {
      for (const at of [change - 1, change, change + 1]) expect(zones.offsetAt("X", at)).toBe(raw("X", at));
    }
    const range = { min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) - 1 };
    for (let at = range.min; at < range.max; at += 86_400_000) zones.offsetAt("X", at);
    const after = asked;
    expect(after).toBeLessThan(500);
    fc.assert(
      fc.property(fc.integer(range), (at) => {
        expect(zones.offsetAt("X", at)).toBe(raw("X", at));
      }),
    );
    expect(asked).toBe(after);
  });

  it("are compared zone by zone", () => {
    const later = createZoneProvider({
      name: "b",
      version: "2",
      has: () => true,
      offsetAt: (zone, at) =>
        intlZoneProvider.offsetAt(zone, at) + (zone === "Africa/Cairo" && at >= Date.UTC(2026, 5, 7, 8, 9, 10) ? 3600 : 0),
    });
    const range = { zones: ["Africa/Cairo", "Asia/Tokyo"], from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) };
    expect(zoneDifferences(intlZoneProvider, later, range)).toEqual([
      { zone: "Africa/Cairo", at: Date.UTC(2026, 5, 7, 8, 9, 10), first: 10_800, second: 14_400 },
    ]);
    const fixed = createZoneProvider({ name: "c", version: "3", has: (zone) => zone === "Asia/Tokyo", offsetAt: () => 0 });
    expect(zoneDifferences(intlZoneProvider, fixed, { ...range, zones: ["Asia/Tokyo"] })).toMatchObject([
      { at: range.from, first: 32_400, second: 0 },
    ]);
    expect(() => zoneDifferences(intlZoneProvider, fixed, range)).toThrow(/Africa\/Cairo/);
    expect(() => zoneDifferences(intlZoneProvider, later, { ...range, to: 0 })).toThrow(RangeError);
  });
});

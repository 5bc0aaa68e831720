import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, formatInstant, parseDuration, parseInstant, readDuration, readInstant } from "@amends/core/time";

describe("instants", () => {
  it.each([
    ["2026-03-03T17:00:00Z", "2026-03-03T17:00:00Z"],
    ["2026-03-03T17:00Z", "2026-03-03T17:00:00Z"],
    ["2026-03-03T17:00:00.100+05:45", "2026-03-03T11:15:00.100Z"],
    ["2026-03-03T17:00:00.000000-03:30", "2026-03-03T20:30:00Z"],
    ["2026-03-03T17:00:00.123999Z", "2026-03-03T17:00:00.123Z"],
    ["2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z"],
    ["0099-01-01T00:00:00Z", "0099-01-01T00:00:00Z"],
  ])("read %s", (text, canonical) => {
    expect(formatInstant(parseInstant(text))).toBe(canonical);
  });

  it("are written the same whichever were written before", () => {
    const near = fc.integer({ min: 0, max: 3_000 }).map((quarters) => Date.UTC(2026, 0) + quarters * 900_000);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            near,
            near.map((at) => at - 0.5),
          ),
          { maxLength: 60 },
        ),
        (all) => {
          for (const at of all) expect(parseInstant(formatInstant(at))).toBe(Math.floor(at));
        },
      ),
    );
    for (const at of [Number.NaN, 1e300, "2026", 5n] as number[]) expect(() => formatInstant(at)).toThrow(RangeError);
  });

  it.each([
    "2026-02-30T10:00:00Z",
    "2025-02-29T10:00:00Z",
    "2026-03-03T24:00:00Z",
    "2026-03-03T10:60:00Z",
    "2026-03-03T23:59:60Z",
    "2026-03-03T10:00:00",
    "2026-03-03",
    "2026-03-03 10:00:00Z",
    "2026-03-03T10:00:00+0100",
    "2026-03-03T10:00:00+01",
    "2026-03-03T10:00:00+25:00",
    "2026-03-03T10:00:00.Z",
    " 2026-03-03T10:00:00Z",
    "2026-03-03T10:00:00Z\n",
    "0001-01-01T00:00:00+01:00",
    "",
    1772557200000,
    null,
    undefined,
  ])("refuse %j", (text) => {
    expect(readInstant(text)).toBeUndefined();
    expect(() => parseInstant(text as string, "ticket.receivedAt")).toThrow(
      expect.objectContaining({
        name: "InvalidCaseError",
        code: "invalid_instant",
        findings: [expect.objectContaining({ path: "ticket.receivedAt" })],
      }),
    );
  });

  it("say that an offset is missing", () => {
    expect(() => parseInstant("2026-03-03T10:00:00")).toThrow(/Add the offset/);
    expect(() => parseInstant("tomorrow")).not.toThrow(/Add the offset/);
  });

  it("go round through their text, and agree with the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (at) => {
        expect(readInstant(formatInstant(at))).toBe(at);
        expect(Date.parse(formatInstant(at))).toBe(at);
      }),
    );
  });

  it("are read alike in whatever order texts of nearly the same digits come", () => {
    const second = fc.constantFrom("2026-03-03T17:00:00Z", "2026-03-03T17:00:01Z", "2027-03-03T17:00:00Z", "1970-01-01T00:00:00Z");
    const text = fc.oneof(second, fc.constantFrom("2026-03-03T17:00:00.500Z", "2026-03-03T17:00:00+01:00", "2026-02-33T17:00:00Z", "x"));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        for (const each of texts) expect(readInstant(each) ?? Number.NaN).toBe(Date.parse(each));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000, -62_135_596_800_001])("have no text for %s", (at) => {
    expect(() => formatInstant(at)).toThrow(RangeError);
  });
});

describe("durations", () => {
  it.each([
    ["PT2H", 7200, "PT2H"],
    ["PT90S", 90, "PT1M30S"],
    ["P1D", 86_400, "PT24H"],
    ["P2W", 1_209_600, "PT336H"],
    ["P1W2DT3H4M5S", 788_645, "PT219H4M5S"],
    ["PT1.5H", 5400, "PT1H30M"],
    ["PT0.25S", 0.25, "PT0.25S"],
    ["PT0S", 0, "PT0S"],
    ["P0D", 0, "PT0S"],
    ["PT100M", 6000, "PT1H40M"],
  ])("read %s", (text, seconds, canonical) => {
    expect(parseDuration(text)).toBe(seconds);
    expect(formatDuration(seconds)).toBe(canonical);
  });

  it.each([
    "P",
    "PT",
    "P1DT",
    "P1Y",
    "P1M",
    "-PT2H",
    "PT-2H",
    "2H",
    "PT2",
    "pt2h",
    "PT1.5H30M",
    "PT1M2H",
    "P1H",
    "PT9999999999S",
    " PT2H",
    "",
    7200,
    null,
  ])("refuse %j", (text) => {
    expect(readDuration(text)).toBeUndefined();
    expect(() => parseDuration(text as string, "within")).toThrow(
      expect.objectContaining({
        name: "InvalidCaseError",
        code: "invalid_duration",
        findings: [expect.objectContaining({ path: "within" })],
      }),
    );
  });

  it("say why months are refused", () => {
    expect(() => parseDuration("P1M")).toThrow(/no fixed length/);
  });

  it("go round through their text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds / 1000))).toBe(milliseconds / 1000);
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("have no text for %s", (seconds) => {
    expect(() => formatDuration(seconds)).toThrow(RangeError);
  });
});

import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar, formatInstant, intlZoneProvider, zoneDifferences } from "@amends/core/time";
import { InvalidZoneFileError, createZoneFileProvider, offsetInZoneFile, parseZoneFile } from "@amends/core/time/zone-files";
import { encodeZoneFile, type ZoneFileContent } from "./testing/encode-zone-file.js";

const offsetOf = (content: ZoneFileContent, at: string): number => offsetInZoneFile(parseZoneFile(encodeZoneFile(content)), Date.parse(at));
const providerOf = (zone: string, content: ZoneFileContent) =>
  createZoneFileProvider({ version: "test", names: [zone], read: () => encodeZoneFile(content) });

describe("a zone file", () => {
  const content = {
    offsets: [561, 0, 3600],
    changes: [
      [-1_855_958_901, 1],
      [0, 2],
      [1_000_000, 1],
    ],
  } as const;

  it.each([1, 2, 3, 4])("of version %i tells the offset before, at and after its changes", (version) => {
    const file = parseZoneFile(encodeZoneFile({ ...content, version }));
    expect(file.version).toBe(version);
    expect(
      [-2e12, -1_855_958_901_001, -1_855_958_901_000, -1, 0, 999_999_999, 1_000_000_000, 9e15].map((at) => offsetInZoneFile(file, at)),
    ).toEqual([561, 561, 0, 0, 3600, 3600, 0, 0]);
  });

  it("has times beyond 32 bits from version 2 on", () => {
    const far = { offsets: [0, 3600], changes: [[-5_000_000_000, 1]] } as const;
    expect(offsetOf(far, "1811-07-23T15:06:39Z")).toBe(0);
    expect(offsetOf(far, "1811-07-23T15:06:40Z")).toBe(3600);
  });

  it("goes on by its rule after the last change, or from the start without one", () => {
    const rule = "CET-1CEST,M3.5.0,M10.5.0/3";
    expect(offsetOf({ ...content, footer: rule }, "1969-07-01T00:00:00Z")).toBe(0);
    expect(offsetOf({ ...content, footer: rule }, "2050-07-01T00:00:00Z")).toBe(7200);
    expect(offsetOf({ offsets: [0], footer: rule }, "1950-07-01T00:00:00Z")).toBe(7200);
  });
});

describe("the rule at the end", () => {
  // Every form that a rule can have, beside the zone whose clocks follow it.
  it.each([
    ["America/New_York", "EST5EDT,M3.2.0,M11.1.0"],
    ["Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"],
    ["Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1"],
    ["Antarctica/Troll", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3"],
    ["America/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"],
    ["Asia/Jerusalem", "IST-2IDT,M3.4.4/26,M10.5.0"],
    ["America/Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"],
    ["Asia/Kathmandu", "<+0545>-5:45"],
  ])("of %s agrees with Intl", (zone, footer) => {
    const range = { zones: [zone], from: Date.UTC(2026, 0), to: Date.UTC(2036, 0) };
    expect(zoneDifferences(providerOf(zone, { offsets: [0], footer }), intlZoneProvider, range)).toEqual([]);
  });

  it.each([
    ["AAA3BBB,J60/0,J300/0", "60 without leap days is 1 March", "2028-03-01T03:00:00Z"],
    ["AAA3BBB,J59/0,J300/0", "59 is 28 February", "2028-02-28T03:00:00Z"],
    ["AAA3BBB,59/0,300/0", "59 from zero is 29 February of a leap year", "2028-02-29T03:00:00Z"],
    ["AAA3BBB,M2.5.2/0,J300/0", "the fifth Tuesday of February 2028 is its last", "2028-02-29T03:00:00Z"],
    ["AAA3BBB,J60/-1,J300/0", "an hour before", "2028-03-01T02:00:00Z"],
    ["AAA3BBB,J60/167:59:59,J300", "a week after", "2028-03-08T02:59:59Z"],
  ])("%s: %s", (footer, _why, at) => {
    const before = new Date(Date.parse(at) - 1000).toISOString();
    expect([offsetOf({ offsets: [0], footer }, before), offsetOf({ offsets: [0], footer }, at)]).toEqual([-10_800, -7200]);
  });

  it("may be summer for ever", () => {
    const file = parseZoneFile(encodeZoneFile({ offsets: [0], footer: "XXX3EDT4,0/0,J365/23" }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        expect(offsetInZoneFile(file, at)).toBe(-4 * 3600);
      }),
    );
    for (const year of [2026, 2027, 2028]) expect(offsetInZoneFile(file, Date.UTC(year, 0, 1, 3))).toBe(-4 * 3600);
  });

  it.each([
    "CET",
    "A3B,J60/0,J300/0",
    "CET-25",
    "CET-1:60",
    "CET-1CEST",
    "CET-1CEST,M13.1.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,J0,J5",
    "CET-1CEST,366,5",
    "CET-1CEST,J5/168,J9",
  ])("%s is refused", (footer) => expect(() => offsetOf({ offsets: [0], footer }, "2026-01-01T00:00:00Z")).toThrow(/ends with the rule/));
});

describe("bytes that aren't a zone file", () => {
  const bytes = encodeZoneFile({ offsets: [0, 3600], changes: [[0, 1]], footer: "CET-1" });
  const changed = (index: number, value: number): Uint8Array => bytes.map((byte, at) => (at === index ? value : byte));
  const second = 44 + 6 + 4;
  const problemOf = (given: Uint8Array): string | undefined => {
    try {
      parseZoneFile(given);
      return undefined;
    } catch (error) {
      return InvalidZoneFileError.isInstance(error) ? error.code.replace("zone_file_", "") : String(error);
    }
  };

  it.each([
    ["nothing", new Uint8Array(), "not_tzif"],
    ["a text", new TextEncoder().encode("# tzdb timezone descriptions, a table for people to read"), "not_tzif"],
    ["no known version", changed(4, 0x31), "malformed"],
    ["no second header", changed(second, 0), "malformed"],
    ["a cut second header", bytes.subarray(0, second + 20), "cut_off"],
    ["a cut block", bytes.subarray(0, second + 50), "cut_off"],
    ["a cut rule", bytes.subarray(0, bytes.length - 1), "cut_off"],
    ["a count beyond the file", changed(second + 20 + 12, 0xff), "cut_off"],
    ["no local time", encodeZoneFile({ offsets: [] }), "malformed"],
    ["a local time that is missing", encodeZoneFile({ offsets: [0], changes: [[0, 1]] }), "malformed"],
    ["a name that is missing", changed(second + 44 + 9 + 5, 9), "malformed"],
    ["an offset of two days", encodeZoneFile({ offsets: [172_800] }), "malformed"],
    [
      "changes out of order",
      encodeZoneFile({
        offsets: [0, 1],
        changes: [
          [5, 0],
          [5, 1],
        ],
      }),
      "malformed",
    ],
    ["leap seconds", encodeZoneFile({ offsets: [0], leapSeconds: 27 }), "leap_seconds"],
    ["indicators of too few local times", encodeIndicators(), "malformed"],
  ])("%s", (_what, given, problem) => expect(problemOf(given)).toBe(problem));

  it("never lead to another error", () => {
    const damage = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length));
    fc.assert(
      fc.property(damage, ([index, value, length]) => {
        expect([undefined, "not_tzif", "cut_off", "malformed", "bad_footer", "leap_seconds"]).toContain(
          problemOf(changed(index, value).subarray(0, length)),
        );
      }),
    );
  });

  function encodeIndicators(): Uint8Array {
    const two = encodeZoneFile({ version: 1, offsets: [0, 3600] });
    two[23] = 1;
    return Uint8Array.from([...two, 0]);
  }
});

describe("a provider of zone files", () => {
  const reads: string[] = [];
  const zones = createZoneFileProvider({
    version: "2026c",
    names: ["Asia/Tokyo", "Broken/Zone"],
    read: (zone) => {
      reads.push(zone);
      return zone === "Asia/Tokyo" ? encodeZoneFile({ offsets: [32_400], footer: "JST-9" }) : new Uint8Array(3);
    },
  });

  it("computes calendars, names its version, and reads a file once, however it is spelled", () => {
    const calendar = compileCalendar({ zone: "asia/tokyo", hours: { mon: [["09:00", "17:00"]] } }, { zones });
    expect(formatInstant(calendar.nextOpen(Date.UTC(2026, 2, 3)))).toBe("2026-03-09T00:00:00Z");
    expect(calendar.zoneData).toEqual({ name: "tzif", version: "2026c" });
    expect(zones.offsetAt("ASIA/TOKYO", 0)).toBe(32_400);
    expect(reads).toEqual(["Asia/Tokyo"]);
    expect(zones.names?.()).toEqual(["Asia/Tokyo", "Broken/Zone"]);
  });

  it("names the zone whose file can't be read, and knows no others", () => {
    expect(() => zones.offsetAt("Broken/Zone", 0)).toThrow('The zone file of "Broken/Zone" has no TZif header');
    expect(() => zones.offsetAt("Asia/Osaka", 0)).toThrow(RangeError);
    expect(() => compileCalendar({ zone: "Asia/Toky", hours: { mon: [["09:00", "17:00"]] } }, { zones })).toThrow(
      'did you mean "Asia/Tokyo"',
    );
  });

  it("passes on what reading fails with", () => {
    const failing = createZoneFileProvider({
      version: "1",
      names: ["A/B"],
      read: () => {
        throw new TypeError("gone");
      },
    });
    expect(() => failing.offsetAt("A/B", 0)).toThrow(TypeError);
  });
});

const folder = "/usr/share/zoneinfo";

describe.skipIf(!existsSync(`${folder}/Europe/Paris`))("the zone files of this machine", () => {
  it("agree with Intl on years that no government changes any more", () => {
    const zones = [
      "Europe/Paris",
      "America/New_York",
      "Africa/Cairo",
      "Asia/Tehran",
      "Australia/Lord_Howe",
      "America/Sao_Paulo",
      "Asia/Shanghai",
    ];
    const files = createZoneFileProvider({ version: "?", names: zones, read: (zone) => readFileSync(`${folder}/${zone}`) });
    expect(zoneDifferences(files, intlZoneProvider, { zones, from: Date.UTC(1975, 0), to: Date.UTC(2025, 0) })).toEqual([]);
  });
});

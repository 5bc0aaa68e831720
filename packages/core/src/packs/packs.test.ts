import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { AmendsError } from "../errors/base-error.js";
import { addDays } from "../time/local-date.js";
import type { DatedFact } from "./dated-fact.js";
import { packReader } from "./fact-pack.js";
import { factsInForce, isInForce } from "./facts-in-force.js";
import { overrideFindings, overridePack } from "./override-pack.js";
import { packFindings } from "./pack-findings.js";

const fact = (id: string, more: Partial<DatedFact<number>> = {}): DatedFact<number> => ({
  id,
  value: 1,
  source: "somewhere",
  confidence: "A",
  verifiedAt: "2026-11-21",
  ...more,
});
const packOf = (...facts: DatedFact<number>[]) => ({ pack: "law", version: "1.0.0", facts });
const codes = (facts: DatedFact<number>[], today = "2026-11-21") =>
  packFindings(packOf(...facts), today).map(({ code, path }) => `${code} ${path}`);

it("is read once, and nobody changes what was read", () => {
  const reader = packReader(z.strictObject({ days: z.array(z.number()) }));
  const days = [14];
  const given = { ...packOf(), facts: [{ ...fact("a"), value: { days } }] };
  const read = reader.read(given);
  expect(reader.read(given)).toBe(read);
  expect(() => read.facts[0]?.value.days.push(30)).toThrow(TypeError);
  days.push(30);
  expect(read.facts[0]?.value.days).toEqual([14]);
});

describe("a fact in force", () => {
  const zones = ["UTC", "Asia/Tokyo", "America/New_York", undefined];
  const day = fc.option(
    fc.integer({ min: 0, max: 8 }).map((days) => addDays("2026-03-01", days)),
    { nil: undefined },
  );
  const dated = fc.record({ effectiveFrom: day, effectiveTo: day, zone: fc.constantFrom(...zones) });

  it("is one by itself exactly where it is one in its pack, whatever zones its neighbours have", () => {
    const instant = fc.integer({ min: Date.UTC(2026, 1, 27), max: Date.UTC(2026, 2, 12) });
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 6 }), instant, (given, at) => {
        const facts = given.map((dates, index) => fact(`f${index}`, dates));
        expect(factsInForce(packOf(...facts), at)).toEqual(facts.filter((each) => isInForce(each, at)));
      }),
    );
  });
});

describe("packReader", () => {
  const reader = packReader(z.number());

  it("reads a pack once", () => {
    const pack = packOf(fact("eu.withdrawal"));
    expect(reader.read(pack)).toBe(reader.read(pack));
  });

  it("looks through a pack that it refuses once, and refuses it anew each time", () => {
    let looks = 0;
    const broken = {
      ...packOf(),
      get facts() {
        looks += 1;
        return [fact("EU")];
      },
    };
    const refusals = ["first", "second", "third"].map(() => {
      try {
        return reader.read(broken);
      } catch (error) {
        return error as AmendsError;
      }
    }) as AmendsError[];
    expect(looks).toBe(1);
    expect(new Set(refusals).size).toBe(3);
    for (const { code, message, findings } of refusals)
      expect({ code, message, findings }).toEqual({
        code: "pack_invalid",
        message: expect.stringContaining('The pack "law" can\'t be read: facts[0].id'),
        findings: [expect.objectContaining({ path: "facts[0].id" })],
      });
  });

  it("tells the first of very many faults", () => {
    const broken = packOf(...Array.from({ length: 5000 }, () => fact("EU")));
    expect(() => reader.read(broken)).toThrow(
      expect.objectContaining({
        findings: expect.objectContaining({ length: 1001, 1000: expect.objectContaining({ code: "too_many_findings" }) }),
      }),
    );
  });

  it("tells every fault with its path", () => {
    const broken = packOf(fact("EU"), fact("eu.a", { effectiveFrom: "2026-02-30" }), { ...fact("eu.b"), value: "14" } as never);
    expect(() => reader.read(broken)).toThrow(
      expect.objectContaining({
        code: "pack_invalid",
        message: expect.stringContaining('The pack "law" can\'t be read: facts[0].id'),
        findings: [
          expect.objectContaining({ path: "facts[0].id" }),
          expect.objectContaining({ path: "facts[1].effectiveFrom" }),
          expect.objectContaining({ path: "facts[2].value" }),
        ],
      }),
    );
  });

  it.each([null, undefined, 7, "law", [], { pack: "law" }])("refuses %j", (value) => {
    expect(() => reader.read(value)).toThrow("can't be read");
  });
});

describe("factsInForce", () => {
  const before = fact("us.de_minimis", { value: 800, effectiveTo: "2025-08-29" });
  const after = fact("us.de_minimis", { value: 0, effectiveFrom: "2025-08-29" });

  it("goes by the dates of the fact's zone, else the pack's", () => {
    const valueAt = (instant: string, zone?: string) => factsInForce({ ...packOf(before, after), zone }, Date.parse(instant))[0]?.value;
    expect(valueAt("2025-08-28T23:59:59Z")).toBe(800);
    expect(valueAt("2025-08-29T00:00:00Z")).toBe(0);
    expect(valueAt("2025-08-29T03:59:59Z", "America/New_York")).toBe(800);
    expect(valueAt("2025-08-29T04:00:00Z", "America/New_York")).toBe(0);
    const zoned = { ...packOf({ ...before, zone: "Asia/Tokyo" }), zone: "America/New_York" };
    expect(factsInForce(zoned, Date.parse("2025-08-28T15:00:00Z"))).toEqual([]);
  });

  it("finds exactly one fact on every day where findings name neither a gap nor an overlap", () => {
    const days = fc.integer({ min: -800, max: 800 }).map((day) => addDays("2026-01-01", day));
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 1, maxLength: 5 }), days, (cuts, day) => {
        const dates = cuts.sort();
        const facts = [undefined, ...dates].map((effectiveFrom, index) =>
          fact("x", { value: index, effectiveFrom, effectiveTo: dates[index] }),
        );
        expect(codes(facts, day)).toEqual([]);
        const held = factsInForce(packOf(...facts), Date.parse(`${day}T12:00:00Z`));
        expect(held.map(({ value }) => value)).toEqual([dates.filter((date) => date <= day).length]);
      }),
    );
  });
});

describe("overridePack", () => {
  it("puts the host's facts first, in the dates of the host's zone", () => {
    const host = { ...packOf(fact("a", { value: 2 }), fact("b", { zone: "Asia/Tokyo" })), zone: "Europe/Berlin" };
    const pack = overridePack(packOf(fact("a"), fact("c")), host);
    expect(pack.facts.map(({ id, value, zone }) => [id, value, zone])).toEqual([
      ["a", 2, "Europe/Berlin"],
      ["b", 1, "Asia/Tokyo"],
      ["c", 1, undefined],
    ]);
    expect(overridePack(host, undefined)).toBe(host);
  });

  it("replaces a fact on the dates of the host's alone", () => {
    const standard = packOf(fact("a", { effectiveTo: "2026-06-01" }), fact("a", { value: 2, effectiveFrom: "2026-06-01" }));
    const periods = (...own: DatedFact<number>[]) =>
      overridePack(standard, packOf(...own)).facts.map(({ value, effectiveFrom, effectiveTo }) => [value, effectiveFrom, effectiveTo]);
    const dated = (effectiveFrom?: string, effectiveTo?: string) => fact("a", { value: 9, effectiveFrom, effectiveTo });
    expect(periods(dated("2026-05-01", "2026-07-01"))).toEqual([
      [9, "2026-05-01", "2026-07-01"],
      [1, undefined, "2026-05-01"],
      [2, "2026-07-01", undefined],
    ]);
    expect(periods(dated())).toEqual([[9, undefined, undefined]]);
    expect(periods(dated("2026-01-01", "2026-02-01"), dated("2026-03-01", "2026-04-01")).slice(2)).toEqual([
      [1, undefined, "2026-01-01"],
      [1, "2026-02-01", "2026-03-01"],
      [1, "2026-04-01", "2026-06-01"],
      [2, "2026-06-01", undefined],
    ]);
    expect(overridePack(standard, packOf(dated("2026-06-01"))).facts[1]).toBe(standard.facts[0]);
  });

  it("never leaves two facts of one id in force, nor a day without one that had one", () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`);
    const period = fc.tuple(date, date).filter(([from, to]) => from < to);
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), date, date, (periods, cut, at) => {
        const standard = packOf(fact("a", { effectiveTo: cut }), fact("a", { effectiveFrom: cut }));
        const own = periods.filter(([from, to], index) => periods.slice(0, index).every(([start, stop]) => to <= start || stop <= from));
        const pack = overridePack(
          standard,
          packOf(...own.map(([from, to]) => fact("a", { value: 9, effectiveFrom: from, effectiveTo: to }))),
        );
        const inForce = factsInForce(pack, Date.parse(at));
        expect(inForce).toHaveLength(1);
        expect(inForce[0]?.value === 9).toBe(own.some(([from, to]) => from <= at && at < to));
      }),
    );
  });
});

describe("overrideFindings", () => {
  it("says what a host's fact replaces, since when and until when, and what it only adds", () => {
    const standard = packOf(fact("a", { effectiveFrom: "2020-01-01" }), fact("b"));
    const said = (...own: DatedFact<number>[]) =>
      overrideFindings(standard, packOf(...own)).map(({ code, message }) => `${code}: ${message}`);
    expect(said(fact("a"), fact("c"))).toEqual([
      'pack-replaces: "a" takes the place of the standard fact for good',
      'pack-adds: the standard pack "law" has no "c"',
    ]);
    expect(said(fact("b", { effectiveFrom: "2026-01-01", effectiveTo: "2027-01-01" }))).toEqual([
      'pack-replaces: "b" takes the place of the standard fact from 2026-01-01 until 2027-01-01; before and after, that one stays in force',
    ]);
    expect(said(fact("a", { effectiveTo: "2019-01-01" }))).toEqual([]);
  });
});

describe("packFindings", () => {
  it.each([
    ["a fact without dates", [fact("a")], []],
    [
      "a fact that never holds",
      [fact("a", { effectiveFrom: "2026-02-01", effectiveTo: "2026-02-01" }), fact("a", { effectiveFrom: "2026-02-01" })],
      ["pack-dates facts[0].effectiveTo"],
    ],
    ["one told twice", [fact("a"), fact("a")], ["pack-overlap facts[1].effectiveFrom"]],
    [
      "one told twice for a while",
      [fact("a", { effectiveTo: "2026-03-01" }), fact("a", { effectiveFrom: "2026-02-01" })],
      ["pack-overlap facts[1].effectiveFrom"],
    ],
    ["neighbours", [fact("a", { effectiveTo: "2026-02-01" }), fact("a", { effectiveFrom: "2026-02-01" })], []],
    ["one that ended", [fact("a", { effectiveTo: "2026-11-21" }), fact("b")], ["pack-expired facts[0].effectiveTo"]],
    [
      "one that ended and has a successor to come",
      [fact("a", { effectiveTo: "2026-01-01" }), fact("a", { effectiveFrom: "2027-01-01" })],
      [],
    ],
  ])("judges %s", (_what, facts, found) => {
    expect(codes(facts)).toEqual(found);
  });

  it("says when, and how to mend it", () => {
    const [finding] = packFindings(
      packOf(fact("a", { effectiveTo: "2026-03-01" }), fact("a", { effectiveFrom: "2026-02-01", effectiveTo: "2027-01-01" })),
      "2026-01-01",
    );
    expect(finding?.message).toBe('"a" is told twice from 2026-02-01 until 2026-03-01: here and in facts[0]');
    expect(finding?.fix).toContain("end the earlier fact");
  });
});

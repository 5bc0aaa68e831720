import { describe, expect, it } from "vitest";
import { checkPackFiles } from "./check-pack-files.js";
import { packChecks } from "./pack-checks.js";

const fact = { id: "a.b", value: 1, source: "somewhere", confidence: "A", verifiedAt: "2026-01-02" };
const packOf = (...facts: unknown[]) => JSON.stringify({ pack: "law", version: "1.0.0", facts }, null, 2);
const check = (text: string, options: object = {}) => checkPackFiles([{ path: "a.pack.json", text }], { today: "2026-06-01", ...options });
const short = (...given: Parameters<typeof check>) => check(...given).map(({ code, path, line, column }) => [code, path, line, column]);

describe("checkPackFiles", () => {
  it("finds nothing wrong with a pack that is right, whatever its values are", () => {
    expect(check(packOf(fact, { ...fact, id: "c", value: { deep: [null] } }, { ...fact, id: "d", value: null }))).toEqual([]);
  });

  it("says what is wrong with the form, and where", () => {
    const { value: _value, ...valueless } = fact;
    expect(short(packOf({ ...fact, confidence: "sure", effectiveFrom: "2026-02-30" }))).toEqual([
      ["pack_invalid", "facts[0].confidence", 9, 21],
      ["pack_invalid", "facts[0].effectiveFrom", 11, 24],
    ]);
    expect(check(packOf(valueless))[0]?.message).toBe("facts[0].value is missing");
    expect(check(packOf({ ...fact, source: 7, verifiedAt: {} }, [])).map(({ message }) => message)).toEqual([
      "facts[0].source can't be 7",
      "facts[0].verifiedAt can't be an object",
      "facts[1] can't be a list",
    ]);
    expect(check("[]")[0]?.message).toBe("the file can't be a list");
    expect(check('{ "pack": "x", "version": "1", "facts": [] }')[0]?.message).toContain("version must be a version");
    expect(check(packOf({ ...fact, source: "" }))[0]?.path).toBe("facts[0].source");
    expect(check(packOf({ ...fact, confidence: "x".repeat(80) }))[0]?.message).toContain("…");
  });

  it("knows the key that was meant, of a pack and of a fact", () => {
    const text = JSON.stringify({ pack: "x", version: "1.0.0", fact: [], facts: [{ ...fact, effectiveform: "2026-01-01" }] });
    const found = check(text);
    expect(found.map(({ code, fix }) => [code, fix])).toEqual([
      ["key_unknown", 'did you mean "effectiveFrom"?'],
      ["key_unknown", 'did you mean "facts"?'],
    ]);
    expect(found[0]?.expected).toContain("verifiedAt");
  });

  it("reads strictly", () => {
    expect(short('{ "pack": "x", "pack": "y" }').map(([code]) => code)).toEqual(["json_duplicate_key"]);
  });

  const dated = packOf(
    { ...fact, effectiveTo: "2026-06-01" },
    fact,
    { ...fact, id: "c", effectiveFrom: "2026-02-01", effectiveTo: "2026-01-01" },
    { ...fact, id: "d", effectiveTo: "2026-06-01" },
  );

  it("looks at the dates on a day, at the nearest place that the file has", () => {
    expect(check(dated).map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["pack-overlap", "error", "facts[1]"],
      ["pack-dates", "error", "facts[2].effectiveTo"],
      ["pack-expired", "warning", "facts[2].effectiveTo"],
      ["pack-expired", "warning", "facts[3].effectiveTo"],
    ]);
    expect(check(dated, { today: "2025-01-01" }).map(({ code }) => code)).toEqual(["pack-overlap", "pack-dates"]);
  });

  it("weighs as the settings do", () => {
    const severity = { "pack-overlap": "warning", "pack-dates": "off", "pack-expired": "error" };
    expect(check(dated, { severity }).map((found) => found.severity)).toEqual(["warning", "error", "error"]);
    expect(check(dated, { dates: false })).toEqual([]);
  });

  describe("beside a standard pack of the same name", () => {
    const standardFact = { ...fact, confidence: "A" as const };
    const standard = [
      {
        pack: "law",
        version: "1.0.0",
        facts: [
          { ...standardFact, id: "eu.window" },
          { ...standardFact, id: "ee.tax", effectiveFrom: "2024-01-01", effectiveTo: "2025-07-01" },
          { ...standardFact, id: "ee.tax", effectiveFrom: "2025-07-01" },
          { ...standardFact, id: "uk.window", effectiveTo: "2026-01-01" },
        ],
      },
    ];
    const beside = (...facts: unknown[]) =>
      check(packOf(...facts), { standard }).map(({ code, severity, path, line, column }) => [code, severity, path, line, column]);
    const window = { ...fact, id: "eu.window" };
    const tax = { ...fact, id: "ee.tax" };

    it("warns of an id that isn't there, and knows the one that was meant", () => {
      expect(beside(fact, { ...fact, id: "eu.windows" })).toEqual([
        ["pack-adds", "warning", "facts[0].id", 6, 13],
        ["pack-adds", "warning", "facts[1].id", 13, 13],
      ]);
      const found = check(packOf(fact, { ...fact, id: "eu.windows" }), { standard });
      expect(found.map(({ message, fix }) => [message, fix])).toEqual([
        ['the standard pack "law" has no "a.b"', undefined],
        ['the standard pack "law" has no "eu.windows"', 'did you mean "eu.window"?'],
      ]);
    });

    it("has nothing to say of a fact that replaces standard ones on all their days", () => {
      expect(beside(window)).toEqual([]);
      expect(beside(tax)).toEqual([]);
      expect(beside({ ...tax, effectiveFrom: "2025-07-01" })).toEqual([]);
      expect(beside({ ...window, effectiveTo: "2026-09-01" }, { ...window, effectiveFrom: "2026-09-01" })).toEqual([]);
      expect(beside(...(standard[0]?.facts.slice(0, 3) ?? []))).toEqual([]);
    });

    it("warns where it takes the place of a standard one on some of its days alone", () => {
      const season = { ...window, effectiveFrom: "2026-11-01", effectiveTo: "2027-02-01" };
      expect(beside({ ...tax, effectiveFrom: "2025-07-01" }, season)).toEqual([["pack-replaces", "warning", "facts[1]", 13, 5]]);
      const says = (...facts: unknown[]) => check(packOf(...facts), { standard }).map(({ message }) => message);
      expect(says(season)).toEqual([
        '"eu.window" takes the place of the standard fact from 2026-11-01 until 2027-02-01; before and after, that one stays in force',
      ]);
      expect(says(season, { ...window, effectiveFrom: "2027-02-01" })).toEqual([
        '"eu.window" takes the place of the standard fact from 2026-11-01 until 2027-02-01; before, that one stays in force',
      ]);
      const years = [2027, 2025, 2026].map((year) => ({ ...window, effectiveFrom: `${year}-01-01`, effectiveTo: `${year + 1}-01-01` }));
      expect(says(...years)).toEqual([
        '"eu.window" takes the place of the standard fact from 2027-01-01 until 2028-01-01; after, that one stays in force',
        '"eu.window" takes the place of the standard fact from 2025-01-01 until 2026-01-01; before, that one stays in force',
      ]);
      expect(says({ ...tax, effectiveFrom: "2025-01-01" })).toEqual([
        '"ee.tax" takes the place of the standard fact from 2025-01-01; before, that one stays in force',
      ]);
    });

    it("misses no fact that ended where the standard one is in force again", () => {
      expect(beside({ ...window, effectiveTo: "2026-05-01" })).toEqual([["pack-replaces", "warning", "facts[0]", 5, 5]]);
      expect(beside({ ...fact, id: "uk.window", effectiveTo: "2026-01-01" })).toEqual([
        ["pack-expired", "warning", "facts[0].effectiveTo", 11, 22],
      ]);
    });

    it("weighs as the settings do, and compares no pack of another name", () => {
      const severity = { "pack-adds": "off", "pack-replaces": "error" };
      const text = packOf(fact, { ...window, effectiveTo: "2027-01-01" });
      expect(check(text, { standard, severity }).map(({ code, severity: weight }) => [code, weight])).toEqual([["pack-replaces", "error"]]);
      expect(check(text, { standard, dates: false })).toEqual([]);
      expect(check(text.replace('"law"', '"seller"'), { standard })).toEqual([]);
    });
  });

  it("has a check behind each code", () => {
    const standard = [{ pack: "law", version: "1.0.0", facts: [{ ...fact, id: "e" }] }];
    const compared = check(packOf(fact, { ...fact, id: "e", effectiveFrom: "2026-01-01" }), { standard });
    expect(new Set([...check(dated), ...compared].map(({ code }) => code))).toEqual(new Set(packChecks.map(({ code }) => code)));
  });
});

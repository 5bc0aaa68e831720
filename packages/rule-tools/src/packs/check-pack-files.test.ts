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

  it("has a check behind each code", () => {
    expect(new Set(check(dated).map(({ code }) => code))).toEqual(new Set(packChecks.map(({ code }) => code)));
  });
});

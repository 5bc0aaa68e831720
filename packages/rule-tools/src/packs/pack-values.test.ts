import { packReader } from "@amends/core/packs";
import { expect, it } from "vitest";
import * as z from "zod";
import { checkPackFiles } from "./check-pack-files.js";

const readers = { law: packReader(z.strictObject({ days: z.number().int() })) };
const fact = (value: unknown) => ({
  id: "a.b",
  value,
  source: "somewhere",
  confidence: "A",
  verifiedAt: "2026-01-02",
  effectiveTo: "2026-02-01",
});
const check = (pack: string, value: unknown, dates = true) => {
  const text = JSON.stringify({ pack, version: "1.0.0", facts: [fact(value)] }, null, 2);
  return checkPackFiles([{ path: "a.pack.json", text }], { today: "2026-06-01", readers, dates });
};

it("says what the values of a known pack can't be, each at its place, and of its dates nothing yet", () => {
  const found = check("law", { days: "14", weeks: 2 });
  expect(found.map(({ code, path, line, column }) => [code, path, line, column])).toEqual([
    ["pack_invalid", "facts[0].value.days", 8, 17],
    ["pack_invalid", "facts[0].value", 7, 16],
  ]);
  expect(found[0]?.message).toBe("facts[0].value.days Invalid input: expected number, received string");
  expect(check("law", { days: "14" }, false)).toHaveLength(1);
});

it("takes any value of a pack that nobody knows, and goes on to the dates of one that is right", () => {
  expect(check("ours", "anything").map(({ code }) => code)).toEqual(["pack-expired"]);
  expect(check("toString", 1).map(({ code }) => code)).toEqual(["pack-expired"]);
  expect(check("law", { days: 14 }).map(({ code }) => code)).toEqual(["pack-expired"]);
  expect(check("law", { days: 14 }, false)).toEqual([]);
});

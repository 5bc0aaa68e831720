import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseWith } from "./parse-with.js";

const schema = z.strictObject({
  name: z.string(),
  rows: z.array(z.strictObject({ days: z.array(z.number()).optional(), id: z.string() })).min(1),
  rates: z.record(z.string(), z.number()).optional(),
});
const issuesOf = (value: unknown) => {
  const parsed = parseWith(schema, value);
  return parsed.success ? [] : parsed.error.issues;
};
const many = <Entry>(count: number, entry: (index: number) => Entry): Entry[] => Array.from({ length: count }, (_, index) => entry(index));

describe("a value with few mistakes", () => {
  it("has what the schema says", () => {
    const value = { name: 7, rows: [{ id: "a" }, { id: 1 }] };
    expect(issuesOf(value)).toEqual(schema.safeParse(value).error?.issues);
  });

  it("is read as the schema reads it, however long it is", () => {
    const value = { name: "n", rows: many(20_000, (index) => ({ id: `${index}` })) };
    expect(parseWith(schema, value)).toEqual({ success: true, data: value });
  });
});

describe("a value with very many mistakes", () => {
  it("has the first of them, each at its place", () => {
    const issues = issuesOf({ name: 7, rows: many(300_000, () => ({ id: 1 })) });
    expect(issues[0]?.path).toEqual(["name"]);
    expect(issues.length).toBeGreaterThanOrEqual(1_000);
    expect(issues.length).toBeLessThan(2_000);
    expect(issues.slice(1).map(({ path }) => path)).toEqual(issues.slice(1).map((_, index) => ["rows", index, "id"]));
  });

  it("has those far behind what is right", () => {
    const issues = issuesOf({ name: "n", rows: many(150_000, (index) => ({ id: index < 20_100 ? "a" : 1 })) });
    expect(issues[0]?.path).toEqual(["rows", 20_100, "id"]);
  });

  it("has those of lists in lists and of objects with many keys", () => {
    const nested = issuesOf({ name: "n", rows: many(600, () => ({ id: "a", days: many(600, () => "x") })) });
    expect(nested[0]?.path).toEqual(["rows", 0, "days", 0]);
    const rates = Object.fromEntries(many(200_000, (index) => [`r${index}`, "x"]));
    expect(issuesOf({ name: "n", rows: [{ id: "a" }], rates })[0]?.path).toEqual(["rates", "r0"]);
    expect(issuesOf({ rates, ...rates, name: "n", rows: [{ id: "a" }] }).map(({ code }) => code)).not.toContain("custom");
  });

  it("says that nobody can tell them where they are too many at one place", () => {
    const deep = z.object({ list: z.array(z.array(z.array(z.number()))) });
    const value = { list: many(250, () => many(250, () => many(3, () => "x"))) };
    const parsed = parseWith(deep, value);
    expect(parsed.success ? [] : parsed.error.issues.length).toBeGreaterThan(0);
  });
});

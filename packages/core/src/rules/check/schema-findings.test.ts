import { describe, expect, it } from "vitest";
import * as z from "zod";
import { schemaFindings } from "./schema-findings.js";

const schema = z.strictObject({
  stage: z.union([z.literal(1), z.literal(2), z.literal(3), z.null()]),
  word: z.enum(["fast", "slow"]).optional(),
  size: z.number().min(1).nullish(),
  limit: z.union([z.number(), z.strictObject({ value: z.number(), unit: z.string().optional() })]).optional(),
  list: z.array(z.strictObject({ name: z.string() })).default([]),
  byName: z.record(z.string(), z.boolean()).optional(),
});

function findingsOf(value: unknown) {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : schemaFindings(schema, parsed.error, value);
}

describe("schemaFindings", () => {
  it("has nothing to say of what suits", () => {
    expect(findingsOf({ stage: null, limit: { value: 1 } })).toEqual([]);
  });

  it("says what a union takes", () => {
    expect(findingsOf({ stage: 5 })).toEqual([{ message: "can't be 5", at: ["stage"], expected: "one of 1, 2, 3, null" }]);
    expect(findingsOf({})).toEqual([{ message: "is missing", at: ["stage"], expected: "one of 1, 2, 3, null" }]);
    expect(findingsOf({ stage: 1, limit: "a".repeat(90) })[0]).toMatchObject({ at: ["limit"], expected: "one of a number, an object" });
    expect(findingsOf({ stage: [] })[0]?.message).toBe("can't be a list");
  });

  it("goes on inside the option that was meant", () => {
    expect(findingsOf({ stage: 1, limit: { value: "one" } })).toMatchObject([{ at: ["limit", "value"], expected: "a number" }]);
    expect(findingsOf({ stage: 1, limit: { value: 1, units: "h" } })).toMatchObject([
      { at: ["limit", "units"], part: "key", fix: 'did you mean "unit"?' },
    ]);
  });

  it("points at an unknown key, with the one that was meant", () => {
    expect(findingsOf({ stage: 1, wrd: "fast" })).toEqual([
      { message: "is not known here", at: ["wrd"], part: "key", fix: 'did you mean "word"?' },
    ]);
    expect(findingsOf({ stage: 1, list: [{ name: "a", nam: "b" }] })).toMatchObject([
      { at: ["list", 0, "nam"], fix: 'did you mean "name"?' },
    ]);
  });

  it("names words, kinds and limits", () => {
    expect(findingsOf({ stage: 1, word: "fas" })).toMatchObject([
      { at: ["word"], expected: 'one of "fast", "slow"', fix: 'did you mean "fast"?' },
    ]);
    expect(findingsOf({ stage: 1, size: "1", byName: { a: 1 } })).toMatchObject([
      { at: ["size"], expected: "one of a number, null" },
      { at: ["byName", "a"], expected: "true or false" },
    ]);
    expect(findingsOf({ stage: 1, size: 0 })).toEqual([{ at: ["size"], message: "can't be 0", expected: "a number of at least 1" }]);
    expect(findingsOf(7)).toMatchObject([{ at: [], expected: "an object" }]);
  });
});

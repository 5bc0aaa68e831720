import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { lexiconJsonSchema } from "./lexicon-json-schema.js";

const schema = lexiconJsonSchema();
const takes = new Ajv({ strictSchema: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

describe("the schema of lexicons", () => {
  it.each([
    [true, { language: "en", extends: "standard", phrases: { invoice: { 6: ["tax slip"] }, "own.recall": { 4: ["swollen"] } } }],
    [true, { $schema: "x", language: "en", phrases: {}, negation: { reach: 3, before: ["not"], labels: ["invoice"] } }],
    [false, { language: "en", phrases: { refund_statu: { 4: ["x"] } } }],
    [false, { language: "en", phrases: { invoice: { 10: ["x"] } } }],
    [false, { language: "en", phrases: { "own.Recall": { 4: ["x"] } } }],
    [false, { language: "en", extends: "all", phrases: {} }],
    [false, { phrases: {} }],
  ])("takes what can be read alone: %s %j", (expected, value) => {
    expect(takes(value)).toBe(expected);
  });

  it("offers the labels, and says what each key means", () => {
    const { properties } = schema as { properties: Record<string, { description?: string; properties?: object }> };
    expect(Object.keys(properties["phrases"]?.properties ?? {})).toContain("refund_status");
    const untold = Object.entries(properties).filter(([key, { description }]) => key !== "$schema" && description === undefined);
    expect(untold).toEqual([]);
  });
});

import * as z from "zod";
import { describe, expect, it } from "vitest";
import { stages } from "../testing/sample-stage.js";
import { eventExample } from "./event-example.js";
import { schemaExample } from "./schema-example.js";

describe("schemaExample", () => {
  it.each<[string, z.ZodType, unknown]>([
    ["its own example", z.strictObject({ a: z.number() }).meta({ example: { a: 5 } }), { a: 5 }],
    ["its parts', where its own isn't one", z.strictObject({ a: z.number().meta({ example: 7 }) }).meta({ example: {} }), { a: 7 }],
    ["what must be there", z.strictObject({ a: z.enum(["x", "y"]), b: z.string().optional() }), { a: "x" }],
    ["the first alternative", z.union([z.strictObject({ kind: z.literal("a") }), z.strictObject({ kind: z.literal("b") })]), { kind: "a" }],
    [
      "lists and numbers",
      z.strictObject({ a: z.array(z.number().min(3)).min(1), b: z.array(z.string()), c: z.boolean() }),
      { a: [3], b: [], c: true },
    ],
    ["a text", z.strictObject({ a: z.string() }), { a: "text" }],
    ["nothing", z.strictObject({}), {}],
    ["nothing, where none is found", z.strictObject({ a: z.string().regex(/^\d+$/) }), undefined],
    ["nothing, of what has no form", z.strictObject({ a: z.custom<string>((value) => value === "a") }), undefined],
  ])("gives %s", (_what, schema, expected) => {
    expect(schemaExample(schema)).toEqual(expected);
  });
});

describe("eventExample", () => {
  const [stage] = stages;

  it("is what a standard policy says where the schema has no example", () => {
    const half = z.strictObject({ hours: z.number() }).refine(({ hours }) => hours === 4);
    const given = { ...stage, events: { target: half } } as unknown as NonNullable<typeof stage>;
    expect(eventExample(given, "target")).toEqual({ hours: 4 });
    expect(eventExample({ ...given, policies: [] }, "target")).toEqual({});
    expect(eventExample(given, "other")).toEqual({});
  });
});

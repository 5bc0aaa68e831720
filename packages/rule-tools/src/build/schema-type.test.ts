import { describe, expect, it } from "vitest";
import * as z from "zod";
import { schemaType } from "./schema-type.js";

describe("schemaType", () => {
  it.each<[z.ZodType, string]>([
    [z.string(), "string"],
    [z.int(), "number"],
    [z.boolean().nullable(), "boolean | null"],
    [z.enum(["a", "b"]), '"a" | "b"'],
    [z.literal(5), "5"],
    [z.unknown(), "unknown"],
    [z.array(z.union([z.string(), z.number()])), "readonly (string | number)[]"],
    [z.array(z.array(z.string())), "readonly (readonly string[])[]"],
    [z.tuple([z.string(), z.number()]), "readonly [string, number]"],
    [z.record(z.string(), z.number()), "Readonly<Record<string, number>>"],
    [z.object({}), "Readonly<Record<string, unknown>>"],
    [z.object({ a: z.string(), "b c": z.number().optional() }), '{ readonly a: string; readonly "b c"?: number | undefined }'],
    [z.union([z.object({ a: z.string() }), z.string()]).and(z.string()), "({ readonly a: string } | string) & string"],
    [z.bigint(), "unknown"],
  ])("%#", (schema, type) => {
    expect(schemaType(schema)).toBe(type);
  });
});

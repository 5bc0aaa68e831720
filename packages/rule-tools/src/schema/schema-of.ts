import * as z from "zod";
import type { JsonSchema } from "./json-schema.js";
import { mapSchema } from "./map-schema.js";

/** The JSON Schema of what a zod schema takes, with units and examples where editors show them. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...written } = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" }) as JsonSchema;
  return mapSchema(written, forEditors);
}

/** The keywords that fields carry for Amends itself become those that JSON Schema knows. */
function forEditors({ kind: _kind, unit, example, ...schema }: JsonSchema): JsonSchema {
  return {
    ...schema,
    ...(typeof unit === "string" ? { description: withUnit(schema["description"], unit) } : {}),
    ...(example === undefined || example === null ? {} : { examples: [example] }),
  };
}

/** A description with its unit. */
export function withUnit(description: unknown, unit: string | undefined): string {
  const text = typeof description === "string" ? description : "";
  return unit === undefined ? text : `${text} In ${unit}.`.trim();
}

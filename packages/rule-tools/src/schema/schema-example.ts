import * as z from "zod";
import { isSchema, type JsonSchema } from "./json-schema.js";

/**
 * A value that a schema takes: its own example, or one put together from the examples of its parts; undefined where there is none that it
 * really takes.
 */
export function schemaExample(schema: z.ZodType): unknown {
  const { example, ...parts } = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" }) as JsonSchema;
  return [example, exampleOf(parts)].find((value) => value !== undefined && schema.safeParse(value).success);
}

/** An example by the form alone; what else must hold is for the schema itself to say. */
function exampleOf(schema: unknown): unknown {
  if (!isSchema(schema)) return undefined;
  if (schema["example"] !== undefined) return schema["example"];
  if (schema["const"] !== undefined) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  const alternatives = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(alternatives)) return alternatives.map(exampleOf).find((value) => value !== undefined);
  const { properties, required, items } = schema;
  switch (schema["type"]) {
    case "object": {
      const names = Array.isArray(required) ? required.map(String) : [];
      return Object.fromEntries(names.map((name) => [name, exampleOf(isSchema(properties) ? properties[name] : undefined)]));
    }
    case "array": {
      const entry = exampleOf(items);
      return Number(schema["minItems"] ?? 0) === 0 || entry === undefined ? [] : [entry];
    }
    case "number":
    case "integer":
      return Math.max(1, Number(schema["minimum"] ?? 1));
    case "boolean":
      return true;
    case "string":
      return "text";
    default:
      return undefined;
  }
}

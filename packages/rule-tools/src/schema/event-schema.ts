import type * as z from "zod";
import { isSchema, type JsonSchema } from "./json-schema.js";
import { mapSchema } from "./map-schema.js";
import { schemaOf } from "./schema-of.js";

/** The event of a rule: one of the stage's types, each with its params. */
export function eventSchema(type: string, params: z.ZodType): JsonSchema {
  const written = withReferences(schemaOf(params));
  const required = Array.isArray(written["required"]) && written["required"].length > 0;
  const description = written["description"];
  return {
    type: "object",
    properties: { type: { const: type, ...(description === undefined ? {} : { description }) }, params: written },
    required: required ? ["type", "params"] : ["type"],
    additionalProperties: false,
  };
}

/** A param may be a reference to a parameter of the policy at any depth, so no alternative may exclude another by its value alone. */
function withReferences(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, ({ oneOf, ...changed }, position) => {
    const open = oneOf === undefined ? changed : { ...changed, anyOf: oneOf };
    if (position === "same" || !isSchema(open)) return open;
    const { description, ...rest } = open;
    return { ...(description === undefined ? {} : { description }), anyOf: [rest, { $ref: "#/definitions/reference" }] };
  });
}

import type { AnyStage } from "@amends/core/stage";
import type * as z from "zod";
import { snippets } from "./editor-keywords.js";
import { eventExample } from "./event-example.js";
import { isSchema, reference, type JsonSchema } from "./json-schema.js";
import { mapSchema } from "./map-schema.js";
import { schemaOf } from "./schema-of.js";
import { whenThen } from "./when-then.js";

/** What a stage's rules say: `event`, `event.DECISION` with the types of that decision, and `params.TYPE`. */
export function eventSchemas(stage: AnyStage): Record<string, JsonSchema> {
  const params = Object.entries(stage.events).map(([type, schema]): [string, JsonSchema] => [
    `params.${type}`,
    withReferences(schemaOf(schema)),
  ]);
  const decisions = Object.entries(stage.decisions).map(([decision, types]): [string, JsonSchema] => [
    `event.${decision}`,
    eventOf(stage, types),
  ]);
  return { event: eventOf(stage, Object.keys(stage.events)), ...Object.fromEntries([...decisions, ...params]) };
}

function eventOf(stage: AnyStage, types: readonly string[]): JsonSchema {
  const schemas = types.map((type): [string, z.ZodType] => [type, stage.events[type] as z.ZodType]);
  const described = schemas.map(([type, schema]) => {
    const { description } = schema;
    return { const: type, ...(description === undefined ? {} : { description }) };
  });
  return {
    type: "object",
    properties: {
      type: { anyOf: described, description: "What the rule says." },
      params: { type: "object", description: "How it says it." },
    },
    required: ["type"],
    additionalProperties: false,
    allOf: schemas.map(([type, schema]) =>
      whenThen(
        { properties: { type: { const: type } }, required: ["type"] },
        { properties: { params: reference(`params.${type}`) }, ...(schema.safeParse({}).success ? {} : { required: ["params"] }) },
      ),
    ),
    ...snippets(
      ...schemas.map(([type, schema]) => ({
        label: type,
        description: schema.description ?? type,
        body: { type, params: eventExample(stage, type) },
      })),
    ),
  };
}

/** A param may be a reference to a parameter of the policy at any depth, so no alternative may exclude another by its value alone. */
function withReferences(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, ({ oneOf, ...changed }, position) => {
    const open = oneOf === undefined ? changed : { ...changed, anyOf: oneOf };
    if (position === "same" || !isSchema(open)) return open;
    const { description, ...rest } = open;
    return { ...(description === undefined ? {} : { description }), anyOf: [rest, reference("reference")] };
  });
}

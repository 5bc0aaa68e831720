import { policySchema } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { conditionSchemas } from "./condition-schemas.js";
import { eventSchema } from "./event-schema.js";
import { draft, schemaAddress, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";
import { whenThen } from "./when-then.js";

interface ObjectSchema extends JsonSchema {
  properties: Record<string, JsonSchema>;
}

/**
 * The JSON Schema (draft-07) of a stage's policy files, for editors: every fact with its description, unit and example, the
 * operators, decisions, events and their params. What it can't say, such as a misspelt parameter, `checkPolicyFiles` finds.
 *
 * @example
 * import { policyJsonSchema } from "@amends/rule-tools";
 * const stage = { name: "flags", reads: [], writes: "classification", facts: {}, events: {}, decisions: {}, policies: [] } as never;
 * policyJsonSchema(stage)["$id"]; // => "https://amends.dev/schemas/flags.policy.schema.json"
 */
export function policyJsonSchema(stage: AnyStage): JsonSchema {
  const written = schemaOf(policySchema) as ObjectSchema;
  const rule = (written.properties["rules"] as JsonSchema)["items"] as ObjectSchema;
  const types = Object.entries(stage.events);
  const instants = Object.entries(stage.facts).filter(([name, { kind }]) => kind === "instant" || name === "now");
  // Alternatives in one text: a bare name among them stands beside the first, so that no list of names can say which are right.
  const alternatives = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9.]*( *\\?\\? *[A-Za-z][A-Za-z0-9.]*)+$" };
  const instant = { anyOf: [{ enum: instants.map(([name]) => name).sort() }, alternatives] };
  return {
    $schema: draft,
    $id: schemaAddress(`${stage.name}.policy`),
    title: `Amends policy of the stage "${stage.name}"`,
    ...written,
    properties: {
      ...written.properties,
      stage: { const: stage.name },
      decision: { enum: Object.keys(stage.decisions) },
      asOf: {
        anyOf: [...instant.anyOf, { type: "array", items: instant, minItems: 1 }],
        description: "What dates rules that carry dates: the first instant the case has.",
      },
      conditions: {
        type: "object",
        additionalProperties: { $ref: "#/definitions/root" },
        description: "Conditions that rules share by name.",
      },
      rules: {
        type: "array",
        items: {
          ...rule,
          properties: {
            ...rule.properties,
            conditions: { $ref: "#/definitions/root" },
            event: { anyOf: types.map(([type, params]) => eventSchema(type, params)) },
          },
        },
      },
    },
    allOf: Object.entries(stage.decisions).map(([decision, events]) =>
      whenThen(
        { properties: { decision: { const: decision } }, required: ["decision"] },
        { properties: { rules: { items: { properties: { event: { properties: { type: { enum: [...events] } } } } } } } },
      ),
    ),
    definitions: conditionSchemas(stage),
  };
}

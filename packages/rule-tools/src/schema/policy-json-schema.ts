import { policySchema } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { conditionSchemas } from "./condition-schemas.js";
import { snippets, writtenFor, type JsonSchemaOptions } from "./editor-keywords.js";
import { eventSchemas } from "./event-schema.js";
import { draft, reference, schemaAddress, type JsonSchema } from "./json-schema.js";
import { policyDocs, ruleDocs } from "./policy-docs.data.js";
import { policySnippets } from "./policy-snippets.js";
import { schemaOf } from "./schema-of.js";
import { whenThen } from "./when-then.js";

interface ObjectSchema extends JsonSchema {
  properties: Record<string, JsonSchema>;
}

/**
 * The JSON Schema (draft-07) of a stage's policy files, for editors: every fact with its description, unit and example, the
 * operators that fit it, decisions, their events and params. What it can't say, such as a misspelt parameter, `checkPolicyFiles`
 * finds.
 *
 * @example
 * import { policyJsonSchema } from "@amends/rule-tools";
 * const stage = { name: "flags", reads: [], writes: "classification", facts: {}, events: {}, decisions: {}, policies: [] } as never;
 * policyJsonSchema(stage)["$id"]; // => "https://amends.dev/schemas/flags.policy.schema.json"
 */
export function policyJsonSchema(stage: AnyStage, options: JsonSchemaOptions = {}): JsonSchema {
  const written = schemaOf(policySchema) as ObjectSchema;
  const rule = (written.properties["rules"] as JsonSchema)["items"] as ObjectSchema;
  const offered = policySnippets(stage);
  const decisions = Object.keys(stage.decisions);
  const schema = {
    $schema: draft,
    $id: schemaAddress(`${stage.name}.policy`),
    title: `Amends policy of the stage "${stage.name}"`,
    ...written,
    ...snippets(...offered.policy),
    properties: {
      ...documented(written.properties, policyDocs),
      stage: { const: stage.name, ...policyDocs["stage"] },
      decision: { enum: decisions, ...policyDocs["decision"] },
      asOf: asOfSchema(stage),
      parameters: {
        ...(written.properties["parameters"] as ObjectSchema),
        ...policyDocs["parameters"],
        additionalProperties: {
          ...((written.properties["parameters"] as ObjectSchema)["additionalProperties"] as JsonSchema),
          ...snippets(...offered.parameter),
        },
      },
      conditions: {
        type: "object",
        additionalProperties: reference("root"),
        description: "Conditions that rules share by name.",
      },
      rules: {
        type: "array",
        description: "The rules; their order counts among those of one priority.",
        items: {
          ...rule,
          ...snippets(...offered.rule),
          properties: {
            ...documented(rule.properties, ruleDocs),
            conditions: { allOf: [reference("root")], ...ruleDocs["conditions"] },
            event: { type: "object", properties: { type: { type: "string" } }, ...ruleDocs["event"] },
          },
        },
      },
    },
    allOf: [
      ...decisions.map((decision) =>
        whenThen({ properties: { decision: { const: decision } }, required: ["decision"] }, withEvent(`event.${decision}`)),
      ),
      whenThen({ not: { properties: { decision: { enum: decisions } }, required: ["decision"] } }, withEvent("event")),
    ],
    definitions: { ...conditionSchemas(stage), ...eventSchemas(stage) },
  };
  return writtenFor(schema, options);
}

const withEvent = (name: string): JsonSchema => ({ properties: { rules: { items: { properties: { event: reference(name) } } } } });

function documented(
  properties: Readonly<Record<string, JsonSchema>>,
  docs: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, { ...schema, ...docs[key] }]));
}

function asOfSchema(stage: AnyStage): JsonSchema {
  const instants = Object.entries(stage.facts).filter(([name, { kind }]) => kind === "instant" || name === "now");
  // Alternatives in one text: a bare name among them stands beside the first, so that no list of names can say which are right.
  const alternatives = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9.]*( *\\?\\? *[A-Za-z][A-Za-z0-9.]*)+$" };
  const instant = { anyOf: [{ enum: instants.map(([name]) => name).sort() }, alternatives] };
  return {
    anyOf: [...instant.anyOf, { type: "array", items: instant, minItems: 1 }],
    description: "What dates rules that carry dates: the first instant the case has.",
  };
}

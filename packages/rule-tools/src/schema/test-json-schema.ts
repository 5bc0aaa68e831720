import type { FactCatalogue } from "@amends/core/facts";
import type { AnyStage } from "@amends/core/stage";
import { policyTestSchema } from "../test-format/test-file.js";
import { snippets, writtenFor, type JsonSchemaOptions } from "./editor-keywords.js";
import { factDocs } from "./fact-docs.js";
import { draft, isSchema, reference, schemaAddress, type JsonSchema } from "./json-schema.js";
import { mapSchema } from "./map-schema.js";
import { schemaOf } from "./schema-of.js";

const given = { facts: { "${2}": "${3}" } };
const snippet = {
  label: "test",
  description: "Facts, what is expected, and the rules that must have decided",
  body: { name: "${1:what must hold}", given, expect: { events: [{ type: "${4}", params: {} }] }, because: ["${5}"] },
};
const tableSnippet = {
  label: "table",
  description: "Rows of facts; each is a test",
  body: {
    name: "${1:what must hold}",
    expect: { events: [{ type: "${4}", params: {} }] },
    because: ["${5}"],
    rows: [{ name: "${6:a row}", given }],
  },
};

/**
 * The JSON Schema (draft-07) of policy test files. With stages, it names and describes the facts that tests may give.
 *
 * @example
 * import { testJsonSchema } from "@amends/rule-tools";
 * testJsonSchema()["required"]; // => ["policy", "tests"]
 */
export function testJsonSchema(options: JsonSchemaOptions & { readonly stages?: readonly AnyStage[] } = {}): JsonSchema {
  const { stages = [] } = options;
  const facts: FactCatalogue = Object.assign({}, ...stages.map(({ facts: own }) => own));
  const written = mapSchema(schemaOf(policyTestSchema), (schema) => withFacts(schema, facts));
  const properties = written["properties"] as Record<string, JsonSchema>;
  const tests = properties["tests"] as JsonSchema & { items: JsonSchema };
  const schema = {
    $schema: draft,
    $id: schemaAddress("policy-test"),
    title: "Amends policy tests",
    ...written,
    properties: {
      ...properties,
      tests: { ...tests, description: "The tests; their names differ.", items: { ...tests.items, ...snippets(snippet, tableSnippet) } },
    },
    ...(stages.length === 0 ? {} : { definitions: { facts: factsSchema(facts) } }),
  };
  return writtenFor(schema, options);
}

/** Where a test gives facts, those of the stages. */
function withFacts(schema: JsonSchema, facts: FactCatalogue): JsonSchema {
  const { properties } = schema;
  if (Object.keys(facts).length === 0 || !isSchema(properties) || !isSchema(properties["facts"])) return schema;
  const { description } = properties["facts"];
  return {
    ...schema,
    properties: { ...properties, facts: { allOf: [reference("facts")], ...(description === undefined ? {} : { description }) } },
  };
}

function factsSchema(facts: FactCatalogue): JsonSchema {
  const names = Object.keys(facts).sort();
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, givenFact(facts[name] as FactCatalogue[string])])),
  };
}

function givenFact(fact: FactCatalogue[string]): JsonSchema {
  const { words, kind } = fact;
  const docs = factDocs(fact);
  if (words === undefined) return docs;
  return kind === "list" ? { ...docs, items: { enum: words } } : { ...docs, enum: words };
}

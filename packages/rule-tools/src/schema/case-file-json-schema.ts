import { caseFileSchema } from "@amends/core/model";
import { draft, schemaAddress, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";

/**
 * The JSON Schema (draft-07) of the case file: what a host hands in, and what the stages add.
 *
 * @example
 * import { caseFileJsonSchema } from "@amends/rule-tools";
 * caseFileJsonSchema()["title"]; // => "Amends case file"
 */
export function caseFileJsonSchema(): JsonSchema {
  const needed = (key: string) => ({ required: [key], properties: { [key]: { type: "object" } } });
  return {
    $schema: draft,
    $id: schemaAddress("case-file"),
    title: "Amends case file",
    ...schemaOf(caseFileSchema),
    anyOf: [needed("ticket"), needed("event")],
  };
}

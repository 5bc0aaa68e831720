import { policyTestSchema } from "../test-format/test-file.js";
import { draft, schemaAddress, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";

/**
 * The JSON Schema (draft-07) of policy test files.
 *
 * @example
 * import { testJsonSchema } from "@amends/rule-tools";
 * testJsonSchema()["required"]; // => ["policy", "tests"]
 */
export function testJsonSchema(): JsonSchema {
  return { $schema: draft, $id: schemaAddress("policy-test"), title: "Amends policy tests", ...schemaOf(policyTestSchema) };
}

import { testReportSchema } from "../report/test-report.js";
import { draft, schemaAddress, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";

/**
 * The JSON Schema (draft-07) of what `amends test --reporter json` prints.
 *
 * @example
 * import { testReportJsonSchema } from "@amends/rule-tools";
 * testReportJsonSchema()["title"]; // => "Amends test report"
 */
export function testReportJsonSchema(): JsonSchema {
  return { $schema: draft, $id: schemaAddress("test-report"), title: "Amends test report", ...schemaOf(testReportSchema) };
}

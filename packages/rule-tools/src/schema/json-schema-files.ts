import type { AnyStage } from "@amends/core/stage";
import { settingsJsonSchema } from "../settings/settings-json-schema.js";
import { anyPolicyJsonSchema } from "./any-policy-json-schema.js";
import { caseFileJsonSchema } from "./case-file-json-schema.js";
import type { JsonSchemaOptions } from "./editor-keywords.js";
import type { JsonSchema } from "./json-schema.js";
import { lexiconJsonSchema } from "./lexicon-json-schema.js";
import { policyJsonSchema } from "./policy-json-schema.js";
import { testJsonSchema } from "./test-json-schema.js";
import { testReportJsonSchema } from "./test-report-json-schema.js";

/**
 * Every JSON Schema by the name of its file, as they stand together in a folder. A stage that asks no policies has none for them.
 *
 * @example
 * import { jsonSchemaFiles } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * Object.keys(jsonSchemaFiles([slaStage])).slice(0, 2); // => ["policy.schema.json", "sla.policy.schema.json"]
 */
export function jsonSchemaFiles(stages: readonly AnyStage[], options: JsonSchemaOptions = {}): Record<string, JsonSchema> {
  const asking = stages.filter(({ decisions }) => Object.keys(decisions).length > 0);
  return {
    "policy.schema.json": anyPolicyJsonSchema(asking),
    ...Object.fromEntries(asking.map((stage) => [`${stage.name}.policy.schema.json`, policyJsonSchema(stage, options)])),
    "policy-test.schema.json": testJsonSchema({ ...options, stages }),
    "case-file.schema.json": caseFileJsonSchema(),
    "lexicon.schema.json": lexiconJsonSchema(),
    "settings.schema.json": settingsJsonSchema(),
    "test-report.schema.json": testReportJsonSchema(),
  };
}

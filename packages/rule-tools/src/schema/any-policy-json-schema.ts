import type { AnyStage } from "@amends/core/stage";
import { draft, schemaAddress, type JsonSchema } from "./json-schema.js";
import { policyDocs } from "./policy-docs.data.js";
import { whenThen } from "./when-then.js";

/**
 * The JSON Schema (draft-07) of policy files of any of these stages: what a policy names as its `stage` says which schema holds for the
 * rest. Those schemas stand beside it, under their own names.
 *
 * @example
 * import { anyPolicyJsonSchema } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * anyPolicyJsonSchema([slaStage])["required"]; // => ["stage"]
 */
export function anyPolicyJsonSchema(stages: readonly Pick<AnyStage, "name">[]): JsonSchema {
  const names = stages.map(({ name }) => name);
  return {
    $schema: draft,
    $id: schemaAddress("policy"),
    title: "Amends policy",
    type: "object",
    properties: { $schema: { type: "string", ...policyDocs["$schema"] }, stage: { enum: names, ...policyDocs["stage"] } },
    required: ["stage"],
    allOf: names.map((name) =>
      whenThen({ properties: { stage: { const: name } }, required: ["stage"] }, { $ref: `${name}.policy.schema.json` }),
    ),
  };
}

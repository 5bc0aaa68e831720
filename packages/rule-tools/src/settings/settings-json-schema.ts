import * as z from "zod";
import { lexiconChecks } from "../lexicons/lexicon-checks.js";
import { lintChecks } from "../lint/lint-checks.js";
import { packChecks } from "../packs/pack-checks.js";
import { draft, schemaAddress, type JsonSchema } from "../schema/json-schema.js";
import { settingsSchema } from "./settings.js";

/**
 * The JSON Schema (draft-7) of `amends.config.json`, for editors: it completes the codes of lint, packs and lexicons and says what each means.
 *
 * @example
 * import { settingsJsonSchema } from "@amends/rule-tools";
 * settingsJsonSchema().title; // => "Settings of amends"
 */
export function settingsJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(settingsSchema, { target: "draft-7" }) as unknown as {
    properties: { severity: Record<string, unknown> } & Record<string, unknown>;
  };
  const codes = Object.fromEntries(
    [...lintChecks, ...packChecks, ...lexiconChecks].map(({ code, summary, severity }) => [
      code,
      { enum: ["error", "warning", "off"], default: severity, description: `${summary} (https://amends.dev/rules/${code})` },
    ]),
  );
  return {
    ...schema,
    $schema: draft,
    $id: schemaAddress("settings"),
    title: "Settings of amends",
    properties: { ...schema.properties, severity: { ...schema.properties.severity, properties: codes } },
  };
}

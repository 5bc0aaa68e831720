import { describe, expect, it } from "vitest";
import { stages } from "../testing/sample-stage.js";
import { jsonSchemaFiles } from "./json-schema-files.js";
import { policyJsonSchema } from "./policy-json-schema.js";
import { testJsonSchema } from "./test-json-schema.js";

const stage = stages[0] as (typeof stages)[number];

describe("schemas for editors", () => {
  it("offer snippets and Markdown, which other schemas leave out", () => {
    const editor = JSON.stringify(policyJsonSchema(stage, { forEditors: true }));
    expect(editor).toContain('"defaultSnippets"');
    expect(editor).toContain("*number, in days*");
    expect(JSON.stringify(policyJsonSchema(stage))).not.toMatch(/defaultSnippets|markdownDescription/);
    expect(JSON.stringify(testJsonSchema({ stages, forEditors: true }))).toContain("*number, in days*");
    expect(JSON.stringify(testJsonSchema({ stages }))).not.toMatch(/defaultSnippets|markdownDescription/);
  });

  it("stand together in a folder", () => {
    expect(Object.keys(jsonSchemaFiles(stages))).toEqual([
      "policy.schema.json",
      "sla.policy.schema.json",
      "policy-test.schema.json",
      "case-file.schema.json",
      "lexicon.schema.json",
      "settings.schema.json",
      "test-report.schema.json",
    ]);
    expect(JSON.stringify(jsonSchemaFiles(stages)["policy.schema.json"])).toContain('"then":{"$ref":"sla.policy.schema.json"}');
  });
});

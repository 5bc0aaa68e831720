import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { reportFindingsAsSarif, reportSarif } from "./report-sarif.js";

const schemaPath = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// The schema is of draft 4, whose keywords for identity are of another name.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaPath, "utf8")) as Record<string, unknown>;
const uri = /^[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]*$/;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri, "uri-reference": uri, "date-time": true } });
const isSarif = ajv.compile(schema);
const problemsOf = (text: string) => (isSarif(JSON.parse(text)) ? [] : isSarif.errors);

interface Log {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: unknown[] }[];
  }[];
}
const resultsOf = (text: string) => (JSON.parse(text) as Log).runs[0]?.results ?? [];

describe("reportSarif", () => {
  it("is valid by the schema of SARIF 2.1.0, with a result for each failure at its place", () => {
    const { run } = hostileRun(["one", "two", "three"]);
    const text = reportSarif(run, { version: "1.2.3", complaints: ["too little"] });
    expect(problemsOf(text)).toEqual([]);
    const results = resultsOf(text);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["rule_unknown", "error"],
      ["test-failed", "error"],
      ["test-failed", "error"],
      ["todo-holds", "note"],
      ["test-to-review", "note"],
      ["test-failed", "error"],
      ["coverage-too-low", "error"],
    ]);
    expect(results[1]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: "one.test.json" }, region: { startLine: 15, startColumn: 5 } } },
    ]);
    const rules = (JSON.parse(text) as Log).runs[0]?.tool.driver.rules ?? [];
    expect(results.every(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toBe(true);
  });

  it("stays valid whatever names say", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        expect(problemsOf(reportSarif(hostileRun(texts).run, { complaints: texts }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("reportFindingsAsSarif", () => {
  it("keeps the place, the path and the witness", () => {
    const witness = { facts: { a: 1 }, says: "nobody decides" };
    const text = reportFindingsAsSarif([
      { code: "gap", message: "", file: "a b\\c.json", line: 2, column: 3, path: "rules", severity: "warning", witness },
    ]);
    expect(problemsOf(text)).toEqual([]);
    expect(resultsOf(text)).toEqual([
      {
        ruleId: "gap",
        ruleIndex: 0,
        level: "warning",
        message: { text: '\nnobody decides: {"a":1}' },
        locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b/c.json" }, region: { startLine: 2, startColumn: 3 } } }],
        properties: { path: "rules", witness },
      },
    ]);
  });
});

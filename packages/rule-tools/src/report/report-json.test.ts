import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testReportJsonSchema } from "../schema/test-report-json-schema.js";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { reportJson } from "./report-json.js";

const isReport = new Ajv({ strictTypes: false, strictRequired: false, allErrors: true }).compile(testReportJsonSchema());
const problemsOf = (text: string) => (isReport(JSON.parse(text)) ? [] : isReport.errors);

describe("reportJson", () => {
  it("is what its schema says, with and without coverage", () => {
    const { run } = hostileRun(["one", "two", "three"]);
    const text = reportJson(run, { complaints: ["too little"] });
    expect(problemsOf(text)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      summary: run.summary,
      complaints: ["too little"],
      coverage: { conditions: { total: 12 } },
    });
    expect(problemsOf(reportJson(run, { coverage: false }))).toEqual([]);
    expect(JSON.parse(reportJson(run, { coverage: false }))).not.toHaveProperty("coverage");
  });

  it("gives back every name as it is", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        const { run } = hostileRun(texts);
        const text = reportJson(run);
        expect(problemsOf(text)).toEqual([]);
        const { tests } = JSON.parse(text) as { tests: { name: string }[] };
        expect(tests.map(({ name }) => name)).toEqual(run.results.map(({ name }) => name));
      }),
      { numRuns: 40 },
    );
  });
});

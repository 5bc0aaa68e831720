import { readdirSync, readFileSync } from "node:fs";
import { createDesk } from "@amends/desk";
import {
  formatFindings,
  policyJsonSchema,
  runPolicyTests,
  testJsonSchema,
  type PolicyTestResult,
  type SourceFile,
} from "@amends/rule-tools";
import { Ajv, type ErrorObject } from "ajv";
import { describe, expect, it } from "vitest";
import { loadCalculations } from "../packages/cli/src/calculations.js";

const files = readdirSync("packages").flatMap((folder) => filesBelow(`packages/${folder}`, "policies"));

function filesBelow(parent: string, folder: string): string[] {
  if (!readdirSync(parent).includes(folder)) return [];
  return readdirSync(`${parent}/${folder}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${parent}/${folder}/${path}`)
    .sort();
}

const read = (end: string): SourceFile[] =>
  files.filter((path) => path.endsWith(end)).map((path) => ({ path, text: readFileSync(path, "utf8") }));

const policies = read(".policy.json");
const tests = read(".test.json");
const desk = createDesk();
const run = runPolicyTests({
  policies,
  tests,
  stages: desk.stages,
  calculations: await loadCalculations(),
  runCase: (caseFile, options) => desk.runStages(caseFile, { keep: true, ...options }),
});

const byPolicy = [...new Set(run.results.map(({ policy }) => policy))].map((name): [string, PolicyTestResult[]] => [
  name,
  run.results.filter(({ policy }) => policy === name),
]);
const failureOf = ({ error, differences, rules }: PolicyTestResult) => error ?? { differences, rules };

it("finds nothing wrong in the policies and their tests", () => {
  expect(formatFindings([...policies, ...tests], run.findings)).toBe("");
});

it("makes every rule fire in some test", () => {
  expect(run.coverage.untestedRules).toEqual([]);
});

describe.each(byPolicy)("%s", (_policy, results) => {
  for (const result of results) {
    it.skipIf(result.status === "todo")(`${result.name} (${result.file}:${result.line})`, () => {
      expect(result.status === "passed" ? undefined : failureOf(result)).toBeUndefined();
    });
  }
});

describe("the schemas that editors read", () => {
  const ajv = new Ajv({ strictTypes: false, strictRequired: false, allErrors: true, formats: { date: true } });
  const problemsOf = (path: string, errors: readonly ErrorObject[] | null | undefined) =>
    (errors ?? []).map(({ instancePath, message }) => `${path} ${instancePath} ${message ?? ""}`);

  it("accept every policy", () => {
    const schemas = new Map(
      desk.stages
        .filter(({ decisions }) => Object.keys(decisions).length > 0)
        .map((stage) => [stage.name, ajv.compile(policyJsonSchema(stage))]),
    );
    const problems = policies.flatMap(({ path, text }) => {
      const policy = JSON.parse(text) as { stage: string };
      const isPolicy = schemas.get(policy.stage);
      return isPolicy?.(policy) === true ? [] : problemsOf(path, isPolicy?.errors);
    });
    expect(problems).toEqual([]);
  });

  it("accept every test file", () => {
    const isTest = ajv.compile(testJsonSchema());
    expect(tests.flatMap(({ path, text }) => (isTest(JSON.parse(text)) ? [] : problemsOf(path, isTest.errors)))).toEqual([]);
  });
});

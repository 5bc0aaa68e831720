import { describe, expect, it } from "vitest";
import { docExamples, guideExamples } from "./extract-examples.js";
import { publicFunctions } from "./public-functions.js";
import { readWorkspace } from "./read-workspace.js";
import { runExample } from "./run-example.js";

const packages = readWorkspace();
const examples = packages.flatMap(({ sources }) => sources.filter(({ test }) => !test).flatMap(docExamples));

/** Public functions whose doc comment has no example yet. The list only shrinks: a new function comes with its example. */
const withoutExample: readonly string[] = [];

const load = (specifier: string) => import(/* @vite-ignore */ specifier) as Promise<unknown>;

describe("the example at", () => {
  for (const { path, line, code } of [...examples, ...guideExamples()]) {
    it(`${path}:${line}`, async () => {
      const shown = await runExample(code, load);
      for (const { expression, actual, promised } of shown) expect(actual, expression).toEqual(promised);
    });
  }
});

describe("public functions", () => {
  it("have an example", () => {
    const lacking = publicFunctions(packages).filter(({ hasExample }) => !hasExample);
    expect([...new Set(lacking.map(({ name }) => name))].toSorted()).toEqual(withoutExample);
  });
});

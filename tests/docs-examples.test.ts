import { describe, expect, it } from "vitest";
import { docExamples, guideExamples } from "./extract-examples.js";
import { publicFunctions } from "./public-functions.js";
import { readWorkspace } from "./read-workspace.js";
import { runExample } from "./run-example.js";

const packages = readWorkspace();
const examples = packages.flatMap(({ sources }) => sources.filter(({ test }) => !test).flatMap(docExamples));

/** Public functions whose doc comment has no example yet. The list only shrinks: a new function comes with its example. */
const withoutExample: readonly string[] = [
  "packages/core/src/contracts/clock.ts systemClock",
  "packages/core/src/errors/finding.ts formatFinding",
  "packages/core/src/errors/nearest-word.ts didYouMean",
  "packages/core/src/facts/define-fact.ts moneyFact",
  "packages/core/src/facts/define-fact.ts wordFact",
  "packages/core/src/facts/derived-facts.ts claimCount",
  "packages/core/src/facts/derived-facts.ts daysInTransit",
  "packages/core/src/facts/derived-facts.ts latest",
  "packages/core/src/facts/derived-facts.ts transitRatio",
  "packages/core/src/facts/read-fact.ts readFact",
  "packages/core/src/money/suggest-currencies.ts suggestCurrencies",
  "packages/core/src/rules/check-policy.ts checkPolicy",
  "packages/core/src/rules/choose-rules.ts chooseRules",
  "packages/core/src/rules/decision.ts ruleId",
  "packages/core/src/rules/explain-policy.ts explainPolicy",
  "packages/core/src/rules/json-source.ts readJson",
  "packages/core/src/rules/parse-policy.ts checkPolicyText",
  "packages/core/src/rules/parse-policy.ts readPolicy",
  "packages/core/src/rules/walk-conditions.ts leavesOf",
  "packages/core/src/stage/context.ts contextFor",
  "packages/core/src/stage/define-stage.ts defineStage",
  "packages/core/src/stage/evaluation.ts factsOfStage",
  "packages/core/src/stage/pipeline.ts withKey",
  "packages/core/src/stage/policy-set.ts compilePolicySet",
  "packages/desk/src/outbound-messages.ts outboundMessages",
];

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

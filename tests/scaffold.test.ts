import { standardStages } from "@amends/desk";
import type { AnyStage } from "@amends/core/stage";
import { checkFiles, formatSource, runPolicyTests, scaffoldPolicy, scaffoldRule, scaffoldTests } from "@amends/rule-tools";
import { describe, expect, it } from "vitest";

const stages = standardStages as unknown as readonly AnyStage[];
const policyOf = (text: string) => ({ path: "x.policy.json", text });
const decisions = stages.flatMap((stage) =>
  Object.entries(stage.decisions).map(([decision, types]) => ({ stage, decision, types, name: `${stage.name} ${decision}` })),
);

/** What is wrong with a policy and its tests, as `amends check` says it. */
function problems(stage: AnyStage, text: string, test?: string): string[] {
  const tests = test === undefined ? [] : [{ path: "x.test.json", text: test }];
  return checkFiles({ policies: [policyOf(text)], tests, stages: [stage], lint: {} })
    .filter(({ severity }) => severity !== "off")
    .map(({ code, message }) => `${code}: ${message}`);
}

describe.each(decisions)("what is scaffolded for $name", ({ stage, decision, types }) => {
  it("passes its checks with every event, is formatted, and has tests that pass", () => {
    for (const event of types) {
      const text = scaffoldPolicy(stage, { policy: "shop/new", decision, event });
      expect(problems(stage, text)).toEqual([]);
      expect(formatSource(policyOf(text))).toMatchObject({ changed: false });
      const tests = scaffoldTests(policyOf(text), stage, { table: "cases" });
      if (!("text" in tests)) throw new Error("no tests");
      expect(tests.open).toEqual([]);
      expect(problems(stage, text, tests.text)).toEqual([]);
      const run = runPolicyTests({ policies: [policyOf(text)], tests: [{ path: "x.test.json", text: tests.text }], stages: [stage] });
      expect(run.summary).toMatchObject({ failed: 0 });
      expect(run.coverage.untestedRules).toEqual([]);
    }
  });

  it("goes with another rule, of a figure, too", () => {
    const first = scaffoldPolicy(stage, { policy: "shop/new", decision });
    const number = Object.entries(stage.facts).find(([, { kind }]) => kind === "number")?.[0] ?? "";
    for (const options of [{ name: "second" }, { name: "second", fact: number }]) {
      const added = scaffoldRule(policyOf(first), stage, options);
      if (!("text" in added)) throw new Error(JSON.stringify(added.findings));
      const errors = problems(stage, added.text).filter((line) => !/^(duplicate|magic-number)/.test(line));
      expect(errors).toEqual([]);
      expect(formatSource(policyOf(added.text))).toMatchObject({ changed: false });
    }
  });
});

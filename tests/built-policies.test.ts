import { readFileSync } from "node:fs";
import { DecisionError } from "@amends/core/errors";
import { compilePolicy, leavesOf, type Policy } from "@amends/core/rules";
import { createDesk } from "@amends/desk";
import { buildPolicy } from "@amends/rule-tools";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stageImports } from "../packages/cli/src/stage-imports.js";
import { loadModule } from "../packages/rule-tools/src/build/testing/load-module.js";
import { filesBelow } from "./read-workspace.js";

const { stages } = createDesk();
const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as unknown;
const files = filesBelow("packages").filter((path) => /^packages\/\w+(-\w+)*\/policies\//.test(path));
const policies = files.filter((path) => path.endsWith(".policy.json")).map((path) => read(path) as Policy);

/** The facts that tests of a policy give themselves. */
const givenFacts = new Map<string, Record<string, unknown>[]>();
for (const path of files.filter((name) => name.endsWith(".test.json"))) {
  const { policy, tests } = read(path) as { policy: string; tests: { given?: { facts?: Record<string, unknown> } }[] };
  const facts = tests.flatMap(({ given }) => (given?.facts === undefined ? [] : [given.facts]));
  givenFacts.set(policy, [...(givenFacts.get(policy) ?? []), ...facts]);
}

/** Facts around the constants that a policy compares them with. */
function factsAround(
  policy: Policy,
  catalogue: Readonly<Record<string, { readonly kind: string }>>,
): fc.Arbitrary<Record<string, unknown>> {
  const values = new Map<string, Set<unknown>>();
  const parameters = compilePolicy(policy).parameters;
  const conditions = [...policy.rules.map((rule) => rule.conditions), ...Object.values(policy.conditions ?? {})];
  for (const { leaf } of conditions.flatMap((condition) => [...leavesOf(condition)])) {
    const name = (leaf.value as { fact?: string } | null)?.fact;
    const constants = name?.startsWith("parameters.") === true ? parameters[name.slice("parameters.".length)] : leaf.value;
    const known = values.get(leaf.fact) ?? new Set<unknown>([undefined, null, "other"]);
    values.set(leaf.fact, known);
    for (const constant of [constants].flat()) {
      known.add(constant);
      if (typeof constant === "number") for (const near of [constant - 1, constant + 1, String(constant)]) known.add(near);
      if (typeof constant === "boolean") known.add(!constant);
      if (catalogue[leaf.fact]?.kind === "list") known.add([constant]).add([constant, "other"]);
    }
  }
  for (const name of compilePolicy(policy).reads) {
    if (!values.has(name)) values.set(name, new Set([undefined, "2026-03-03T15:00:00Z", "2020-01-01T00:00:00Z", "refund_status", 3]));
  }
  const arbitraries = [...values].map(([name, known]) => [name, fc.constantFrom(...known)] as const);
  return fc.record(Object.fromEntries(arbitraries));
}

function answerOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    if (!DecisionError.isInstance(error)) throw error;
    return { code: error.code, message: error.message };
  }
}

describe("a standard policy, built,", () => {
  it.each(policies.map((policy) => [policy.policy, policy] as const))("%s decides as the compiled one does", (name, policy) => {
    const stage = stages.find((each) => each.name === policy.stage);
    const stageImport = stageImports[policy.stage];
    if (stage === undefined || stageImport === undefined) throw new Error(`There is no stage "${policy.stage}".`);
    const { code } = buildPolicy(policy, { stage, stageImport });
    const module = loadModule(code, { [stageImport.from]: { [stageImport.exported]: stage } });
    const compiled = compilePolicy(policy, { stage });
    const decidesAlike = (facts: Record<string, unknown>) => {
      expect(answerOf(() => module.decide(facts))).toEqual(answerOf(() => compiled.decide(facts)));
    };
    for (const facts of givenFacts.get(name) ?? []) decidesAlike(facts);
    fc.assert(fc.property(factsAround(policy, stage.facts), decidesAlike), { numRuns: 80 });
  });

  it("imports its stage from where it is", async () => {
    for (const { name } of stages) {
      const { from, exported } = stageImports[name] ?? { from: "", exported: "" };
      const module = (await import(/* @vite-ignore */ from)) as Readonly<Record<string, { readonly name?: unknown } | undefined>>;
      expect(module[exported]?.name).toBe(name);
    }
  });
});

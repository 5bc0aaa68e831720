import { leavesOf, type CompiledPolicy, type ConditionResult, type Leaf, type Policy, type PolicyRule } from "@amends/core/rules";
import * as z from "zod";
import type { LocatedSource } from "../located-source.js";
import type { TestOutcome } from "../run/test-outcome.js";
import { percentOf } from "./coverage-summary.js";
import type { ConditionCoverage, PolicyCoverage, RuleCoverage } from "./policy-coverage.js";
import { traceLeaves } from "./trace-leaves.js";

type Counts<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Counts what the tests of one policy make it do. */
export class PolicyCoverageCount {
  readonly #policy: Policy;
  readonly #file: string;
  readonly #rules: readonly Counts<RuleCoverage>[];
  readonly #shared: readonly ConditionCoverage[];
  readonly #conditions = new Map<string, Counts<ConditionCoverage>>();
  readonly #uncounted = new Set<string>();
  #tests = 0;

  constructor(policy: Policy, source: LocatedSource) {
    this.#policy = policy;
    this.#file = source.path;
    const lineOf = (path: readonly PropertyKey[]) => source.finding(path, { code: "", message: "" }).line ?? 1;
    const blank = (leaf: Leaf, at: readonly PropertyKey[]): Counts<ConditionCoverage> => {
      const path = z.core.toDotPath(at);
      const { fact, operator, value } = leaf;
      const counts = { path, line: lineOf(at), fact, operator, value, seenTrue: 0, seenFalse: 0, absent: 0, notRead: 0 };
      this.#conditions.set(path, counts);
      return counts;
    };
    this.#rules = policy.rules.map((rule, index) => ({
      rule: rule.name,
      line: lineOf(["rules", index]),
      fired: 0,
      decided: 0,
      ...(isDated(rule) ? { outOfForce: 0 } : {}),
      conditions: [...leavesOf(rule.conditions)].map(({ leaf, path }) => blank(leaf, ["rules", index, "conditions", ...path])),
    }));
    this.#shared = Object.entries(policy.conditions ?? {}).flatMap(([name, condition]) =>
      [...leavesOf(condition)].map(({ leaf, path }) => blank(leaf, ["conditions", name, ...path])),
    );
  }

  /** Adds what one test showed. */
  add({ observations, unobserved }: TestOutcome, compiled: CompiledPolicy): void {
    if (unobserved !== undefined) this.#uncounted.add(unobserved);
    else this.#tests += 1;
    for (const { facts, decision } of observations) {
      const explanation = compiled.explain(facts);
      const decided = new Set(decision.fired.map(({ rule }) => rule));
      const lost = new Set(decision.lost.map(({ rule }) => rule));
      for (const { rule: name, conditions, notInForce } of [...explanation.fired, ...explanation.missed]) {
        const index = this.#policy.rules.findIndex((rule) => rule.name === name);
        const counts = this.#rules[index];
        const rule = this.#policy.rules[index];
        if (counts === undefined || rule === undefined) continue;
        if (decided.has(name) || lost.has(name)) counts.fired += 1;
        if (decided.has(name)) counts.decided += 1;
        if (notInForce === true) counts.outOfForce = (counts.outOfForce ?? 0) + 1;
        for (const { path, result } of traceLeaves(conditions, rule.conditions, ["rules", index, "conditions"], this.#policy)) {
          const condition = this.#conditions.get(z.core.toDotPath(path));
          if (condition !== undefined) condition[seen(result)] += 1;
        }
      }
    }
  }

  result(): PolicyCoverage {
    const conditions = [...this.#conditions.values()];
    const covered =
      this.#rules.filter(({ fired }) => fired > 0).length +
      conditions.reduce((sum, { seenTrue, seenFalse }) => sum + Number(seenTrue > 0) + Number(seenFalse > 0), 0);
    const total = this.#rules.length + 2 * conditions.length;
    return {
      policy: this.#policy.policy,
      file: this.#file,
      tests: this.#tests,
      uncounted: [...this.#uncounted],
      rules: this.#rules,
      shared: this.#shared,
      untestedRules: this.#rules.filter(({ fired }) => fired === 0).map(({ rule }) => rule),
      covered,
      total,
      percent: percentOf(covered, total),
    };
  }
}

function isDated({ effectiveFrom, effectiveTo }: PolicyRule): boolean {
  return effectiveFrom !== undefined || effectiveTo !== undefined;
}

/** A comparison that is false only for want of its fact says nothing of its value; whether a fact is there is what isPresent asks. */
function seen({ result, factResult, operator }: ConditionResult): "seenTrue" | "seenFalse" | "absent" | "notRead" {
  if (result === undefined) return "notRead";
  if (result) return "seenTrue";
  return factResult === undefined && operator !== "isPresent" ? "absent" : "seenFalse";
}

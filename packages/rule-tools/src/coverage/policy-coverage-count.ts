import { leavesOf, type CompiledPolicy, type ConditionResult, type Leaf, type Policy, type PolicyRule } from "@amends/core/rules";
import * as z from "zod";
import type { LocatedSource } from "../located-source.js";
import type { Observation, TestOutcome } from "../run/test-outcome.js";
import { ComparisonOutcomes } from "./comparison-outcomes.js";
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
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #uncounted = new Set<string>();
  /** How comparisons are looked at: all at once where that can be done. Found out at the first test. */
  #outcomes: { readonly of: ComparisonOutcomes | undefined } | undefined;
  #tests = 0;

  constructor(policy: Policy, source: LocatedSource) {
    this.#policy = policy;
    this.#file = source.path;
    this.#indexes = new Map(policy.rules.map(({ name }, index) => [name, index]));
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
    this.#outcomes ??= { of: ComparisonOutcomes.of(compiled) };
    for (const observation of observations) {
      const { fired, lost } = observation.decision;
      for (const { rule } of fired) this.#count(rule, "fired", "decided");
      for (const { rule } of lost) this.#count(rule, "fired");
      if (this.#outcomes.of === undefined) this.#addTraced(observation, compiled);
      else this.#addCompared(observation, compiled, this.#outcomes.of);
    }
  }

  #count(rule: string, ...what: readonly ("fired" | "decided" | "outOfForce")[]): void {
    const counts = this.#rules[this.#indexes.get(rule) ?? -1];
    if (counts !== undefined) for (const each of what) counts[each] = (counts[each] ?? 0) + 1;
  }

  #addCompared({ facts, decision }: Observation, compiled: CompiledPolicy, comparisons: ComparisonOutcomes): void {
    const outcomes = comparisons.of(facts);
    for (const [path, outcome] of outcomes) {
      const condition = this.#conditions.get(path);
      if (condition !== undefined) condition[outcome] += 1;
    }
    for (const [index, rule] of this.#policy.rules.entries()) {
      if (!isDated(rule) || !comparisons.holds(index, outcomes)) continue;
      if ([...decision.fired, ...decision.lost].some((fired) => fired.rule === rule.name)) continue;
      const { missed } = compiled.explain(facts, { rule: rule.name, changes: false });
      if (missed.some(({ notInForce }) => notInForce === true)) this.#count(rule.name, "outOfForce");
    }
  }

  #addTraced({ facts }: Observation, compiled: CompiledPolicy): void {
    const { fired, missed } = compiled.explain(facts, { all: true, changes: false });
    for (const { rule: name, conditions, notInForce } of [...fired, ...missed]) {
      const index = this.#indexes.get(name) ?? -1;
      const rule = this.#policy.rules[index];
      if (rule === undefined) continue;
      if (notInForce === true) this.#count(name, "outOfForce");
      for (const { path, result } of traceLeaves(conditions, rule.conditions, ["rules", index, "conditions"], this.#policy)) {
        const condition = this.#conditions.get(z.core.toDotPath(path));
        if (condition !== undefined) condition[seen(result)] += 1;
      }
    }
  }

  /** Forgets what was added. */
  reset(): void {
    this.#tests = 0;
    this.#uncounted.clear();
    for (const rule of this.#rules) {
      rule.fired = 0;
      rule.decided = 0;
      if (rule.outOfForce !== undefined) rule.outOfForce = 0;
    }
    for (const condition of this.#conditions.values()) Object.assign(condition, { seenTrue: 0, seenFalse: 0, absent: 0, notRead: 0 });
  }

  /** What was added, as it stands now. */
  result(): PolicyCoverage {
    const rules = this.#rules.map((rule) => ({ ...rule, conditions: rule.conditions.map((condition) => ({ ...condition })) }));
    const shared = this.#shared.map((condition) => ({ ...condition }));
    return {
      policy: this.#policy.policy,
      file: this.#file,
      tests: this.#tests,
      uncounted: [...this.#uncounted],
      rules,
      shared,
      ...shareOf(rules, shared),
    };
  }
}

/** How much of a policy's rules and conditions was seen. */
export function shareOf(
  rules: readonly RuleCoverage[],
  shared: readonly ConditionCoverage[],
): Pick<PolicyCoverage, "untestedRules" | "conditions" | "covered" | "total" | "percent"> {
  const conditions = [...rules.flatMap((rule) => rule.conditions), ...shared];
  const sides = conditions.reduce((sum, { seenTrue, seenFalse }) => sum + Number(seenTrue > 0) + Number(seenFalse > 0), 0);
  const untestedRules = rules.filter(({ fired }) => fired === 0).map(({ rule }) => rule);
  const covered = rules.length - untestedRules.length + sides;
  const total = rules.length + 2 * conditions.length;
  return { untestedRules, conditions: { covered: sides, total: 2 * conditions.length }, covered, total, percent: percentOf(covered, total) };
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

import { compileRules, type CompiledPolicy, type FactCondition, type Facts, type Policy, type RuleCondition, type RuleEngine } from "@amends/core/rules";
import * as z from "zod";
import { traceLeaves } from "./trace-leaves.js";

/** How one comparison came out. A comparison that is false only for want of its fact says nothing of its value. */
export type Outcome = "seenTrue" | "seenFalse" | "absent";

interface Comparison {
  readonly path: string;
  readonly fact: string;
  /** Whether an absent fact is what it asks for. */
  readonly asksPresence: boolean;
}

/**
 * All comparisons of a policy at once, each by itself, whatever rule it stands in: much faster than explaining every rule. Only for
 * policies of which every comparison is always looked at.
 */
export class ComparisonOutcomes {
  readonly #policy: Policy;
  readonly #comparisons: readonly Comparison[];
  readonly #engine: RuleEngine;
  readonly #parameters: Facts;

  private constructor(compiled: CompiledPolicy, conditions: ReadonlyMap<string, FactCondition>) {
    this.#policy = compiled.policy;
    this.#comparisons = [...conditions].map(([path, { fact, operator }]) => ({ path, fact, asksPresence: operator === "isPresent" }));
    const rules = [...conditions.values()].map((condition, index) => ({ conditions: { all: [condition] }, event: { type: String(index) } }));
    this.#engine = compileRules(rules, { allowUndefinedFacts: true });
    this.#parameters = Object.fromEntries(Object.entries(compiled.parameters).map(([name, value]) => [`parameters.${name}`, value]));
  }

  /** Nothing where the order of evaluation decides what is looked at, or a comparison reads inside a fact. */
  static of(compiled: CompiledPolicy): ComparisonOutcomes | undefined {
    const { policy } = compiled;
    const texts = [...policy.rules.map(({ conditions }) => conditions), ...Object.values(policy.conditions ?? {})];
    if (texts.some(needsOrder)) return undefined;
    const conditions = new Map<string, FactCondition>();
    // A trace holds every comparison as it runs: parameters filled in, amounts as numbers, instants in UTC.
    const { fired, missed } = compiled.explain({}, { all: true, changes: false });
    const traced = new Map([...fired, ...missed].map((rule) => [rule.rule, rule.conditions]));
    for (const [index, rule] of policy.rules.entries()) {
      const tree = traced.get(rule.name);
      if (tree === undefined) return undefined;
      for (const { path, result } of traceLeaves(tree, rule.conditions, ["rules", index, "conditions"], policy)) {
        const { fact = "", operator = "", value } = result;
        conditions.set(z.core.toDotPath(path), { fact, operator, value });
      }
    }
    return new ComparisonOutcomes(compiled, conditions);
  }

  /** Each comparison's path with how it came out, once. */
  of(given: Facts): ReadonlyMap<string, Outcome> {
    const facts = { ...given, ...this.#parameters };
    const held = new Set(this.#engine.matches(facts).map(({ type }) => type));
    return new Map(
      this.#comparisons.map(({ path, fact, asksPresence }, index) => {
        if (held.has(String(index))) return [path, "seenTrue"];
        const isKnown = Object.hasOwn(facts, fact) && (facts as Facts)[fact] !== undefined;
        return [path, isKnown || asksPresence ? "seenFalse" : "absent"];
      }),
    );
  }

  /** Whether the conditions of a rule hold, by how its comparisons came out. */
  holds(index: number, outcomes: ReadonlyMap<string, Outcome>): boolean {
    const evaluate = (condition: RuleCondition, path: readonly PropertyKey[]): boolean => {
      if ("condition" in condition) {
        const shared = this.#policy.conditions?.[condition.condition];
        return shared !== undefined && evaluate(shared, ["conditions", condition.condition]);
      }
      if ("fact" in condition) return outcomes.get(z.core.toDotPath(path)) === "seenTrue";
      if ("not" in condition) return !evaluate(condition.not, [...path, "not"]);
      const each = (members: readonly RuleCondition[], group: string) => members.map((member, at) => evaluate(member, [...path, group, at]));
      // An empty group holds, of either kind.
      if ("any" in condition) return condition.any.length === 0 || each(condition.any, "any").some(Boolean);
      return each(condition.all, "all").every(Boolean);
    };
    const rule = this.#policy.rules[index];
    return rule !== undefined && evaluate(rule.conditions, ["rules", index, "conditions"]);
  }
}

/** Whether something in a condition has a priority, or reads a place inside a fact. */
function needsOrder(condition: unknown): boolean {
  if (typeof condition !== "object" || condition === null) return false;
  if (Array.isArray(condition)) return condition.some(needsOrder);
  const node = condition as Readonly<Record<string, unknown>>;
  if (node["priority"] !== undefined || node["path"] !== undefined || node["params"] !== undefined) return true;
  return [node["all"], node["any"], node["not"]].some(needsOrder);
}

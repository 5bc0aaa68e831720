import type { FactCatalogue } from "../../facts/fact-definition.js";
import type { RuleCondition } from "../engine/rule-properties.js";
import type { ConditionResult } from "../engine/rule-result.js";
import { parameterName } from "../parameters.js";
import type { Policy } from "../policy.js";
import type { ExplainedCondition, ExplainedTree } from "./explained-condition.js";
import { unitOf } from "./unit-of.js";

type Written = Readonly<Record<string, unknown>>;

/** What names stand behind values. */
export interface NameSources {
  readonly policy: Policy;
  readonly catalogue: FactCatalogue | undefined;
}

/** A traced condition with the names that the policy gives to thresholds and shared conditions. */
export function explainedTree(traced: ConditionResult, condition: RuleCondition, sources: NameSources): ExplainedTree {
  const written = condition as unknown as Written;
  const shared = written["condition"];
  if (typeof shared === "string" && traced.condition === undefined) {
    const named = sources.policy.conditions?.[shared];
    return named === undefined ? traced : { ...explainedTree(traced, named, sources), shared };
  }
  for (const kind of ["any", "all"] as const) {
    const members = traced[kind];
    if (members === undefined) continue;
    const source = written[kind] as readonly RuleCondition[];
    return { ...traced, [kind]: members.map((member, index) => explainedTree(member, source[index] as RuleCondition, sources)) };
  }
  if (traced.not !== undefined) return { ...traced, not: explainedTree(traced.not, written["not"] as RuleCondition, sources) };
  if (traced.fact === undefined) return traced;
  const parameters = [written["value"]].flat().flatMap((value) => parameterName(value) ?? []);
  const unit = unitOf(traced.fact, traced.path, sources.catalogue, sources.policy.currency);
  return { ...traced, ...(parameters.length === 0 ? {} : { parameters }), ...(unit === undefined ? {} : { unit }) };
}

/** The comparisons that kept a condition from being what its parents wanted. */
export function* failedConditions(tree: ExplainedTree, wanted = true): Generator<ExplainedCondition> {
  if (tree.result === wanted) return;
  for (const member of [...(tree.all ?? []), ...(tree.any ?? [])]) yield* failedConditions(member, wanted);
  if (tree.not !== undefined) yield* failedConditions(tree.not, !wanted);
  const comparison = explainedCondition(tree);
  if (comparison !== undefined) yield comparison;
}

/** A comparison of a tree by itself; undefined for a group. */
export function explainedCondition(tree: ExplainedTree): ExplainedCondition | undefined {
  const { fact, operator, path, parameters, unit, result } = tree;
  if (fact === undefined || operator === undefined) return undefined;
  const reference = (tree.value as { fact?: unknown } | null | undefined)?.fact;
  return {
    fact,
    ...(path === undefined ? {} : { path }),
    operator,
    expected: "valueResult" in tree || typeof reference === "string" ? tree.valueResult : tree.value,
    observed: tree.factResult,
    ...(result === undefined ? {} : { result }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(typeof reference === "string" ? { expectedFact: reference } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}

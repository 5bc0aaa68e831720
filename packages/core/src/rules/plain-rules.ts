import type { FactCatalogue } from "../facts/fact-definition.js";
import type { RootCondition, RuleCondition, RuleProperties } from "./engine/rule-properties.js";
import { formatInstant } from "../time/format-instant.js";
import { readInstant } from "../time/parse-instant.js";
import { fillParameters, parameterName } from "./parameters.js";
import type { ParameterValue, Policy } from "./policy.js";
import { leavesOf, mapLeaves, type Leaf } from "./check/walk-conditions.js";

/** A policy as the engines run it. */
export interface PlainRules {
  /** The rules, parameters filled in; each event's type is the rule's index in the file. */
  readonly rules: RuleProperties[];
  readonly options: { readonly conditions: Readonly<Record<string, RootCondition>>; readonly allowUndefinedFacts: true };
  readonly reads: readonly string[];
  /** For each rule, how many different facts it tests. */
  readonly specificities: readonly number[];
}

/** Turns a policy into plain rules that both executors run, so that both mean the same. */
export function plainRules(
  policy: Policy,
  parameters: Readonly<Record<string, ParameterValue>>,
  catalogue: FactCatalogue | undefined,
): PlainRules {
  const fill = (condition: RuleCondition) => mapLeaves(condition, (leaf) => plainLeaf(leaf, parameters, catalogue)) as RootCondition;
  const conditions = Object.fromEntries(Object.entries(policy.conditions ?? {}).map(([name, condition]) => [name, fill(condition)]));
  const rules = policy.rules.map((rule, index) => ({
    name: rule.name,
    priority: rule.priority ?? 1,
    conditions: fill(rule.conditions),
    event: { type: String(index) },
  }));
  const reads = new Set<string>();
  const specificities = rules.map((rule) => {
    const facts = new Set(factsOf(rule.conditions, conditions, new Set()));
    for (const fact of facts) reads.add(fact);
    return facts.size;
  });
  for (const rule of policy.rules) for (const fact of factReferences(rule.event.params)) reads.add(fact);
  return { rules, options: { conditions, allowUndefinedFacts: true }, reads: [...reads], specificities };
}

function plainLeaf(leaf: Leaf, parameters: Readonly<Record<string, ParameterValue>>, catalogue: FactCatalogue | undefined): Leaf {
  const value = fillParameters(leaf.value, parameters);
  const kind = catalogue?.[leaf.fact]?.kind;
  return { ...leaf, value: kind === "money" ? decimals(value) : kind === "instant" ? instants(value) : value };
}

/** Instants stand in policies in any offset; rules compare texts, in UTC to the second as facts are. */
function instants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(instants);
  const at = readInstant(value);
  return at === undefined ? value : formatInstant(Math.floor(at / 1000) * 1000);
}

/** Amounts stand in policies as numbers or decimal texts; rules compare numbers. */
function decimals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decimals);
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function factsOf(condition: RuleCondition, conditions: Readonly<Record<string, RootCondition>>, seen: Set<string>): string[] {
  const direct = [...leavesOf(condition)].flatMap(({ leaf }) => [leaf.fact, ...factReferences({ value: leaf.value })]);
  const named = referencesOf(condition).filter((name) => !seen.has(name) && conditions[name] !== undefined);
  for (const name of named) seen.add(name);
  return [...direct, ...named.flatMap((name) => factsOf(conditions[name] as RuleCondition, conditions, seen))];
}

function referencesOf(condition: RuleCondition): string[] {
  const node = condition as unknown as Record<string, unknown>;
  const members = [node["any"], node["all"], node["not"]].flat().filter((member) => typeof member === "object" && member !== null);
  return [
    ...(typeof node["condition"] === "string" ? [node["condition"]] : []),
    ...members.flatMap((member) => referencesOf(member as RuleCondition)),
  ];
}

/** The facts that params or a value take when the rule fires; parameters are filled in before. */
export function factReferences(params: Readonly<Record<string, unknown>> | undefined): string[] {
  return Object.values(params ?? {}).flatMap((value) => {
    const fact = typeof value === "object" && value !== null ? (value as { fact?: unknown }).fact : undefined;
    return typeof fact === "string" && parameterName(value) === undefined ? [fact] : [];
  });
}

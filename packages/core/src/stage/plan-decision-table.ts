import type { FactCatalogue } from "../facts/fact-definition.js";
import { leavesOf, type Leaf } from "../rules/check/walk-conditions.js";
import type { CompiledPolicy } from "../rules/compile-policy.js";
import { dateFacts } from "../rules/decide/effective-dates.js";
import { defaultOperators } from "../rules/operators/default-operators.js";
import { factReferences, plainRules } from "../rules/plain-rules.js";
import type { Policy } from "../rules/policy.js";
import { DecisionTable, type ComparedFacts, type Dating } from "./decision-table.js";
import { mostTests, TestedFact, type FactTest } from "./tested-fact.js";

const mostFacts = 64;
const mostDays = 255;

const operators = new Map(defaultOperators.map((operator) => [operator.name, operator]));
/** Of two numbers, how they stand to each other decides these. */
const comparing: ReadonlySet<string> = new Set([
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
]);

/**
 * The table of a policy that is decided by standard operators; undefined where its decisions depend on more than which tests hold, what
 * events take, which of two numbers is greater and which dates have come, or where there are too many.
 */
export function planDecisionTable(
  { policy, parameters, reads }: CompiledPolicy,
  catalogue: FactCatalogue,
  indexOf: (name: string) => number,
): DecisionTable | undefined {
  const dating = datingOf(policy, catalogue, indexOf);
  if (dating === null || reads.length > mostFacts) return undefined;
  const { rules, options } = plainRules(policy, parameters, catalogue);
  const roots = [...rules.map(({ conditions }) => conditions), ...Object.values(options.conditions)];
  const leaves = roots.flatMap((root) => [...leavesOf(root)].map(({ leaf }) => leaf));
  const compared = new Map<string, ComparedFacts>();
  for (const leaf of leaves) {
    const other = comparedWith(leaf);
    if (other !== undefined) compared.set(`${leaf.fact} ${other}`, { left: indexOf(leaf.fact), right: indexOf(other) });
  }
  const taken = new Set(policy.rules.flatMap(({ event }) => factReferences(event.params)));
  const facts: TestedFact[] = [];
  for (const name of reads) {
    // Whether a fact is there is told anyway.
    const own = leaves.filter((leaf) => leaf.fact === name && leaf.operator !== "isPresent" && comparedWith(leaf) === undefined);
    const distinct = new Map(own.map((leaf) => [JSON.stringify([leaf.operator, leaf.value]), leaf]));
    const tests = [...distinct.values()].map(testOf);
    if (tests.includes(undefined) || tests.length > mostTests) return undefined;
    const takesLists = own.every(({ operator }) => operators.get(operator)?.answers === "anyFacts");
    facts.push(new TestedFact({ index: indexOf(name), tests: tests as FactTest[], takesLists, isTaken: taken.has(name) }));
  }
  return new DecisionTable({ facts, compared: [...compared.values()], dating });
}

/** What dates a policy; undefined for nothing, and null for dates of a zone, or of facts that aren't instants, or too many. */
function datingOf(policy: Policy, catalogue: FactCatalogue, indexOf: (name: string) => number): Dating | undefined | null {
  const facts = dateFacts(policy);
  if (facts.length === 0) return undefined;
  if ((policy.zone ?? "UTC") !== "UTC" || !facts.every((name) => name === "now" || catalogue[name]?.kind === "instant")) return null;
  const bounds = policy.rules.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
  const days = [...new Set(bounds.filter((day) => day !== undefined))].sort();
  return days.length > mostDays ? null : { indices: facts.map(indexOf), days };
}

/** The other fact that a leaf compares its own with, as numbers. */
function comparedWith(leaf: WrittenLeaf): string | undefined {
  const { operator, value } = leaf;
  if (!comparing.has(operator) || !isPlain(leaf) || typeof value !== "object" || value === null) return undefined;
  const { fact, ...more } = value as { readonly fact?: unknown };
  return typeof fact === "string" && Object.keys(more).length === 0 ? fact : undefined;
}

type WrittenLeaf = Leaf & { readonly params?: unknown };

function isPlain({ path, params }: WrittenLeaf): boolean {
  return path === undefined && params === undefined;
}

/** What one leaf tests of its fact; undefined where it depends on more, or may fail. */
function testOf(leaf: WrittenLeaf): FactTest | undefined {
  const operator = operators.get(leaf.operator);
  const { value } = leaf;
  const isConstant = typeof value !== "object" || value === null || Array.isArray(value);
  if (operator === undefined || !isConstant || !isPlain(leaf)) return undefined;
  const isList = (operator.name === "in" || operator.name === "notIn") && Array.isArray(value);
  if ((operator.answers === undefined && !isList) || operator.checkValue?.(value) !== undefined) return undefined;
  return operator.prepare?.(value) ?? ((fact) => operator.evaluate(fact, value));
}

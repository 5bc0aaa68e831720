import type { FactCatalogue } from "../facts/fact-definition.js";
import { leavesOf, type Leaf } from "../rules/check/walk-conditions.js";
import { dateFacts } from "../rules/decide/effective-dates.js";
import { defaultOperators } from "../rules/operators/default-operators.js";
import { factReferences, plainRules } from "../rules/plain-rules.js";
import type { Policy } from "../rules/policy.js";
import { ComparedFacts } from "./compared-facts.js";
import { DatedRules } from "./dated-rules.js";
import { DecisionTable } from "./decision-table.js";
import type { KeyPart } from "./key-part.js";
import { numberComparisons } from "./number-comparisons.js";
import { orderedBounds } from "./ordered-bounds.js";
import type { PlainlyCompiled } from "./plainly-compiled.js";
import { mostTests, TestedFact, type FactTest } from "./tested-fact.js";

const mostFacts = 64;
const mostDays = 255;

const operators = new Map(defaultOperators.map((operator) => [operator.name, operator]));

/**
 * The table of a policy that is decided by standard operators; undefined where its decisions depend on more than which tests hold, what
 * events take, which of two numbers is greater and which dates have come, or where there are too many.
 */
export function planDecisionTable(
  { policy, parameters, reads }: PlainlyCompiled & { readonly reads: readonly string[] },
  catalogue: FactCatalogue,
  indexOf: (name: string) => number,
): DecisionTable | undefined {
  const dated = datesOf(policy, catalogue, indexOf);
  if (dated === null || reads.length > mostFacts) return undefined;
  const { rules, options } = plainRules(policy, parameters, catalogue);
  const roots = [...rules.map(({ conditions }) => conditions), ...Object.values(options.conditions)];
  const leaves = roots.flatMap((root) => [...leavesOf(root)].map(({ leaf }) => leaf)).filter((leaf) => !asksForPresence(leaf));
  // A parameter on the left is read by name, and has no slot.
  if (leaves.some(({ fact }) => !reads.includes(fact))) return undefined;
  const taken = new Set(policy.rules.flatMap(({ event }) => factReferences(event.params)));
  const tested: TestedFact[] = [];
  for (const name of reads) {
    const own = leaves.filter((leaf) => leaf.fact === name);
    const single = own.filter((leaf) => comparedWith(leaf) === undefined);
    const tests = single.map(testOf);
    if (tests.includes(undefined)) return undefined;
    const distinct = new Map(single.map(({ operator, value }, at) => [testKey(operator, value), tests[at] as FactTest]));
    if (distinct.size > mostTests) return undefined;
    const takesLists = own.every((leaf) => comparedWith(leaf) === undefined && operators.get(leaf.operator)?.answers === "anyFacts");
    const bounds = orderedBounds(single);
    tested.push(new TestedFact({ index: indexOf(name), tests: [...distinct.values()], takesLists, isTaken: taken.has(name), bounds }));
  }
  const pairs = new Map<string, KeyPart>();
  for (const leaf of leaves) {
    const other = comparedWith(leaf);
    if (other !== undefined) pairs.set(JSON.stringify([leaf.fact, other]), new ComparedFacts(indexOf(leaf.fact), indexOf(other)));
  }
  if (pairs.size > mostFacts) return undefined;
  return new DecisionTable(tested, [...pairs.values(), ...(dated === undefined ? [] : [dated])], taken.size > 0);
}

/** Whether a leaf asks no more than whether its fact is there, which every part of a key tells. */
function asksForPresence(leaf: WrittenLeaf): boolean {
  return leaf.operator === "isPresent" && isPlain(leaf) && typeof leaf.value === "boolean";
}

/** The same for all tests of one operator with one constant. Constants are JSON, or undefined. */
function testKey(operator: string, value: unknown): string {
  return JSON.stringify(value === undefined ? [operator] : [operator, value]);
}

/** What dates a policy; undefined for nothing, and null for dates of a zone, or of facts that aren't instants, or too many. */
function datesOf(policy: Policy, catalogue: FactCatalogue, indexOf: (name: string) => number): DatedRules | undefined | null {
  const facts = dateFacts(policy);
  if (facts.length === 0) return undefined;
  if ((policy.zone ?? "UTC") !== "UTC" || !facts.every((name) => name === "now" || catalogue[name]?.kind === "instant")) return null;
  const bounds = policy.rules.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
  const days = [...new Set(bounds.filter((day) => day !== undefined))].sort();
  return days.length > mostDays ? null : new DatedRules(facts.map(indexOf), days);
}

/** The other fact that a leaf compares its own with, as numbers. */
function comparedWith(leaf: WrittenLeaf): string | undefined {
  const { operator, value } = leaf;
  if (!numberComparisons.has(operator) || !isPlain(leaf) || typeof value !== "object" || value === null) return undefined;
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

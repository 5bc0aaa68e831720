import type { FactCatalogue } from "../facts/fact-definition.js";
import { readsFacts } from "../rules/check/check-policy.js";
import { leavesOf, type Leaf } from "../rules/check/walk-conditions.js";
import type { CompiledPolicy } from "../rules/compile-policy.js";
import type { Decision } from "../rules/decide/decision.js";
import { dateFacts } from "../rules/decide/effective-dates.js";
import { defaultOperators } from "../rules/operators/default-operators.js";
import { plainRules } from "../rules/plain-rules.js";
import type { Policy } from "../rules/policy.js";

/** A decision as it is kept, and the slots of the facts it misses. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly missing: readonly number[];
}

/** The tests that a policy makes of one fact. */
interface TestedFact {
  readonly index: number;
  readonly tests: readonly FactTest[];
  /** How many bits it takes to say which of them hold, and whether the fact is there. */
  readonly width: number;
  /** Whether lists can be tested as well as single values. */
  readonly takesLists: boolean;
  /** The bits of texts that came before. */
  readonly ofTexts: Map<string, number>;
}

type FactTest = (value: unknown) => boolean;

/** What dates a policy: the first instant known at these slots, and the days on which rules begin and end, in order. */
interface Dating {
  readonly indices: readonly number[];
  readonly days: readonly string[];
  readonly width: number;
}

const mostBits = 30;
const mostDecisions = 2_048;
const mostTexts = 256;
const longestText = 64;
/** The key of facts whose tests can't be told beforehand. */
export const noKey = -1;

const operators = new Map(defaultOperators.map((operator) => [operator.name, operator]));

/**
 * What a policy decided before, by which of its tests hold. A policy of few tests decides all cases alike in few ways: each of them is
 * decided once, and looked up from then on.
 */
export class DecisionTable {
  readonly #facts: readonly TestedFact[];
  readonly #dating: Dating | undefined;
  readonly #decisions = new Map<number, KeptDecision>();

  constructor(facts: readonly TestedFact[], dating: Dating | undefined) {
    this.#facts = facts;
    this.#dating = dating;
  }

  /** Which tests hold of facts, by their slots; `noKey` where that can't be told without the policy. */
  keyOf(values: readonly unknown[]): number {
    let key = this.#dating === undefined ? 0 : daysPassed(this.#dating, values);
    for (let place = 0; place < this.#facts.length; place += 1) {
      const fact = this.#facts[place] as TestedFact;
      const value = values[fact.index];
      key <<= fact.width;
      if (value === undefined) continue;
      if (typeof value === "string") key |= fact.tests.length === 0 ? 1 : (fact.ofTexts.get(value) ?? bitsOfText(fact, value));
      else if (typeof value === "object" && !(fact.takesLists && Array.isArray(value))) return noKey;
      else key |= bitsOf(fact, value);
    }
    return key;
  }

  /** What was decided where the same tests held. */
  get(key: number): KeptDecision | undefined {
    return this.#decisions.get(key);
  }

  /** Keeps a decision. There is an end to how many, whatever cases come. */
  keep(key: number, kept: KeptDecision): void {
    if (this.#decisions.size >= mostDecisions) return;
    const { decision } = kept;
    for (const part of [decision, decision.events, decision.fired, decision.lost, decision.missing]) Object.freeze(part);
    this.#decisions.set(key, kept);
  }
}

/** That a fact is there, and which of its tests hold. */
function bitsOf({ tests }: TestedFact, value: unknown): number {
  let bits = 1;
  for (let at = 0; at < tests.length; at += 1) bits = (bits << 1) | ((tests[at] as FactTest)(value) ? 1 : 0);
  return bits;
}

/** The same of a text, which mostly is one of few words. */
function bitsOfText(fact: TestedFact, text: string): number {
  const bits = bitsOf(fact, text);
  if (fact.ofTexts.size < mostTexts && text.length <= longestText) fact.ofTexts.set(text, bits);
  return bits;
}

/** How many of the days on which rules begin or end had come by the date that counts; a case without one counts like an early one. */
function daysPassed({ indices, days }: Dating, values: readonly unknown[]): number {
  for (let place = 0; place < indices.length; place += 1) {
    const at = values[indices[place] as number];
    if (typeof at !== "string") continue;
    let passed = 0;
    // Instants are in UTC here, so that their dates compare as texts do.
    while (passed < days.length && (days[passed] as string) <= at.slice(0, 10)) passed += 1;
    return passed;
  }
  return 0;
}

/**
 * The table of a policy that is decided by standard operators; undefined where its decisions depend on more than which tests hold and
 * which dates have come, such as facts in params, or where there are too many.
 */
export function decisionTable(
  { policy, parameters, reads }: CompiledPolicy,
  catalogue: FactCatalogue,
  indexOf: (name: string) => number,
): DecisionTable | undefined {
  if (policy.rules.some(({ event }) => readsFacts(event.params))) return undefined;
  const dating = datingOf(policy, catalogue, indexOf);
  if (dating === null) return undefined;
  const { rules, options } = plainRules(policy, parameters, catalogue);
  const roots = [...rules.map(({ conditions }) => conditions), ...Object.values(options.conditions)];
  const leaves = roots.flatMap((root) => [...leavesOf(root)].map(({ leaf }) => leaf));
  const facts: TestedFact[] = [];
  let bits = dating?.width ?? 0;
  for (const name of reads) {
    // Whether a fact is there is told anyway.
    const own = leaves.filter(({ fact, operator }) => fact === name && operator !== "isPresent");
    const distinct = new Map(own.map((leaf) => [JSON.stringify([leaf.operator, leaf.value]), leaf]));
    const tests = [...distinct.values()].map(testOf);
    if (tests.includes(undefined)) return undefined;
    const width = tests.length + 1;
    bits += width;
    const takesLists = own.every(({ operator }) => operators.get(operator)?.answers === "anyFacts");
    facts.push({ index: indexOf(name), tests: tests as FactTest[], width, takesLists, ofTexts: new Map() });
  }
  return bits <= mostBits ? new DecisionTable(facts, dating) : undefined;
}

/** What dates a policy; undefined for nothing, and null for dates of a zone, or of facts that aren't instants. */
function datingOf(policy: Policy, catalogue: FactCatalogue, indexOf: (name: string) => number): Dating | undefined | null {
  const facts = dateFacts(policy);
  if (facts.length === 0) return undefined;
  if ((policy.zone ?? "UTC") !== "UTC" || !facts.every((name) => name === "now" || catalogue[name]?.kind === "instant")) return null;
  const bounds = policy.rules.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
  const days = [...new Set(bounds.filter((day) => day !== undefined))].sort();
  return { indices: facts.map(indexOf), days, width: Math.ceil(Math.log2(days.length + 1)) };
}

/** What one leaf tests of its fact; undefined where it depends on more, or may fail. */
function testOf(leaf: Leaf & { readonly params?: unknown }): FactTest | undefined {
  const operator = operators.get(leaf.operator);
  const { value } = leaf;
  const isConstant = typeof value !== "object" || value === null || Array.isArray(value);
  if (operator === undefined || !isConstant || leaf.path !== undefined || leaf.params !== undefined) return undefined;
  const isList = (operator.name === "in" || operator.name === "notIn") && Array.isArray(value);
  if ((operator.answers === undefined && !isList) || operator.checkValue?.(value) !== undefined) return undefined;
  return operator.prepare?.(value) ?? ((fact) => operator.evaluate(fact, value));
}

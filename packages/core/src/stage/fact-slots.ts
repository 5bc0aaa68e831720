import { argumentInvalid } from "../errors/require-argument.js";
import type { FactDefinition, FactKind } from "../facts/fact-definition.js";
import { maximumRateAgeParameter } from "../facts/rate-age-limit.js";
import { factReader, type FactReader } from "../facts/read-fact.js";
import type { CompiledPolicy } from "../rules/compile-policy.js";
import type { DecisionTable } from "./decision-table.js";
import { NumberGroup } from "./number-group.js";
import { plainlyCompiled } from "./plainly-compiled.js";
import { planDecisionTable } from "./plan-decision-table.js";
import type { PolicySet } from "./policy-set.js";
import { quickReader, type QuickReader } from "./quick-reader.js";
import { bitsOf, makeRoom, type SlotBits } from "./slot-bits.js";
import { absentCode, ValueCodes } from "./value-codes.js";

/** A fact that policies of a set read, with its place among them. */
export interface FactSlot {
  readonly name: string;
  readonly index: number;
  readonly definition: FactDefinition | undefined;
  readonly read: FactReader;
  /** Where it reads the same for every policy, as far as was seen: how it is read quickly. */
  quick: QuickReader | undefined;
  /** Whether a value the stage gives is what rules see, whatever the policy. */
  readonly isTakenAsGiven: boolean;
  readonly codes: ValueCodes;
}

/** A policy with the slots of the facts that it reads. */
export interface SlottedPolicy {
  readonly policy: CompiledPolicy;
  readonly name: string;
  readonly currency: string | undefined;
  readonly slots: readonly FactSlot[];
  /** The bits of these slots. */
  readonly bits: SlotBits;
  /** Where it stands among the policies of the set; -1 where it doesn't. */
  readonly place: number;
  readonly table: DecisionTable | undefined;
}

/** What differs between policies, or is written anew before rules see it. */
const readAnew: readonly FactKind[] = ["money", "instant", "country", "zone"];
/** What is nearly always another text. */
const dated: readonly FactKind[] = ["instant", "date", "duration"];

/** The facts that the policies of a set read, each in a slot of its own: found once, and the same for every case. */
export class FactSlots {
  readonly #set: PolicySet;
  readonly #byName = new Map<string, FactSlot>();
  readonly #groups = new WeakMap<readonly string[], NumberGroup>();
  readonly #byDecision = new Map<string, readonly SlottedPolicy[]>();
  readonly #compiled: ReadonlyMap<string, readonly CompiledPolicy[]>;
  /** Every fact, absent. */
  readonly #noFacts: Readonly<Record<string, unknown>>;
  readonly #noBits: SlotBits = [];
  readonly #noValues: unknown[] = [];
  readonly #noCodes: number[] = [];
  /** The parameters that are not the same to every policy. */
  readonly #differing: ReadonlySet<string>;
  /** Every slot by its index: those of the stage's decisions in order of their names, then those of others. */
  readonly all: FactSlot[];
  /** How many of them are in order. */
  readonly inOrder: number;

  constructor(set: PolicySet) {
    this.#set = set;
    this.#compiled = new Map(Object.keys(set.vocabulary.decisions).map((decision) => [decision, set.policiesFor(decision)]));
    this.#differing = differingParameters([...this.#compiled.values()].flat(), set);
    const names = [...new Set([...this.#compiled.values()].flat().flatMap(({ reads }) => reads))].sort();
    this.all = [];
    for (const name of names) this.#slotFor(name);
    this.inOrder = names.length;
    // Parsed, since objects that grow key by key end as dictionaries, which are slow to read. Null is never seen.
    const empty = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<string, unknown>;
    for (const name of names) empty[name] = undefined;
    this.#noFacts = empty;
  }

  /** The facts of a case of which nothing is read yet: one object for all policies, which has every name from the start. */
  noFacts(): Record<string, unknown> {
    return { ...this.#noFacts };
  }

  /** A bit for each slot, none of them set. */
  noBits(): SlotBits {
    return this.#noBits.slice();
  }

  /** Undefined for each slot. */
  noValues(): unknown[] {
    return this.#noValues.slice();
  }

  /** The code of an absent value for each slot. */
  noCodes(): number[] {
    return this.#noCodes.slice();
  }

  /** The slot of a fact; undefined for one that no policy reads. */
  slotOf(name: string): FactSlot | undefined {
    return this.#byName.get(name);
  }

  /** The slot of a fact that a stage sets. One that no policy reads gets a slot, too, as long as the stage says of it what it is. */
  slotToSet(name: string): FactSlot | undefined {
    return this.#byName.get(name) ?? (Object.hasOwn(this.#set.vocabulary.facts, name) ? this.#slotFor(name) : undefined);
  }

  /** The slots of numbers that are known together, found once for a list of names. */
  groupOf(names: readonly string[]): NumberGroup {
    const before = this.#groups.get(names);
    if (before !== undefined) return before;
    const group = new NumberGroup(names, (name) => this.slotToSet(name));
    this.#groups.set(names, group);
    return group;
  }

  /** Whether a parameter is the same to every policy, so that a fact that takes it is, too. */
  isOfAll(parameter: string): boolean {
    return !this.#differing.has(parameter);
  }

  /** The policies of a decision, in the order they are asked. */
  policiesFor(decision: string): readonly SlottedPolicy[] {
    return this.#byDecision.get(decision) ?? this.#slottedFor(decision);
  }

  #slottedFor(decision: string): readonly SlottedPolicy[] {
    const compiled = this.#compiled.get(decision) ?? this.#set.policiesFor(decision);
    const policies = compiled.map((policy) => this.#slotted(policy));
    this.#byDecision.set(decision, policies);
    return policies;
  }

  #slotted(policy: CompiledPolicy): SlottedPolicy {
    const slots = policy.reads.map((name) => this.#slotFor(name));
    const { policy: name, currency } = policy.policy;
    const { facts } = this.#set.vocabulary;
    const plain = plainlyCompiled(policy);
    return {
      policy,
      name,
      currency,
      slots,
      bits: bitsOf(slots.map(({ index }) => index)),
      place: this.#set.policies.findIndex((each) => each.policy === name),
      table: plain && planDecisionTable({ ...plain, reads: policy.reads }, facts, (fact) => this.#slotFor(fact).index),
    };
  }

  #slotFor(name: string): FactSlot {
    const before = this.#byName.get(name);
    if (before !== undefined) return before;
    const { facts } = this.#set.vocabulary;
    const definition = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const isTakenAsGiven = name !== "now" && !readAnew.includes(definition?.kind ?? "any");
    const index = this.all.length;
    const slot = {
      name,
      index,
      definition,
      read: factReader(name, definition),
      quick: quickReader(name, definition),
      isTakenAsGiven,
      codes: new ValueCodes(!dated.includes(definition?.kind ?? "any")),
    };
    this.#byName.set(name, slot);
    this.all.push(slot);
    this.#noValues.push(undefined);
    this.#noCodes.push(absentCode);
    makeRoom(this.#noBits, this.all.length);
    return slot;
  }
}

function differingParameters(policies: readonly CompiledPolicy[], set: PolicySet): ReadonlySet<string> {
  // How old rates may be a policy says for itself alone.
  const differing = new Set<string>([maximumRateAgeParameter]);
  for (const { parameters } of policies)
    for (const [name, value] of Object.entries(parameters)) if (!Object.is(value, set.parameter(name))) differing.add(name);
  return differing;
}

const known = new WeakMap<PolicySet, FactSlots>();

/** The slots of a policy set, found once. */
export function factSlotsOf(set: PolicySet): FactSlots {
  const before = known.get(set);
  if (before !== undefined) return before;
  // Stages take lists of policies as well, and hand on whatever else they are given.
  if (typeof (set as Partial<PolicySet> | null)?.policiesFor !== "function")
    throw argumentInvalid(set, "policySet", "policies in a list, or what compilePolicySet makes of them");
  const slots = new FactSlots(set);
  known.set(set, slots);
  return slots;
}

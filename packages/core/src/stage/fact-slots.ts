import type { FactDefinition } from "../facts/fact-definition.js";
import { factReader, type FactReader } from "../facts/read-fact.js";
import type { CompiledPolicy } from "../rules/compile-policy.js";
import type { PolicySet } from "./policy-set.js";

/** A fact that policies of a set read, with its place among them. */
export interface FactSlot {
  readonly name: string;
  readonly index: number;
  readonly definition: FactDefinition | undefined;
  readonly read: FactReader;
}

/** The facts that the policies of a set read, each in a slot of its own: found once, and the same for every case. */
export class FactSlots {
  readonly #set: PolicySet;
  readonly #byName = new Map<string, FactSlot>();
  readonly #byPolicy = new WeakMap<CompiledPolicy, readonly FactSlot[]>();

  constructor(set: PolicySet) {
    this.#set = set;
    for (const decision of Object.keys(set.vocabulary.decisions)) for (const policy of set.policiesFor(decision)) this.slotsOf(policy);
  }

  /** How many there are. */
  get count(): number {
    return this.#byName.size;
  }

  /** The slot of a fact; undefined for one that no policy reads. */
  slotOf(name: string): FactSlot | undefined {
    return this.#byName.get(name);
  }

  /** The slots of the facts that a policy reads. */
  slotsOf(policy: CompiledPolicy): readonly FactSlot[] {
    const before = this.#byPolicy.get(policy);
    if (before !== undefined) return before;
    const slots = policy.reads.map((name) => this.#slotFor(name));
    this.#byPolicy.set(policy, slots);
    return slots;
  }

  #slotFor(name: string): FactSlot {
    const before = this.#byName.get(name);
    if (before !== undefined) return before;
    const { facts } = this.#set.vocabulary;
    const definition = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const slot = { name, index: this.#byName.size, definition, read: factReader(name, definition) };
    this.#byName.set(name, slot);
    return slot;
  }
}

const known = new WeakMap<PolicySet, FactSlots>();

/** The slots of a policy set, found once. */
export function factSlotsOf(set: PolicySet): FactSlots {
  const before = known.get(set);
  if (before !== undefined) return before;
  const slots = new FactSlots(set);
  known.set(set, slots);
  return slots;
}

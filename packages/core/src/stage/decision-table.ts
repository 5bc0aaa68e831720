import type { Decision } from "../rules/decide/decision.js";
import { AlikeDecisions } from "./alike-decisions.js";
import { noClass, type KeyPart } from "./key-part.js";
import { KeyPlaces } from "./key-places.js";
import { RecurringKeys } from "./recurring-keys.js";
import type { SlotBits } from "./slot-bits.js";
import type { TestedFact } from "./tested-fact.js";
import { absentCode, singleCode } from "./value-codes.js";

/** A decision as it is kept, the bits of the slots of the facts it misses, and the names of the rules that decided it. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly missing: SlotBits;
  readonly rules: readonly string[];
}

/** So many cases that a policy tells apart are kept, and so many decisions that differ. */
export const mostCases = 16_384;
export const mostDecisions = 4_096;
/** A code of a value is a byte. */
const codes = 256;
/** The prime of the 32-bit FNV hash. */
const scatter = 0x01000193;

/**
 * What a policy decided before, by the classes of its facts. Cases whose facts are of the same classes are decided alike: two of them are
 * decided, and the others looked up. The first one is only noted, since many cases are like no other.
 */
export class DecisionTable {
  readonly #facts: readonly TestedFact[];
  readonly #others: readonly KeyPart[];
  /** The slot of each fact. */
  readonly #slots: readonly number[];
  /** Of each fact, by the code of its value: its class, and 0 where nobody asked before. */
  readonly #classes: Uint8Array;
  readonly #places: KeyPlaces;
  readonly #kept: KeptDecision[] = [];
  readonly #alike: AlikeDecisions;
  readonly #recurring = new RecurringKeys();
  /** The key of the case that was read last: its classes, four in a word. */
  readonly #key: Int32Array;
  #hash = 0;
  #isReading = false;

  constructor(facts: readonly TestedFact[], others: readonly KeyPart[], takesFacts: boolean) {
    this.#facts = facts;
    this.#alike = new AlikeDecisions(takesFacts);
    this.#others = others;
    this.#slots = facts.map(({ index }) => index);
    this.#classes = new Uint8Array(facts.length * codes);
    // Whatever is there is alike to who asks for no more; what compares it with another fact has a part of the key of its own.
    for (const [at, { isOnlyPresent }] of facts.entries())
      if (isOnlyPresent) this.#classes.fill(1, at * codes + absentCode + 1, at * codes + singleCode + 1);
    this.#key = new Int32Array((facts.length + others.length + 3) >> 2);
    this.#places = new KeyPlaces(this.#key.length);
  }

  /** What was decided for facts of the same classes, by their slots: their values, and the codes of these. */
  get(values: readonly unknown[], valueCodes: readonly number[]): KeptDecision | undefined {
    if (!this.#read(values, valueCodes)) return undefined;
    const place = this.#places.placeOf(this.#key, this.#hash);
    return place < 0 ? undefined : this.#kept[place];
  }

  /** Whether the decision for facts is worth keeping: others were like them. */
  isWanted(values: readonly unknown[], valueCodes: readonly number[]): boolean {
    return this.#read(values, valueCodes) && this.#recurring.isRecurring(this.#hash);
  }

  /**
   * Keeps what was decided for the facts that `isWanted` was asked of last, and gives what is kept of it. There is an end to how much,
   * whatever cases come.
   */
  keep(kept: KeptDecision): KeptDecision {
    const isFull = this.#places.count >= mostCases || this.#alike.count >= mostDecisions;
    if (isFull && this.#places.placeOf(this.#key, this.#hash) < 0) {
      this.#places.forget();
      this.#kept.length = 0;
      this.#alike.forget();
    }
    const shared = this.#alike.shared(kept);
    this.#kept[this.#places.placed(this.#key, this.#hash)] = shared;
    return shared;
  }

  /** Reads the key of a case; false where it can't be told without the policy. */
  #read(values: readonly unknown[], valueCodes: readonly number[]): boolean {
    // A list of the host's own making may ask the same policy while it is tested.
    if (this.#isReading) return false;
    this.#isReading = true;
    try {
      return this.#readKey(values, valueCodes);
    } finally {
      this.#isReading = false;
    }
  }

  #readKey(values: readonly unknown[], valueCodes: readonly number[]): boolean {
    const slots = this.#slots;
    const classes = this.#classes;
    const others = this.#others;
    const key = this.#key;
    let word = 0;
    let hash = 0;
    let at = 0;
    for (; at < slots.length; at += 1) {
      const code = valueCodes[slots[at] as number] as number;
      let found = classes[at * codes + code] as number;
      if (found === 0 && code !== absentCode) found = this.#classOf(at, code, values);
      if (found === noClass) return false;
      word = (word << 8) | found;
      hash = Math.imul(hash ^ found, scatter);
      // Each word is written when it is full, and the last one also where it isn't.
      if ((at & 3) === 3) key[at >> 2] = word;
    }
    for (let other = 0; other < others.length; other += 1) {
      const found = (others[other] as KeyPart).classIn(values);
      if (found === noClass) return false;
      word = (word << 8) | found;
      hash = Math.imul(hash ^ found, scatter);
      if ((at & 3) === 3) key[at >> 2] = word;
      at += 1;
    }
    if ((at & 3) !== 0) key[at >> 2] = word;
    this.#hash = hash ^ (hash >>> 15);
    return true;
  }

  /** The class of a fact's value, which is noted where the code says which value it is. */
  #classOf(at: number, code: number, values: readonly unknown[]): number {
    const found = (this.#facts[at] as TestedFact).classIn(values);
    if (found !== noClass && code < singleCode) this.#classes[at * codes + code] = found;
    return found;
  }
}

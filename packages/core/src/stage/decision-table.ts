import type { Decision } from "../rules/decide/decision.js";
import { AlikeDecisions, frozen } from "./alike-decisions.js";
import { noClass, type KeyPart } from "./key-part.js";
import { RecurringKeys } from "./recurring-keys.js";
import type { SlotBits } from "./slot-bits.js";
import type { TestedFact } from "./tested-fact.js";
import { absentCode, singleCode } from "./value-codes.js";

/** A decision as it is kept, and the bits of the slots of the facts it misses. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly missing: SlotBits;
}

export const mostDecisions = 16_384;
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
  /** By the hash of a key: the place of its decision. */
  readonly #places = new Map<number, number>();
  readonly #kept: KeptDecision[] = [];
  /** Undefined where events take values of facts, which need be no JSON. */
  readonly #alike: AlikeDecisions | undefined;
  /** By place: the words of the key. */
  #keys: Int32Array = new Int32Array(0);
  readonly #recurring = new RecurringKeys();
  /** The key of the case that was read last: its classes, four in a word. */
  readonly #key: Int32Array;
  #hash = 0;
  #isReading = false;

  constructor(facts: readonly TestedFact[], others: readonly KeyPart[], takesFacts: boolean) {
    this.#facts = facts;
    this.#alike = takesFacts ? undefined : new AlikeDecisions();
    this.#others = others;
    this.#slots = facts.map(({ index }) => index);
    this.#classes = new Uint8Array(facts.length * codes);
    // Whatever is there is alike to who asks for no more; what compares it with another fact has a part of the key of its own.
    for (const [at, { isOnlyPresent }] of facts.entries())
      if (isOnlyPresent) this.#classes.fill(1, at * codes + absentCode + 1, at * codes + singleCode + 1);
    this.#key = new Int32Array((facts.length + others.length + 3) >> 2);
  }

  /** What was decided for facts of the same classes, by their slots: their values, and the codes of these. */
  get(values: readonly unknown[], valueCodes: readonly number[]): KeptDecision | undefined {
    if (!this.#read(values, valueCodes)) return undefined;
    const place = this.#places.get(this.#hash);
    if (place === undefined) return undefined;
    const key = this.#key;
    const keys = this.#keys;
    const start = place * key.length;
    for (let at = 0; at < key.length; at += 1) if (keys[start + at] !== key[at]) return undefined;
    return this.#kept[place];
  }

  /** Whether the decision for facts is worth keeping: others were like them. */
  isWanted(values: readonly unknown[], valueCodes: readonly number[]): boolean {
    return this.#read(values, valueCodes) && this.#recurring.isRecurring(this.#hash);
  }

  /** Keeps what was decided for the facts that `isWanted` was asked of last. There is an end to how much, whatever cases come. */
  keep(kept: KeptDecision): void {
    if (this.#kept.length >= mostDecisions && !this.#places.has(this.#hash)) {
      this.#places.clear();
      this.#kept.length = 0;
      this.#alike?.forget();
    }
    const place = this.#places.get(this.#hash) ?? this.#kept.length;
    this.#places.set(this.#hash, place);
    this.#kept[place] = this.#alike?.shared(kept) ?? frozen(kept);
    const start = place * this.#key.length;
    if (start + this.#key.length > this.#keys.length) this.#keys = doubled(this.#keys, 16 * this.#key.length);
    this.#keys.set(this.#key, start);
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

function doubled(words: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, words.length * 2));
  more.set(words);
  return more;
}

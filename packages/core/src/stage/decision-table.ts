import { freezeDeeply } from "../rules/built/freeze-deeply.js";
import type { Decision } from "../rules/decide/decision.js";
import { RecurringKeys } from "./recurring-keys.js";
import { absent, noClass, type TestedFact } from "./tested-fact.js";

/** A decision as it is kept, and the slots of the facts it misses. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly missing: readonly number[];
}

/** Two numbers that a policy compares with each other, by their slots. */
export interface ComparedFacts {
  readonly left: number;
  readonly right: number;
}

/** What dates a policy: the first instant known at these slots, and the days on which rules begin and end, in order. */
export interface Dating {
  readonly indices: readonly number[];
  readonly days: readonly string[];
}

/** What a policy can tell cases apart by. */
export interface TableParts {
  readonly facts: readonly TestedFact[];
  readonly compared: readonly ComparedFacts[];
  readonly dating: Dating | undefined;
}

export const mostDecisions = 4_096;
/** The prime of the 32-bit FNV hash. */
const scatter = 0x01000193;

/**
 * What a policy decided before, by the classes of its facts. Cases whose facts are of the same classes are decided alike: two of them are
 * decided, and the others looked up. The first one is only noted, since many cases are like no other.
 */
export class DecisionTable {
  readonly #facts: readonly TestedFact[];
  readonly #compared: readonly ComparedFacts[];
  readonly #dating: Dating | undefined;
  /** Where the decision of each hash is kept, and the words of its key. */
  readonly #places = new Map<number, number>();
  readonly #kept: KeptDecision[] = [];
  #keys: Int32Array = new Int32Array(0);
  readonly #recurring = new RecurringKeys();
  /** The key of the case that was read last: its classes, four in a word. */
  readonly #key: Int32Array;
  #hash = 0;
  #isReading = false;

  constructor({ facts, compared, dating }: TableParts) {
    this.#facts = facts;
    this.#compared = compared;
    this.#dating = dating;
    const classes = facts.length + compared.length + (dating === undefined ? 0 : 1);
    this.#key = new Int32Array((classes + 3) >> 2);
  }

  /** What was decided for facts, by their slots, of the same classes. */
  get(values: readonly unknown[]): KeptDecision | undefined {
    if (!this.#read(values)) return undefined;
    const place = this.#places.get(this.#hash);
    if (place === undefined) return undefined;
    const key = this.#key;
    const keys = this.#keys;
    const start = place * key.length;
    for (let at = 0; at < key.length; at += 1) if (keys[start + at] !== key[at]) return undefined;
    return this.#kept[place];
  }

  /** Whether the decision for facts is worth keeping: others were like them. */
  isWanted(values: readonly unknown[]): boolean {
    return this.#read(values) && this.#recurring.isRecurring(this.#hash);
  }

  /** Keeps what was decided for the facts that `isWanted` was asked of last. There is an end to how much, whatever cases come. */
  keep(kept: KeptDecision): void {
    if (this.#kept.length >= mostDecisions) {
      this.#places.clear();
      this.#kept.length = 0;
    }
    const { decision } = kept;
    for (const { event } of decision.fired) freezeDeeply(event);
    for (const part of [decision, decision.events, decision.fired, decision.lost, decision.missing]) Object.freeze(part);
    const place = this.#places.get(this.#hash) ?? this.#kept.length;
    this.#places.set(this.#hash, place);
    this.#kept[place] = kept;
    const start = place * this.#key.length;
    if (start >= this.#keys.length) this.#keys = doubled(this.#keys, 16 * this.#key.length);
    this.#keys.set(this.#key, start);
  }

  /** Reads the key of a case; false where it can't be told without the policy. */
  #read(values: readonly unknown[]): boolean {
    // A list of the host's own making may ask the same policy while it is tested.
    if (this.#isReading) return false;
    this.#isReading = true;
    try {
      return this.#readKey(values);
    } finally {
      this.#isReading = false;
    }
  }

  #readKey(values: readonly unknown[]): boolean {
    const facts = this.#facts;
    const key = this.#key;
    let place = 0;
    let word = 0;
    let hash = 0;
    for (let at = 0; at < facts.length; at += 1) {
      const fact = facts[at] as TestedFact;
      const found = fact.classOf(values[fact.index]);
      if (found === noClass) return false;
      word = (word << 8) | found;
      hash = Math.imul(hash ^ found, scatter);
      if ((at & 3) === 3) {
        key[place] = word;
        place += 1;
      }
    }
    let at = facts.length;
    for (const pair of this.#compared) {
      const found = classOfPair(pair, values);
      if (found === noClass) return false;
      word = (word << 8) | found;
      hash = Math.imul(hash ^ found, scatter);
      if ((at & 3) === 3) {
        key[place] = word;
        place += 1;
      }
      at += 1;
    }
    if (this.#dating !== undefined) {
      const passed = daysPassed(this.#dating, values);
      word = (word << 8) | passed;
      hash = Math.imul(hash ^ passed, scatter);
    }
    // The last word has what the last full one doesn't, and more of it.
    key[key.length - 1] = word;
    this.#hash = hash ^ (hash >>> 15);
    return true;
  }
}

/** How two numbers stand to each other. Whether each is there is told anyway. */
function classOfPair(pair: ComparedFacts, values: readonly unknown[]): number {
  const left = values[pair.left];
  const right = values[pair.right];
  if (left === undefined || right === undefined) return absent;
  if (typeof left !== "number" || typeof right !== "number") return noClass;
  if (left < right) return 1;
  if (left > right) return 3;
  return left === right ? 2 : noClass;
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

function doubled(words: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, words.length * 2));
  more.set(words);
  return more;
}

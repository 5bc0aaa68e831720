import { absent, noClass, type KeyPart } from "./key-part.js";
import { placeAmong } from "./ordered-bounds.js";

/** Whether one test of a policy holds of a fact. */
export type FactTest = (value: unknown) => boolean;

/** How a policy looks at one fact. */
export interface FactUse {
  /** The slot of the fact. */
  readonly index: number;
  readonly tests: readonly FactTest[];
  /** Whether lists can be tested as well as single values. */
  readonly takesLists: boolean;
  /** Whether events take its value, so that two values are told apart though they pass the same tests. */
  readonly isTaken: boolean;
  /** What tells all about a number, where so much does. */
  readonly bounds?: readonly number[] | undefined;
}

/** A class fits a byte. */
const mostClasses = 255;
const longestText = 64;
/** As many tests as bits that can be told apart by number. */
export const mostTests = 30;

/** The values of one fact, in classes that a policy can't tell apart: those of one class pass the same tests. */
export class TestedFact implements KeyPart {
  /** The slot of the fact. */
  readonly index: number;
  readonly #tests: readonly FactTest[];
  readonly #takesLists: boolean;
  readonly #isTaken: boolean;
  readonly #bounds: readonly number[] | undefined;
  /** By place among the bounds: the class of numbers there, and 0 where none came before. */
  readonly #ofPlaces: number[];
  /** Whether a policy asks no more than whether it is there. */
  readonly isOnlyPresent: boolean;
  /** The classes by which tests hold, or by value where events take it. */
  readonly #classes = new Map<unknown, number>();

  constructor({ index, tests, takesLists, isTaken, bounds }: FactUse) {
    this.index = index;
    this.#tests = tests;
    this.#takesLists = takesLists;
    this.#isTaken = isTaken;
    this.#bounds = isTaken ? undefined : bounds;
    this.#ofPlaces = new Array<number>(2 * (bounds?.length ?? 0) + 1).fill(0);
    this.isOnlyPresent = tests.length === 0 && !isTaken;
  }

  classIn(values: readonly unknown[]): number {
    const value = values[this.index];
    if (value === undefined) return absent;
    if (typeof value === "number" && this.#bounds !== undefined && !Number.isNaN(value)) return this.#classAmong(this.#bounds, value);
    if (isSingle(value)) return this.isOnlyPresent ? 1 : this.#numbered(value);
    return this.#takesLists && isPlainList(value) ? this.#numbered(value) : noClass;
  }

  #classAmong(bounds: readonly number[], value: number): number {
    const place = placeAmong(bounds, value);
    const before = this.#ofPlaces[place] as number;
    if (before !== 0) return before;
    const found = this.#numbered(value);
    if (found !== noClass) this.#ofPlaces[place] = found;
    return found;
  }

  #numbered(value: unknown): number {
    const key = this.#isTaken ? value : this.#bitsOf(value);
    // A map takes -0 for 0.
    if (typeof key === "object" || Object.is(key, -0)) return noClass;
    const before = this.#classes.get(key);
    if (before !== undefined) return before;
    if (this.#classes.size >= mostClasses || (typeof key === "string" && key.length > longestText)) return noClass;
    const next = this.#classes.size + 1;
    this.#classes.set(key, next);
    return next;
  }

  #bitsOf(value: unknown): number {
    let bits = 0;
    for (const test of this.#tests) bits = (bits << 1) | (test(value) ? 1 : 0);
    return bits;
  }
}

function isSingle(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A list with a member `then` is a promise to the engine. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !("then" in value);
}

import { absent, noClass, type KeyPart } from "./key-part.js";

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
}

/** A class fits a byte. */
const mostClasses = 255;
const mostNumbers = 128;
const mostTexts = 256;
const longestText = 64;
/** As many tests as bits that can be told apart by number. */
export const mostTests = 30;

/** The values of one fact, in classes that a policy can't tell apart: those of one class pass the same tests. */
export class TestedFact implements KeyPart {
  readonly #index: number;
  readonly #tests: readonly FactTest[];
  readonly #takesLists: boolean;
  readonly #isTaken: boolean;
  /** Whether a policy asks no more than whether it is there. */
  readonly #isOnlyPresent: boolean;
  /** The classes by which tests hold, or by value where events take it. */
  readonly #classes = new Map<unknown, number>();
  /** The classes of small whole numbers, and of texts, that came before. */
  readonly #ofNumbers = new Uint8Array(mostNumbers);
  readonly #ofTexts = new Map<string, number>();
  #ofTrue: number | undefined;
  #ofFalse: number | undefined;

  constructor({ index, tests, takesLists, isTaken }: FactUse) {
    this.#index = index;
    this.#tests = tests;
    this.#takesLists = takesLists;
    this.#isTaken = isTaken;
    this.#isOnlyPresent = tests.length === 0 && !isTaken;
  }

  classIn(values: readonly unknown[]): number {
    const value = values[this.#index];
    if (value === undefined) return absent;
    if (this.#isOnlyPresent && isSingle(value)) return 1;
    if (typeof value === "number") return (isSmall(value) && this.#ofNumbers[value]) || this.#classOfNumber(value);
    if (typeof value === "string") return this.#ofTexts.get(value) ?? this.#classOfText(value);
    if (typeof value === "boolean") return value ? (this.#ofTrue ??= this.#numbered(true)) : (this.#ofFalse ??= this.#numbered(false));
    return this.#takesLists && isPlainList(value) ? this.#numbered(value) : noClass;
  }

  #classOfNumber(value: number): number {
    const numbered = this.#numbered(value);
    if (numbered !== noClass && isSmall(value)) this.#ofNumbers[value] = numbered;
    return numbered;
  }

  #classOfText(text: string): number {
    const numbered = this.#numbered(text);
    if (numbered !== noClass && this.#ofTexts.size < mostTexts && text.length <= longestText) this.#ofTexts.set(text, numbered);
    return numbered;
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

function isSmall(value: number): boolean {
  return (value | 0) === value && value >= 0 && value < mostNumbers && !Object.is(value, -0);
}

function isSingle(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A list with a member `then` is a promise to the engine. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !("then" in value);
}

/** The code of an absent value. */
export const absentCode = 0;
/** The code of a single value that no other code tells, and of anything else: what they are says only the value. */
export const singleCode = 254;
export const otherCode = 255;

const firstNumber = 1;
const mostNumbers = 128;
const codeOfFalse = firstNumber + mostNumbers;
const codeOfTrue = codeOfFalse + 1;
const firstWord = codeOfTrue + 1;
const longestWord = 64;

/** Items of lists are numbered in six bits, and a list of them in a whole number that every engine has for small. */
const mostItems = 63;
const itemBits = 6;
const longestList = 5;

/** Numbers the values of one fact, so that each is looked up once in a case and not for every policy. Equal codes are equal values. */
export class ValueCodes {
  /** By word, and by the numbers of a list's items. */
  readonly #codes = new Map<string | number, number>();
  readonly #items = new Map<string, number>();
  readonly #tellsWords: boolean;
  #next = firstWord;

  /** Where a fact's texts are instants and the like, each another one, they aren't told apart. */
  constructor(tellsWords: boolean) {
    this.#tellsWords = tellsWords;
  }

  /** The code of a value, from 0 to 255. Lists are plain ones, which hold no other items tomorrow. */
  codeOf(value: unknown): number {
    if (typeof value === "string") return this.#tellsWords ? (this.#codes.get(value) ?? this.#numbered(value, value)) : singleCode;
    if (value === undefined) return absentCode;
    if (typeof value === "boolean") return value ? codeOfTrue : codeOfFalse;
    if (typeof value === "number") return codeOfNumber(value);
    return Array.isArray(value) ? this.#codeOfList(value) : otherCode;
  }

  #codeOfList(list: readonly unknown[]): number {
    if (list.length > longestList) return otherCode;
    let key = 0;
    for (let at = 0; at < list.length; at += 1) {
      const item = list[at];
      if (typeof item !== "string") return otherCode;
      const number = this.#items.get(item) ?? this.#numberOf(item);
      if (number === undefined) return otherCode;
      key = (key << itemBits) | number;
    }
    return this.#codes.get(key) ?? this.#numbered(key);
  }

  #numberOf(item: string): number | undefined {
    if (this.#items.size >= mostItems || item.length > longestWord) return undefined;
    const number = this.#items.size + 1;
    this.#items.set(item, number);
    return number;
  }

  /** There is an end to how many are told apart, whatever cases come. */
  #numbered(key: string | number, word = ""): number {
    if (this.#next >= singleCode || word.length > longestWord) return typeof key === "string" ? singleCode : otherCode;
    this.#codes.set(key, this.#next);
    return this.#next++;
  }
}

/** The code of a number, the same for every fact. */
export function codeOfNumber(value: number): number {
  return isSmall(value) ? firstNumber + value : singleCode;
}

function isSmall(value: number): boolean {
  return (value | 0) === value && value >= 0 && value < mostNumbers && !Object.is(value, -0);
}

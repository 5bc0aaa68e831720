import { foldLetters } from "./fold-letters.js";
import { foldEmoji, foldIdeograph, foldNumber, foldWord, type FoldedWord } from "./fold-token.js";
import { textOfUnits } from "./text-of-units.js";
import type { Token } from "./token.js";

/**
 * What is known of a word, in so many numbers: its hash, where its letters begin, how many they are (0 if no hash finds it), its marks,
 * the letters themselves, two in a number, where they are few: most words are read without looking anywhere else; and notes.
 */
const entry = { hash: 0, letters: 1, length: 2, marks: 3, few: 4, notes: 8, size: 16 } as const;
const fewLetters = 8;
/** Where, in the row of all words, the notes of a word stand, and how many there are. */
export const wordNotes = { first: entry.notes, count: entry.size - entry.notes, ofWord: entry.size } as const;
/** The length of a single character, which is found by its code unit. */
const unhashed = 0;

const firstCapacity = 256;
export const mostWords = 131_072;
const mostLetters = 16 * mostWords;
/** So many slots are looked at. Words whose hashes crowd are found otherwise, since somebody may choose them so. */
const mostTried = 32;
/** Further letters of a word tell nothing. */
const longestWord = 48;

const folds = { word: foldWord, number: foldNumber, character: foldIdeograph, emoji: foldEmoji } as const;

/**
 * The words that were met, each with a number by the letters it is written in. The numbers are small and those of common words
 * close together, so that whoever keeps something of each word keeps it in a row. No text is cut to find a word that is known.
 */
export class WordTable {
  /** Counts how often all was forgotten: numbers mean other words then. */
  epoch = 0;
  count = 0;
  readonly #words: FoldedWord[] = [];
  /** By hash: the word's number and 1, or 0. */
  #slots = new Int32Array(firstCapacity * 2);
  #entries = new Int32Array(firstCapacity * entry.size);
  /** The same as code units. */
  #units = new Uint16Array(this.#entries.buffer);
  #letters = new Uint16Array(firstCapacity * 8);
  #lettersUsed = 0;
  /** The numbers of words that found no slot near their hash. */
  readonly #crowded = new Map<string, number>();
  /** Characters of one code unit by its halves: the number and 1. A script has some thousands of them, and they come again and again. */
  #ofUnits: (Int32Array | undefined)[] = [];

  /** The number of what stands in a part of a text. */
  numberOf(text: string, from: number, to: number, kind: Token["kind"]): number {
    if (to === from + 1 && kind === "character") return this.#numberOfUnit(text, from);
    const end = kind === "word" && to - from > longestWord ? from + longestWord : to;
    let hash = 0;
    for (let at = from; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
    hash ^= hash >>> 16;
    const mask = this.#slots.length - 1;
    for (let tried = 0; tried < mostTried; tried += 1) {
      const number = (this.#slots[(hash + tried) & mask] as number) - 1;
      if (number < 0) return this.#add(text, from, end, hash, kind);
      if (this.#reads(number, text, from, end, hash)) return number;
    }
    return this.#crowded.get(text.slice(from, end)) ?? this.#add(text, from, end, hash, kind);
  }

  /** The row of all words. A note in it is 0 of a word that was never met, and whoever notes something writes who he is. */
  get notes(): Int32Array {
    return this.#entries;
  }

  wordOf(number: number): FoldedWord {
    return this.#words[number] as FoldedWord;
  }

  marksOf(number: number): number {
    return this.#entries[number * entry.size + entry.marks] as number;
  }

  /** Forgets all words where they are too many to keep. Tokens read before are not to be looked up any more. */
  forgetIfMany(): void {
    if (this.count <= mostWords && this.#lettersUsed <= mostLetters) return;
    this.epoch += 1;
    this.count = 0;
    this.#words.length = 0;
    this.#slots.fill(0);
    this.#lettersUsed = 0;
    this.#crowded.clear();
    this.#ofUnits = [];
  }

  #numberOfUnit(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const page = (this.#ofUnits[unit >>> 8] ??= new Int32Array(256));
    const number = (page[unit & 0xff] as number) - 1;
    if (number >= 0) return number;
    const made = this.#keep(unhashed, 0, foldIdeograph(String.fromCharCode(unit)));
    page[unit & 0xff] = made + 1;
    return made;
  }

  #reads(number: number, text: string, from: number, to: number, hash: number): boolean {
    const entries = this.#entries;
    const own = number * entry.size;
    const length = to - from;
    if (entries[own + entry.hash] !== hash || entries[own + entry.length] !== length) return false;
    const isFew = length <= fewLetters;
    const letters = isFew ? this.#units : this.#letters;
    let letter = isFew ? (own + entry.few) * 2 : (entries[own + entry.letters] as number);
    for (let at = from; at < to; at += 1, letter += 1) if (letters[letter] !== text.charCodeAt(at)) return false;
    return true;
  }

  #add(text: string, from: number, to: number, hash: number, kind: Token["kind"]): number {
    const length = to - from;
    const first = this.#lettersUsed;
    if (first + length > this.#letters.length) this.#letters = larger(this.#letters, new Uint16Array((first + length) * 2));
    const letters = this.#letters;
    for (let at = 0; at < length; at += 1) letters[first + at] = text.charCodeAt(from + at);
    // From the letters, since a part of a text keeps all of the text.
    const folded =
      (kind === "word" ? foldLetters(letters, first, length) : undefined) ?? folds[kind](textOfUnits(letters, first, first + length));
    const number = this.#keep(length, hash, folded);
    if (this.count * 2 > this.#slots.length) this.#widen();
    else this.#place(number);
    return number;
  }

  #keep(length: number, hash: number, folded: FoldedWord): number {
    const number = this.count;
    this.count += 1;
    if (this.count * entry.size > this.#entries.length) {
      this.#entries = larger(this.#entries, new Int32Array(this.#entries.length * 2));
      this.#units = new Uint16Array(this.#entries.buffer);
    }
    const entries = this.#entries;
    const own = number * entry.size;
    entries[own + entry.hash] = hash;
    entries[own + entry.letters] = this.#lettersUsed;
    entries[own + entry.length] = length;
    entries[own + entry.marks] = folded.marks;
    entries.fill(0, own + entry.notes, own + entry.size);
    if (length <= fewLetters)
      for (let at = 0; at < length; at += 1) this.#units[(own + entry.few) * 2 + at] = this.#letters[this.#lettersUsed + at] as number;
    this.#lettersUsed += length;
    this.#words.push(folded);
    return number;
  }

  #lettersOf(number: number): string {
    const own = number * entry.size;
    const letters = this.#entries[own + entry.letters] as number;
    return textOfUnits(this.#letters, letters, letters + (this.#entries[own + entry.length] as number));
  }

  #place(number: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = this.#entries[number * entry.size + entry.hash] as number;
    for (let tried = 0; tried < mostTried; tried += 1) {
      const slot = (hash + tried) & mask;
      if (slots[slot] !== 0) continue;
      slots[slot] = number + 1;
      return;
    }
    this.#crowded.set(this.#lettersOf(number), number);
  }

  /** Makes room for more. */
  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#crowded.clear();
    for (let number = 0; number < this.count; number += 1)
      if (this.#entries[number * entry.size + entry.length] !== unhashed) this.#place(number);
  }
}

function larger<Numbers extends Int32Array | Uint16Array>(before: Numbers, made: Numbers): Numbers {
  made.set(before);
  return made;
}

/** The words of texts. */
export const textWords = new WordTable();

import { noClitics } from "./symbol-finder.js";
import { packTrie, type PackedTrie } from "./packed-trie.js";
import { addPhrase, emptyTrie } from "./phrase-trie.js";
import { daysOf, timeWords, type TimeWords } from "./time-words.js";

/** What a phrase about time says. */
export type TimePhrase =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "unit"; readonly days: number }
  | { readonly kind: "fixed"; readonly days: number }
  | { readonly kind: "bare"; readonly days: number }
  | { readonly kind: "andHalf" | "halfBeforeUnit" | "join" | "dateMark" | "notWaitingAfter" | "notWaitingBefore" | "numbered" | "elapsed" };

const naming: ReadonlySet<TimePhrase["kind"]> = new Set(["unit", "fixed", "bare", "numbered"] as const);

/** Whether a phrase is a unit, or holds one: without any no span is named. */
export function namesTime(kind: TimePhrase["kind"]): boolean {
  return naming.has(kind);
}

export interface CompiledTimeWords {
  readonly trie: PackedTrie;
  readonly phrases: readonly TimePhrase[];
  readonly dateIfNumberFollows: boolean;
}

const compiled = new Map<string, CompiledTimeWords>();

/** The time words of a language as a tree, built once; undefined for a language without. */
export function compiledTimeWords(language: string): CompiledTimeWords | undefined {
  const before = compiled.get(language);
  const words = Object.hasOwn(timeWords, language) ? timeWords[language] : undefined;
  if (before !== undefined || words === undefined) return before;
  const made = build(words, language);
  compiled.set(language, made);
  return made;
}

function build(words: TimeWords, language: string): CompiledTimeWords {
  const trie = emptyTrie();
  const phrases: TimePhrase[] = [];
  const add = (written: string, phrase: TimePhrase): void => {
    phrases.push(phrase);
    addPhrase(trie, [{ kind: "words", text: written }], phrases.length - 1);
    const transcribed = written.replaceAll("ü", "ue").replaceAll("ö", "oe");
    if (language === "de" && transcribed !== written) addPhrase(trie, [{ kind: "words", text: transcribed }], phrases.length - 1);
  };
  for (const [written, value] of numbersOf(words)) add(written, { kind: "number", value });
  for (const written of words.half) add(written, { kind: "number", value: 0.5 });
  for (const [unit, days] of Object.entries(daysOf)) {
    for (const written of words[unit as keyof typeof daysOf]) {
      add(written, { kind: "unit", days });
      if (words.bare?.includes(written) === true) add(written, { kind: "bare", days });
    }
  }
  for (const [written, days] of Object.entries(words.fixed)) add(written, { kind: "fixed", days });
  const marks = {
    andHalf: words.andHalf,
    halfBeforeUnit: words.halfBeforeUnit ?? [],
    join: words.join,
    dateMark: words.dateMarks ?? [],
    numbered: words.numbered ?? [],
    elapsed: words.elapsed ?? [],
  } as const;
  for (const kind of ["andHalf", "halfBeforeUnit", "join", "dateMark", "numbered", "elapsed"] as const)
    for (const written of marks[kind]) add(written, { kind });
  for (const kind of ["notWaitingAfter", "notWaitingBefore"] as const) for (const written of words[kind]) add(written, { kind });
  return {
    trie: packTrie(trie, noClitics, (phrase) => namesTime((phrases[phrase] as TimePhrase).kind)),
    phrases,
    dateIfNumberFollows: words.dateIfNumberFollows === true,
  };
}

/** Number words from 1 to 69, as far as the language's table has them. */
export function numbersOf(words: TimeWords): Map<string, number> {
  const numbers = new Map<string, number>();
  const lists = (text: string | undefined): string[] => (text ?? "").split(" ").filter((word) => word !== "");
  for (const word of words.one) numbers.set(word, 1);
  lists(words.ones).forEach((word, index) => numbers.set(word, index + 1));
  for (const tensList of [lists(words.tens), lists(words.tensAlso)]) {
    tensList.forEach((tens, tensIndex) => {
      numbers.set(tens, (tensIndex + 2) * 10);
      for (const onesList of [lists(words.ones), lists(words.onesAlso)]) {
        onesList.slice(0, 9).forEach((ones, index) => {
          const one = index === 0 ? (words.oneInCompound ?? ones) : ones;
          for (const shape of words.compound)
            numbers.set(shape.replace("{tens}", tens).replace("{ones}", one), (tensIndex + 2) * 10 + index + 1);
        });
      }
    });
  }
  for (const [word, value] of Object.entries(words.extra ?? {})) numbers.set(word, value);
  return numbers;
}

import type { Lexicon } from "./lexicon.js";
import { feelings, type LexiconLabel } from "./lexicon-labels.js";
import { packTrie, type PackedTrie } from "./packed-trie.js";
import { parsePhrase } from "./parse-phrase.js";
import { phraseGroup } from "./phrase-group.js";
import { phraseTable, type PhraseTable } from "./phrase-traits.js";
import { addPhrase, emptyTrie } from "./phrase-trie.js";

/** What a phrase does: speaks for a label, or takes part in negation. */
export type PhraseRole = LexiconLabel | "negates_after_it" | "negates_before_it" | "never_negates" | "breaks_negation" | "refuses";

/** One phrase as its file has it. */
export interface CompiledPhrase {
  readonly role: PhraseRole;
  /** Phrases of one group compete for the same words. */
  readonly group: string;
  readonly weight: number;
  readonly negatable: boolean;
}

/** A lexicon ready to read. */
export interface CompiledLexicon {
  readonly language: string;
  readonly trie: PackedTrie;
  readonly phrases: readonly CompiledPhrase[];
  readonly table: PhraseTable;
  /** How far a negator reaches, in words or characters. */
  readonly reach: number;
}

const compiled = new WeakMap<Lexicon, CompiledLexicon>();

/** Compiles a lexicon, once. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const before = compiled.get(lexicon);
  if (before !== undefined) return before;
  const made = build(lexicon);
  compiled.set(lexicon, made);
  return made;
}

function build(lexicon: Lexicon): CompiledLexicon {
  const trie = emptyTrie(lexicon.diacritics === "strict", (text) => spellingsOf(text, lexicon.spellings ?? {}));
  const phrases: CompiledPhrase[] = [];
  const negatable = new Set<string>([...feelings, ...(lexicon.negation?.labels ?? [])]);
  const add = (role: PhraseRole, written: string, weight: number): void => {
    const immune = written.startsWith("!");
    const end = phrases.push({ role, group: phraseGroup(role), weight, negatable: !immune && negatable.has(role) }) - 1;
    for (const pieces of parsePhrase(immune ? written.slice(1) : written, lexicon.groups ?? {})) addPhrase(trie, pieces, end);
  };
  for (const [label, weights] of Object.entries(lexicon.phrases)) {
    for (const [weight, list] of Object.entries(weights ?? {}))
      for (const phrase of list) add(label as LexiconLabel, phrase, Number(weight));
  }
  const { before = [], after = [], never = [], breaks = [], refusals = [], reach = 0 } = lexicon.negation ?? {};
  for (const phrase of before) add("negates_after_it", phrase, 0);
  for (const phrase of after) add("negates_before_it", phrase, 0);
  for (const phrase of never) add("never_negates", phrase, 0);
  for (const phrase of breaks) add("breaks_negation", phrase, 0);
  for (const phrase of refusals) add("refuses", phrase, 0);
  const clitics = { proclitics: lexicon.proclitics ?? [], enclitics: lexicon.enclitics ?? [] };
  return { language: lexicon.language, trie: packTrie(trie, clitics), phrases, table: phraseTable(phrases), reach };
}

/** `don't` is also written `dont`; `zurück` also `zurueck`. */
function spellingsOf(phrase: string, spellings: Readonly<Record<string, string>>): string[] {
  const joined = /['’]/u.test(phrase) ? [phrase, phrase.replace(/['’]/gu, "")] : [phrase];
  const letters = Object.keys(spellings);
  if (!letters.some((letter) => phrase.includes(letter))) return joined;
  return joined.flatMap((each) => [each, letters.reduce((text, letter) => text.replaceAll(letter, spellings[letter] as string), each)]);
}

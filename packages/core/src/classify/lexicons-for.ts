import { compileLexicon, type CompiledLexicon } from "./compile-lexicon.js";
import { extendLexicon } from "./extend-lexicon.js";
import type { Lexicon } from "./lexicon.js";
import { everyLanguageLexicon, standardLexicons } from "./standard-lexicons.js";

const compiledStandard = new Map<string, CompiledLexicon>();
let compiledForEvery: CompiledLexicon | undefined;

/** The lexicon of every language and those of some, by lexicons given in place of, or beside, the standard ones. */
export function lexiconsFor(languages: readonly string[], given: Readonly<Record<string, Lexicon>> | undefined): CompiledLexicon[] {
  const lexicons = [(compiledForEvery ??= compileLexicon(everyLanguageLexicon))];
  for (const language of languages) {
    const lexicon = given === undefined ? standardFor(language) : lexiconFor(language, given);
    if (lexicon !== undefined) lexicons.push(lexicon);
  }
  return lexicons;
}

function standardFor(language: string): CompiledLexicon | undefined {
  const before = compiledStandard.get(language);
  if (before !== undefined) return before;
  const lexicon = lexiconFor(language, {});
  if (lexicon !== undefined) compiledStandard.set(language, lexicon);
  return lexicon;
}

function lexiconFor(language: string, given: Readonly<Record<string, Lexicon>>): CompiledLexicon | undefined {
  const standard = Object.hasOwn(standardLexicons, language) ? standardLexicons[language] : undefined;
  const own = Object.hasOwn(given, language) ? given[language] : undefined;
  const lexicon = own?.extends === "standard" && standard !== undefined ? extendLexicon(standard, own) : (own ?? standard);
  return lexicon === undefined ? undefined : compileLexicon(lexicon);
}

import { compileLexicon, type CompiledLexicon } from "./compile-lexicon.js";
import { extendLexicon } from "./extend-lexicon.js";
import type { Lexicon } from "./lexicon.js";
import { everyLanguageLexicon, standardLexicons } from "./standard-lexicons.js";

/** The lexicon of every language and those of some, by lexicons given in place of, or beside, the standard ones. */
export function lexiconsFor(languages: readonly string[], given: Readonly<Record<string, Lexicon>> | undefined): CompiledLexicon[] {
  const lexicons = [compileLexicon(everyLanguageLexicon)];
  for (const language of languages) {
    const lexicon = lexiconFor(language, given);
    if (lexicon !== undefined) lexicons.push(compileLexicon(lexicon));
  }
  return lexicons;
}

function lexiconFor(language: string, given: Readonly<Record<string, Lexicon>> | undefined): Lexicon | undefined {
  const standard = Object.hasOwn(standardLexicons, language) ? standardLexicons[language] : undefined;
  const own = given !== undefined && Object.hasOwn(given, language) ? given[language] : undefined;
  return own?.extends === "standard" && standard !== undefined ? extendLexicon(standard, own) : (own ?? standard);
}

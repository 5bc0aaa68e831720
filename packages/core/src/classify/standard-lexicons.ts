import type { Lexicon } from "./lexicon.js";
import english from "./lexicons/en.json" with { type: "json" };
import chinese from "./lexicons/zh.json" with { type: "json" };
import japanese from "./lexicons/ja.json" with { type: "json" };
import korean from "./lexicons/ko.json" with { type: "json" };
import german from "./lexicons/de.json" with { type: "json" };
import french from "./lexicons/fr.json" with { type: "json" };
import spanish from "./lexicons/es.json" with { type: "json" };
import portuguese from "./lexicons/pt.json" with { type: "json" };
import italian from "./lexicons/it.json" with { type: "json" };
import dutch from "./lexicons/nl.json" with { type: "json" };
import polish from "./lexicons/pl.json" with { type: "json" };
import russian from "./lexicons/ru.json" with { type: "json" };
import arabic from "./lexicons/ar.json" with { type: "json" };
import thai from "./lexicons/th.json" with { type: "json" };
import vietnamese from "./lexicons/vi.json" with { type: "json" };
import indonesian from "./lexicons/id.json" with { type: "json" };
import turkish from "./lexicons/tr.json" with { type: "json" };
import everyLanguage from "./lexicons/every-language.json" with { type: "json" };

const files: Readonly<Record<string, unknown>> = {
  en: english,
  zh: chinese,
  ja: japanese,
  ko: korean,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  ru: russian,
  ar: arabic,
  th: thai,
  vi: vietnamese,
  id: indonesian,
  tr: turkish,
};

/** The lexicons that ship, by language. A test reads each of them by its schema. */
export const standardLexicons = files as Readonly<Record<string, Lexicon>>;

const everyLanguageFile: unknown = everyLanguage;

/** What every language writes alike: emoji and loan words. */
export const everyLanguageLexicon = everyLanguageFile as Lexicon;

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
import common from "./lexicons/common.json" with { type: "json" };

/** The lexicons that ship, by language. */
export const standardLexicons: Readonly<Record<string, Lexicon>> = {
  en: english as unknown as Lexicon,
  zh: chinese as unknown as Lexicon,
  ja: japanese as unknown as Lexicon,
  ko: korean,
  de: german as unknown as Lexicon,
  fr: french,
  es: spanish as unknown as Lexicon,
  pt: portuguese as unknown as Lexicon,
  it: italian as unknown as Lexicon,
  nl: dutch as unknown as Lexicon,
  pl: polish,
  ru: russian,
  ar: arabic as unknown as Lexicon,
  th: thai,
  vi: vietnamese as unknown as Lexicon,
  id: indonesian as unknown as Lexicon,
  tr: turkish as unknown as Lexicon,
};

/** What every language writes alike: emoji and loan words. */
export const commonLexicon = common as unknown as Lexicon;

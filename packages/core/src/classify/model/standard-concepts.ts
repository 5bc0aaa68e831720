import type { ConceptWords } from "./concept-finder.js";
import arabic from "./concepts/ar.json" with { type: "json" };
import german from "./concepts/de.json" with { type: "json" };
import english from "./concepts/en.json" with { type: "json" };
import spanish from "./concepts/es.json" with { type: "json" };
import french from "./concepts/fr.json" with { type: "json" };
import indonesian from "./concepts/id.json" with { type: "json" };
import italian from "./concepts/it.json" with { type: "json" };
import japanese from "./concepts/ja.json" with { type: "json" };
import korean from "./concepts/ko.json" with { type: "json" };
import dutch from "./concepts/nl.json" with { type: "json" };
import polish from "./concepts/pl.json" with { type: "json" };
import portuguese from "./concepts/pt.json" with { type: "json" };
import russian from "./concepts/ru.json" with { type: "json" };
import thai from "./concepts/th.json" with { type: "json" };
import turkish from "./concepts/tr.json" with { type: "json" };
import vietnamese from "./concepts/vi.json" with { type: "json" };
import chinese from "./concepts/zh.json" with { type: "json" };

/** What after-sales messages speak of, word by word, in every language alike: what is learnt of a concept in one is known in all. */
export const standardConcepts: Readonly<Record<string, ConceptWords>> = {
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

/** The concepts' names; their places here tell them apart in the model. */
export const conceptNames: readonly string[] = Object.keys(english);

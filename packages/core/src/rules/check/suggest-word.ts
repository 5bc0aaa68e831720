import { distance } from "fastest-levenshtein";
import { nearestWord } from "../../errors/nearest-word.js";
import type { SuggestWord } from "../engine/check-context.js";
import { operatorSynonyms } from "./operator-synonyms.js";

/** What other rule languages call our groups. */
const groupSynonyms: Readonly<Record<string, string>> = { and: "all", every: "all", or: "any", some: "any", none: "not", nor: "not" };

const synonyms = { operator: operatorSynonyms, decorator: {}, group: groupSynonyms };

/** The word that was probably meant: what another rule language calls so, or else the nearest one. */
export const suggestWord: SuggestWord = (kind, written, known) => {
  const word = written.toLowerCase();
  const synonymsOfKind: Readonly<Record<string, string>> = synonyms[kind];
  if (Object.hasOwn(synonymsOfKind, word)) return synonymsOfKind[word];
  return kind === "group" ? nearestWord(written, known) : nearestName(word, known);
};

/** The nearest name, capitals apart, if no more than a third of its letters differ. */
function nearestName(word: string, known: readonly string[]): string | undefined {
  const nearest = known
    .map((name) => ({ name, steps: distance(word, name.toLowerCase()) }))
    .sort((left, right) => left.steps - right.steps)[0];
  return nearest !== undefined && nearest.steps <= Math.max(1, Math.floor(nearest.name.length / 3)) ? nearest.name : undefined;
}

import { compileConcepts, type ConceptFinder } from "./concept-finder.js";
import { conceptNames, standardConcepts } from "./standard-concepts.js";

/** How many mentions further the second concept of a pair may stand. */
const pairReach = 3;
const finders = new Map<string, ConceptFinder>();

/** The concepts that a normalised message names, in their order; the words are English where the language has none. */
export function conceptMentions(units: Uint16Array, language: string): number[] {
  const mentions: number[] = [];
  let lastPlace = -1;
  finderOf(Object.hasOwn(standardConcepts, language) ? language : "en").visit(units, (concept, place) => {
    // `track` and `tracking` at one place are one mention.
    if (place !== lastPlace || mentions.at(-1) !== concept) mentions.push(concept);
    lastPlace = place;
  });
  return mentions;
}

/** Visits the pairs of concepts named close together: the first times the number of concepts, plus the second. */
export function visitPairs(mentions: readonly number[], visit: (pair: number) => void): void {
  for (let first = 0; first < mentions.length; first += 1) {
    const concept = mentions[first] as number;
    for (let second = first + 1; second <= first + pairReach && second < mentions.length; second += 1) {
      if (mentions[second] !== concept) visit(concept * conceptNames.length + (mentions[second] as number));
    }
  }
}

function finderOf(language: string): ConceptFinder {
  const finder = finders.get(language) ?? compileConcepts(standardConcepts[language] ?? {}, language, conceptNames);
  finders.set(language, finder);
  return finder;
}

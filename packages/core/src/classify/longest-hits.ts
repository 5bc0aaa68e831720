import type { CompiledPhrase } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";
import { phraseGroup } from "./phrase-group.js";

/** The hits that no longer phrase of their group contains. Only a phrase without gaps takes the words from another. */
export function longestHits(hits: readonly PhraseHit[], phrases: readonly CompiledPhrase[]): PhraseHit[] {
  const groupOf = (hit: PhraseHit): string => phraseGroup((phrases[hit.end] as CompiledPhrase).role);
  const ordered = [...hits].sort((left, right) => left.first - right.first || right.last - left.last || left.end - right.end);
  // By group: the span that reaches furthest of those that began earlier or at the same place.
  const reached = new Map<string, PhraseHit>();
  return ordered.filter((hit) => {
    const group = groupOf(hit);
    const furthest = reached.get(group);
    const isContained = furthest !== undefined && furthest.last >= hit.last && (furthest.first < hit.first || furthest.last > hit.last);
    if (hit.contiguous && (furthest === undefined || hit.last > furthest.last)) reached.set(group, hit);
    return !isContained;
  });
}

import type { PhraseHit } from "./find-phrases.js";
import { phraseEntry, phraseTraits, type PhraseTable } from "./phrase-traits.js";
import { sortInPlace } from "./sort-in-place.js";

/** The hits that no longer phrase of their group contains, in the list they came in. Only a phrase without gaps takes the words from another. */
export function longestHits(hits: PhraseHit[], { entries, groups }: PhraseTable): PhraseHit[] {
  if (hits.length < 2) return hits;
  sortInPlace(hits, compare);
  // By group: the span that reaches furthest of those that began earlier or at the same place.
  const reached = new Array<PhraseHit | undefined>(groups).fill(undefined);
  let kept = 0;
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at] as PhraseHit;
    const group = (entries[hit.end * phraseEntry.size] as number) & phraseTraits.group;
    const furthest = reached[group];
    const isContained = furthest !== undefined && furthest.last >= hit.last && (furthest.first < hit.first || furthest.last > hit.last);
    if (hit.contiguous && (furthest === undefined || hit.last > furthest.last)) reached[group] = hit;
    if (!isContained) hits[kept++] = hit;
  }
  hits.length = kept;
  return hits;
}

/** By where they begin, the longest first. They come nearly so. */
function compare(left: PhraseHit, right: PhraseHit): number {
  return left.first - right.first || right.last - left.last || left.end - right.end;
}

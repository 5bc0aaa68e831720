import type { PhraseHit } from "./phrase-hit.js";
import { phraseEntry, phraseTraits, type PhraseTable } from "./phrase-traits.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import { sortInPlace } from "./sort-in-place.js";

/** By group: where the span begins that reaches furthest of those that began earlier or at the same place, and its end, 0 of none. */
const reach = { first: 0, end: 1, size: 2 } as const;
const reachedByGroup = new ScratchNumbers();

/** The hits that no longer phrase of their group contains, in the list they came in. Only a phrase without gaps takes the words from another. */
export function longestHits(hits: PhraseHit[], { entries, groups }: PhraseTable): PhraseHit[] {
  if (hits.length < 2) return hits;
  sortInPlace(hits, compare);
  const reached = reachedByGroup.cleared(groups * reach.size);
  let kept = 0;
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at] as PhraseHit;
    const group = (entries[hit.end * phraseEntry.size] as number) & phraseTraits.group;
    const own = group * reach.size;
    const end = reached[own + reach.end] as number;
    const isContained = end > hit.last && ((reached[own + reach.first] as number) < hit.first || end > hit.last + 1);
    if (hit.contiguous && hit.last >= end) {
      reached[own + reach.first] = hit.first;
      reached[own + reach.end] = hit.last + 1;
    }
    if (!isContained) hits[kept++] = hit;
  }
  hits.length = kept;
  return hits;
}

/** By where they begin, the longest first. They come nearly so. */
function compare(left: PhraseHit, right: PhraseHit): number {
  return left.first - right.first || right.last - left.last || left.end - right.end;
}

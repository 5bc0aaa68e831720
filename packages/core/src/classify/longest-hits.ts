import type { CompiledLexicon } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";
import { phraseTraits } from "./phrase-traits.js";

/** The hits that no longer phrase of their group contains. Only a phrase without gaps takes the words from another. */
export function longestHits(hits: readonly PhraseHit[], { traits, groups }: CompiledLexicon): PhraseHit[] {
  if (hits.length < 2) return [...hits];
  const ordered = inOrder(hits);
  // By group: the span that reaches furthest of those that began earlier or at the same place.
  const reached = new Array<PhraseHit | undefined>(groups).fill(undefined);
  let kept = 0;
  for (let at = 0; at < ordered.length; at += 1) {
    const hit = ordered[at] as PhraseHit;
    const group = (traits[hit.end] as number) & phraseTraits.group;
    const furthest = reached[group];
    const isContained = furthest !== undefined && furthest.last >= hit.last && (furthest.first < hit.first || furthest.last > hit.last);
    if (hit.contiguous && (furthest === undefined || hit.last > furthest.last)) reached[group] = hit;
    if (!isContained) ordered[kept++] = hit;
  }
  ordered.length = kept;
  return ordered;
}

const few = 32;

/** By where they begin, the longest first. They come nearly so: a few are moved into place quicker than a list is sorted. */
function inOrder(hits: readonly PhraseHit[]): PhraseHit[] {
  const ordered = [...hits];
  if (ordered.length > few) return ordered.sort(compare);
  for (let next = 1; next < ordered.length; next += 1) {
    const hit = ordered[next] as PhraseHit;
    let at = next;
    for (; at > 0 && compare(ordered[at - 1] as PhraseHit, hit) > 0; at -= 1) ordered[at] = ordered[at - 1] as PhraseHit;
    ordered[at] = hit;
  }
  return ordered;
}

function compare(left: PhraseHit, right: PhraseHit): number {
  return left.first - right.first || right.last - left.last || left.end - right.end;
}

import type { CompiledPhrase } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";

/** The hits that no longer phrase of their group contains. Only a phrase without gaps takes the words from another. */
export function longestHits(hits: readonly PhraseHit[], phrases: readonly CompiledPhrase[]): PhraseHit[] {
  const ordered = inOrder(hits);
  // By group: the span that reaches furthest of those that began earlier or at the same place.
  const reached = new Map<string, PhraseHit>();
  return ordered.filter((hit) => {
    const { group } = phrases[hit.end] as CompiledPhrase;
    const furthest = reached.get(group);
    const isContained = furthest !== undefined && furthest.last >= hit.last && (furthest.first < hit.first || furthest.last > hit.last);
    if (hit.contiguous && (furthest === undefined || hit.last > furthest.last)) reached.set(group, hit);
    return !isContained;
  });
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

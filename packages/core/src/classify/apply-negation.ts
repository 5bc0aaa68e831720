import type { CompiledLexicon } from "./compile-lexicon.js";
import type { PhraseHit } from "./phrase-hit.js";
import { phraseEntry, phraseTraits } from "./phrase-traits.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";

const marks = new ScratchNumbers();
const noHits: readonly PhraseHit[] = [];

/** Splits the hits of phrases that speak for a label into those that stand and those that a negator near them takes back. */
export function applyNegation(
  hits: readonly PhraseHit[],
  tokens: readonly Token[],
  { table: { entries }, reach }: CompiledLexicon,
): { standing: readonly PhraseHit[]; negated: readonly PhraseHit[] } {
  let anyTrait = 0;
  for (let at = 0; at < hits.length; at += 1) anyTrait |= traitsOf(entries, hits[at] as PhraseHit);
  if ((anyTrait & phraseTraits.negation) === 0) return { standing: hits, negated: noHits };
  // By token: the parts in negation of the phrases that it belongs to.
  const parts = marks.cleared(tokens.length);
  let all = 0;
  const refusals: PhraseHit[] = [];
  for (let at = 0; at < hits.length; at += 1) {
    const negator = hits[at] as PhraseHit;
    const part = traitsOf(entries, negator) & anyPart;
    if (part === 0) continue;
    if ((part & phraseTraits.refuses) !== 0) refusals.push(negator);
    if (isSpent(negator, hits, entries)) continue;
    all |= part;
    for (let index = negator.first; index <= negator.last; index += 1) parts[index] = (parts[index] as number) | part;
  }
  const standing: PhraseHit[] = [];
  const negated: PhraseHit[] = [];
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at] as PhraseHit;
    const own = traitsOf(entries, hit);
    if ((own & phraseTraits.negation) !== 0) continue;
    const isNegated =
      isRefused(hit, own, refusals) ||
      ((own & phraseTraits.negatable) !== 0 &&
        (((all & before) !== 0 && (holdsOne(hit, parts) || isNear(hit.first, -1, before, parts, tokens, reach))) ||
          ((all & after) !== 0 && isNear(hit.last, 1, after, parts, tokens, reach))));
    (isNegated ? negated : standing).push(hit);
  }
  return { standing, negated };
}

const before = phraseTraits.negatesAfterIt;
const after = phraseTraits.negatesBeforeIt;
const anyPart = before | after | phraseTraits.breaksNegation | phraseTraits.refuses;

const traitsOf = (entries: Int32Array, hit: PhraseHit): number => entries[hit.end * phraseEntry.size] as number;

/** "doesn't work" says what is wrong; its "doesn't" takes nothing else back. */
function isSpent({ first, last }: PhraseHit, hits: readonly PhraseHit[], entries: Int32Array): boolean {
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at] as PhraseHit;
    const isAround = hit.first <= first && hit.last >= last && hit.last - hit.first > last - first;
    if (isAround && hit.contiguous && (traitsOf(entries, hit) & phraseTraits.negation) === 0) return true;
  }
  return false;
}

/** Whether a refusal speaks of it: "I don't want my money back" asks for no refund, and its "don't" complains of nothing. */
function isRefused(hit: PhraseHit, traits: number, refusals: readonly PhraseHit[]): boolean {
  for (let at = 0; at < refusals.length; at += 1) {
    const { first, last } = refusals[at] as PhraseHit;
    const isOfIt =
      (traits & phraseTraits.negative) !== 0
        ? hit.first >= first && hit.last <= last
        : hit.first <= last && hit.last >= first && (traits & phraseTraits.refusable) !== 0;
    if (isOfIt) return true;
  }
  return false;
}

/** Whether a negator stands in the room between the words of a phrase: "I want no refund". */
function holdsOne(hit: PhraseHit, parts: Int32Array): boolean {
  if (hit.contiguous) return false;
  for (let index = hit.first + 1; index < hit.last; index += 1) if (((parts[index] as number) & before) !== 0) return true;
  return false;
}

/** Whether a negator stands within reach on one side, with no comma and no `but` between. */
function isNear(from: number, step: -1 | 1, negator: number, parts: Int32Array, tokens: readonly Token[], reach: number): boolean {
  for (let distance = 1; distance <= reach; distance += 1) {
    const index = from + step * distance;
    const edge = tokens[step < 0 ? index + 1 : index];
    if (edge === undefined || edge.breakBefore > 0) return false;
    // Before the first token there is none, though its edge is the first token's own.
    const part = index < 0 ? 0 : (parts[index] as number);
    if ((part & negator) !== 0) return true;
    if ((part & phraseTraits.breaksNegation) !== 0) return false;
  }
  return false;
}

import type { CompiledLexicon } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";
import { phraseTraits } from "./phrase-traits.js";
import { ScratchNumbers } from "./scratch-numbers.js";
import type { Token } from "./token.js";

const marks = new ScratchNumbers();
const noHits: readonly PhraseHit[] = [];

/** Splits the hits of phrases that speak for a label into those that stand and those that a negator near them takes back. */
export function applyNegation(
  hits: readonly PhraseHit[],
  tokens: readonly Token[],
  { traits, reach }: CompiledLexicon,
): { standing: readonly PhraseHit[]; negated: readonly PhraseHit[] } {
  const traitsOf = (hit: PhraseHit): number => traits[hit.end] as number;
  const negators = hits.filter((hit) => (traitsOf(hit) & phraseTraits.negation) !== 0);
  if (negators.length === 0) return { standing: hits, negated: noHits };
  const speaking = hits.filter((hit) => hit.contiguous && (traitsOf(hit) & phraseTraits.negation) === 0);
  // By token: the parts in negation of the phrases that it belongs to.
  const parts = marks.cleared(tokens.length);
  let all = 0;
  const refusals: PhraseHit[] = [];
  for (const negator of negators) {
    const part = traitsOf(negator) & anyPart;
    if ((part & phraseTraits.refuses) !== 0) refusals.push(negator);
    if (part === 0 || isSpent(negator, speaking)) continue;
    all |= part;
    for (let index = negator.first; index <= negator.last; index += 1) parts[index] = (parts[index] as number) | part;
  }
  const isNegated = (hit: PhraseHit): boolean => {
    const own = traitsOf(hit);
    if (isRefused(hit, own, refusals)) return true;
    if ((own & phraseTraits.negatable) === 0) return false;
    return (
      ((all & before) !== 0 && (holdsOne(hit, parts) || isNear(hit.first, -1, before, parts, tokens, reach))) ||
      ((all & after) !== 0 && isNear(hit.last, 1, after, parts, tokens, reach))
    );
  };
  const standing: PhraseHit[] = [];
  const negated: PhraseHit[] = [];
  for (const hit of hits) if ((traitsOf(hit) & phraseTraits.negation) === 0) (isNegated(hit) ? negated : standing).push(hit);
  return { standing, negated };
}

const before = phraseTraits.negatesAfterIt;
const after = phraseTraits.negatesBeforeIt;
const anyPart = before | after | phraseTraits.breaksNegation | phraseTraits.refuses;

/** "doesn't work" says what is wrong; its "doesn't" takes nothing else back. */
function isSpent({ first, last }: PhraseHit, speaking: readonly PhraseHit[]): boolean {
  return speaking.some((hit) => hit.first <= first && hit.last >= last && hit.last - hit.first > last - first);
}

/** Whether a refusal speaks of it: "I don't want my money back" asks for no refund, and its "don't" complains of nothing. */
function isRefused(hit: PhraseHit, traits: number, refusals: readonly PhraseHit[]): boolean {
  return refusals.some(({ first, last }) =>
    (traits & phraseTraits.negative) !== 0
      ? hit.first >= first && hit.last <= last
      : hit.first <= last && hit.last >= first && (traits & phraseTraits.refusable) !== 0,
  );
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

import type { EvidenceSpan } from "../model/classification.js";
import { applyNegation } from "./apply-negation.js";
import type { CompiledLexicon, CompiledPhrase } from "./compile-lexicon.js";
import { findPhrases, type PhraseHit } from "./find-phrases.js";
import type { LexiconLabel } from "./lexicon-labels.js";
import { longestHits } from "./longest-hits.js";
import type { Token } from "./token.js";

/** One phrase that speaks for a label, where it stands, and what it is worth. */
export interface WeighedSpan extends EvidenceSpan {
  readonly label: LexiconLabel;
  readonly weight: number;
}

interface Claim {
  readonly hit: PhraseHit;
  readonly label: LexiconLabel;
  readonly weight: number;
}

/**
 * What the phrases of one lexicon say of a text. The same words speak for one label once, with the phrase that weighs most, and
 * each phrase counts once, at its first place.
 */
export function scoreLexicon(text: string, tokens: readonly Token[], lexicon: CompiledLexicon): WeighedSpan[] {
  const found = findPhrases(lexicon.trie, tokens);
  if (found.length === 0) return [];
  const hits = longestHits(found, lexicon);
  const { standing, negated } = applyNegation(hits, tokens, lexicon);
  const claims: Claim[] = [];
  for (const hit of standing) {
    const { role, weight } = lexicon.phrases[hit.end] as CompiledPhrase;
    claims.push({ hit, label: role as LexiconLabel, weight });
  }
  // "Not good" complains; "not bad" praises nobody.
  for (const hit of negated) {
    const { role, weight } = lexicon.phrases[hit.end] as CompiledPhrase;
    if (role === "positive") claims.push({ hit, label: "negative", weight });
  }
  return withoutOverlaps(claims).map(({ hit, label, weight }) => {
    const start = (tokens[hit.first] as Token).start;
    const end = (tokens[hit.last] as Token).end;
    return { label, phrase: text.slice(start, end), start, end, weight };
  });
}

function withoutOverlaps(claims: Claim[]): Claim[] {
  if (claims.length < 2) return claims;
  const ordered = claims.sort(
    (left, right) =>
      right.weight - left.weight ||
      length(left.hit) - length(right.hit) ||
      left.hit.first - right.hit.first ||
      left.hit.end - right.hit.end,
  );
  const counted = new Set<number>();
  const kept: Claim[] = [];
  for (const claim of ordered) {
    if (counted.has(claim.hit.end) || overlaps(claim, kept)) continue;
    counted.add(claim.hit.end);
    kept.push(claim);
  }
  return kept;
}

/** Whether words of a claim speak for its label already. */
function overlaps({ hit, label }: Claim, kept: readonly Claim[]): boolean {
  for (const other of kept) if (other.label === label && other.hit.first <= hit.last && other.hit.last >= hit.first) return true;
  return false;
}

function length(hit: PhraseHit): number {
  return hit.last - hit.first;
}

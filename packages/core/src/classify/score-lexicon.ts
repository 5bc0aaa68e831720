import type { EvidenceSpan } from "../model/classification.js";
import { applyNegation } from "./apply-negation.js";
import type { CompiledLexicon } from "./compile-lexicon.js";
import { findPhrases } from "./find-phrases.js";
import type { PhraseHit } from "./phrase-hit.js";
import type { LexiconLabel } from "./lexicon-labels.js";
import { longestHits } from "./longest-hits.js";
import { phraseEntry, phraseTraits, type Saying } from "./phrase-traits.js";
import { sortInPlace } from "./sort-in-place.js";
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

const noSpans: readonly WeighedSpan[] = [];

/**
 * What the phrases of one lexicon say of a text. The same words speak for one label once, with the phrase that weighs most, and
 * each phrase counts once, at its first place.
 *
 * @param turn As {@link findPhrases} takes it.
 */
export function scoreLexicon(text: string, tokens: readonly Token[], lexicon: CompiledLexicon, turn = 0): readonly WeighedSpan[] {
  const found = findPhrases(lexicon.trie, tokens, turn);
  if (found.length === 0) return noSpans;
  const { entries, sayings } = lexicon.table;
  const { standing, negated } = applyNegation(longestHits(found, lexicon.table), tokens, lexicon);
  const claims: Claim[] = [];
  for (let at = 0; at < standing.length; at += 1) {
    const hit = standing[at] as PhraseHit;
    const { role, weight } = sayings[entries[hit.end * phraseEntry.size + phraseEntry.saying] as number] as Saying;
    claims.push({ hit, label: role as LexiconLabel, weight });
  }
  // "Not good" complains; "not bad" praises nobody.
  for (let at = 0; at < negated.length; at += 1) {
    const hit = negated[at] as PhraseHit;
    const own = hit.end * phraseEntry.size;
    if (((entries[own] as number) & phraseTraits.positive) === 0) continue;
    claims.push({ hit, label: "negative", weight: (sayings[entries[own + phraseEntry.saying] as number] as Saying).weight });
  }
  return spansOf(withoutOverlaps(claims), text, tokens);
}

function spansOf(claims: readonly Claim[], text: string, tokens: readonly Token[]): WeighedSpan[] {
  const spans: WeighedSpan[] = [];
  for (let at = 0; at < claims.length; at += 1) {
    const { hit, label, weight } = claims[at] as Claim;
    const { start } = tokens[hit.first] as Token;
    const { end } = tokens[hit.last] as Token;
    spans.push({ label, phrase: text.slice(start, end), start, end, weight });
  }
  return spans;
}

/** The claims that count, in the list they came in. */
function withoutOverlaps(claims: Claim[]): Claim[] {
  if (claims.length < 2) return claims;
  sortInPlace(claims, compare);
  let kept = 1;
  for (let at = 1; at < claims.length; at += 1) {
    const claim = claims[at] as Claim;
    if (!isSaid(claim, claims, kept)) claims[kept++] = claim;
  }
  claims.length = kept;
  return claims;
}

/** Whether, among the first claims, its phrase or words of it speak for its label already. */
function isSaid({ hit, label }: Claim, claims: readonly Claim[], count: number): boolean {
  for (let at = 0; at < count; at += 1) {
    const other = claims[at] as Claim;
    if (other.hit.end === hit.end || (other.label === label && other.hit.first <= hit.last && other.hit.last >= hit.first)) return true;
  }
  return false;
}

/** The weightiest first, of those the shortest. */
function compare(left: Claim, right: Claim): number {
  return (
    right.weight - left.weight ||
    left.hit.last - left.hit.first - (right.hit.last - right.hit.first) ||
    left.hit.first - right.hit.first ||
    left.hit.end - right.hit.end
  );
}

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

/** What the phrases of one lexicon say of a text: each phrase counts once, at its first place. */
export function scoreLexicon(text: string, tokens: readonly Token[], lexicon: CompiledLexicon): WeighedSpan[] {
  const hits = longestHits(findPhrases(lexicon.trie, tokens, lexicon.clitics), lexicon.phrases);
  const { standing, negated } = applyNegation(hits, tokens, lexicon);
  const counted = new Set<number>();
  const spans: WeighedSpan[] = [];
  const add = (hit: PhraseHit, label: LexiconLabel, weight: number): void => {
    if (counted.has(hit.end)) return;
    counted.add(hit.end);
    const start = (tokens[hit.first] as Token).start;
    const end = (tokens[hit.last] as Token).end;
    spans.push({ label, phrase: text.slice(start, end), start, end, weight });
  };
  for (const hit of standing) {
    const phrase = lexicon.phrases[hit.end] as CompiledPhrase;
    add(hit, phrase.role as LexiconLabel, phrase.weight);
  }
  // "Not good" complains; "not bad" praises nobody.
  for (const hit of negated) {
    const phrase = lexicon.phrases[hit.end] as CompiledPhrase;
    if (phrase.role === "positive") add(hit, "negative", phrase.weight);
  }
  return spans;
}

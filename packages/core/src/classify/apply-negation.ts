import type { CompiledLexicon, CompiledPhrase, PhraseRole } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";
import type { Token } from "./token.js";

/** Splits the hits of phrases that speak for a label into those that stand and those that a negator near them takes back. */
export function applyNegation(
  hits: readonly PhraseHit[],
  tokens: readonly Token[],
  lexicon: CompiledLexicon,
): { standing: PhraseHit[]; negated: PhraseHit[] } {
  // "doesn't work" says what is wrong; its "doesn't" takes nothing else back.
  const said = new Set<number>();
  for (const hit of hits)
    if (hit.contiguous && !isNegation(roleOf(hit, lexicon))) for (let index = hit.first; index <= hit.last; index += 1) said.add(index);
  const places = (role: PhraseRole, edge: "first" | "last"): Set<number> =>
    new Set(hits.filter((hit) => roleOf(hit, lexicon) === role && !said.has(hit[edge])).map((hit) => hit[edge]));
  const before = places("negates_after_it", "last");
  const after = places("negates_before_it", "first");
  const breaks = places("breaks_negation", "first");
  const standing: PhraseHit[] = [];
  const negated: PhraseHit[] = [];
  for (const hit of hits) {
    const phrase = lexicon.phrases[hit.end] as CompiledPhrase;
    if (isNegation(phrase.role)) continue;
    const isNegated =
      phrase.negatable &&
      ((before.size > 0 && isNear(hit.first, -1, before, breaks, tokens, lexicon.reach)) ||
        (after.size > 0 && isNear(hit.last, 1, after, breaks, tokens, lexicon.reach)));
    (isNegated ? negated : standing).push(hit);
  }
  return { standing, negated };
}

function isNegation(role: PhraseRole): boolean {
  return role === "negates_after_it" || role === "negates_before_it" || role === "never_negates" || role === "breaks_negation";
}

function roleOf(hit: PhraseHit, lexicon: CompiledLexicon): PhraseRole {
  return (lexicon.phrases[hit.end] as CompiledPhrase).role;
}

/** Whether a negator stands within reach on one side, with no comma and no `but` between. */
function isNear(
  from: number,
  step: -1 | 1,
  negators: ReadonlySet<number>,
  breaks: ReadonlySet<number>,
  tokens: readonly Token[],
  reach: number,
): boolean {
  for (let distance = 1; distance <= reach; distance += 1) {
    const index = from + step * distance;
    const edge = tokens[step < 0 ? index + 1 : index];
    if (edge === undefined || edge.breakBefore > 0) return false;
    if (negators.has(index)) return true;
    if (breaks.has(index)) return false;
  }
  return false;
}

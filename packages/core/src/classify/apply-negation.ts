import type { CompiledLexicon, CompiledPhrase, PhraseRole } from "./compile-lexicon.js";
import type { PhraseHit } from "./find-phrases.js";
import { phraseGroup } from "./phrase-group.js";
import type { Token } from "./token.js";

/** Splits the hits of phrases that speak for a label into those that stand and those that a negator near them takes back. */
export function applyNegation(
  hits: readonly PhraseHit[],
  tokens: readonly Token[],
  lexicon: CompiledLexicon,
): { standing: PhraseHit[]; negated: PhraseHit[] } {
  const negators = hits.filter((hit) => isNegation(roleOf(hit, lexicon)));
  if (negators.length === 0) return { standing: [...hits], negated: [] };
  const speaking = hits.filter((hit) => hit.contiguous && !isNegation(roleOf(hit, lexicon)));
  // "doesn't work" says what is wrong; its "doesn't" takes nothing else back.
  const isSpent = (negator: PhraseHit): boolean =>
    speaking.some((hit) => hit.first <= negator.first && hit.last >= negator.last && hit.last - hit.first > negator.last - negator.first);
  const free = negators.filter((negator) => !isSpent(negator));
  const places = (role: PhraseRole): Set<number> =>
    new Set(
      free
        .filter((hit) => roleOf(hit, lexicon) === role)
        .flatMap((hit) => Array.from({ length: hit.last - hit.first + 1 }, (_, index) => hit.first + index)),
    );
  const before = places("negates_after_it");
  const after = places("negates_before_it");
  const breaks = places("breaks_negation");
  const refusals = hits.filter((hit) => roleOf(hit, lexicon) === "refuses");
  const standing: PhraseHit[] = [];
  const negated: PhraseHit[] = [];
  for (const hit of hits) {
    const phrase = lexicon.phrases[hit.end] as CompiledPhrase;
    if (isNegation(phrase.role)) continue;
    const isNegated =
      isRefused(hit, phrase.role, refusals) ||
      (phrase.negatable &&
        ((before.size > 0 && (holdsOne(hit, before) || isNear(hit.first, -1, before, breaks, tokens, lexicon.reach))) ||
          (after.size > 0 && isNear(hit.last, 1, after, breaks, tokens, lexicon.reach))));
    (isNegated ? negated : standing).push(hit);
  }
  return { standing, negated };
}

const negationRoles: ReadonlySet<PhraseRole> = new Set<PhraseRole>([
  "negates_after_it",
  "negates_before_it",
  "never_negates",
  "breaks_negation",
  "refuses",
]);

function isNegation(role: PhraseRole): boolean {
  return negationRoles.has(role);
}

/** Whether a refusal speaks of it: "I don't want my money back" asks for no refund, and its "don't" complains of nothing. */
function isRefused(hit: PhraseHit, role: PhraseRole, refusals: readonly PhraseHit[]): boolean {
  return refusals.some(({ first, last }) =>
    role === "negative"
      ? hit.first >= first && hit.last <= last
      : hit.first <= last && hit.last >= first && (refusable.has(phraseGroup(role)) || role === "latent_return"),
  );
}

const refusable: ReadonlySet<string> = new Set(["issue", "remedy"]);

function roleOf(hit: PhraseHit, lexicon: CompiledLexicon): PhraseRole {
  return (lexicon.phrases[hit.end] as CompiledPhrase).role;
}

/** Whether a negator stands in the room between the words of a phrase: "I want no refund". */
function holdsOne(hit: PhraseHit, negators: ReadonlySet<number>): boolean {
  if (hit.contiguous) return false;
  for (let index = hit.first + 1; index < hit.last; index += 1) if (negators.has(index)) return true;
  return false;
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

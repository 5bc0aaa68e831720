import type { LexiconLabel } from "./lexicon-labels.js";
import type { Lexicon } from "./lexicon.js";

type Phrases = Lexicon["phrases"];
type Weighted = NonNullable<Phrases[LexiconLabel]>;

const extended = new WeakMap<Lexicon, WeakMap<Lexicon, Lexicon>>();

/**
 * A lexicon with the phrases of another beside its own. A phrase that both give to one label weighs what the second says, a group of
 * the second stands in place of one of the same name, and what the second lists under `without` doesn't count.
 */
export function extendLexicon(standard: Lexicon, own: Lexicon): Lexicon {
  const before = extended.get(standard)?.get(own);
  if (before !== undefined) return before;
  const made = merge(standard, own);
  const byOwn = extended.get(standard) ?? new WeakMap<Lexicon, Lexicon>();
  extended.set(standard, byOwn.set(own, made));
  return made;
}

function merge(standard: Lexicon, own: Lexicon): Lexicon {
  const { extends: _, without = {}, ...rest } = own;
  const labels = [...new Set([...Object.keys(standard.phrases), ...Object.keys(own.phrases)])] as LexiconLabel[];
  const phrases = labels.map((label) => {
    const added = own.phrases[label] ?? {};
    const left = new Set([...Object.values(added).flat(), ...((without as Partial<Record<LexiconLabel, string[]>>)[label] ?? [])]);
    return [label, beside(standard.phrases[label] ?? {}, left, added)] as const;
  });
  const negation = own.negation ?? standard.negation;
  return {
    ...standard,
    ...rest,
    groups: { ...standard.groups, ...own.groups },
    spellings: { ...standard.spellings, ...own.spellings },
    ...(negation === undefined ? {} : { negation }),
    phrases: Object.fromEntries(phrases) as Phrases,
  };
}

function beside(standard: Weighted, left: ReadonlySet<string>, added: Weighted): Weighted {
  const weights = [...new Set([...Object.keys(standard), ...Object.keys(added)])].sort();
  return Object.fromEntries(
    weights.map((weight) => [weight, [...(standard[weight] ?? []).filter((phrase) => !left.has(phrase)), ...(added[weight] ?? [])]]),
  );
}

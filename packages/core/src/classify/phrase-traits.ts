import type { CompiledPhrase, PhraseRole } from "./compile-lexicon.js";

/** What decides whether a phrase found counts, in one number: its group's number in the lexicon, and these bits. */
export const phraseTraits = {
  group: 0xffff,
  negatesAfterIt: 1 << 16,
  negatesBeforeIt: 1 << 17,
  breaksNegation: 1 << 18,
  refuses: 1 << 19,
  /** Any part in negation: such a phrase speaks for no label. */
  negation: 1 << 20,
  negatable: 1 << 21,
  /** What a refusal may speak of: an issue, a remedy, a return that nobody names. */
  refusable: 1 << 22,
  negative: 1 << 23,
} as const;

const partsInNegation: Readonly<Partial<Record<PhraseRole, number>>> = {
  negates_after_it: phraseTraits.negation | phraseTraits.negatesAfterIt,
  negates_before_it: phraseTraits.negation | phraseTraits.negatesBeforeIt,
  never_negates: phraseTraits.negation,
  breaks_negation: phraseTraits.negation | phraseTraits.breaksNegation,
  refuses: phraseTraits.negation | phraseTraits.refuses,
};
const refusable: ReadonlySet<string> = new Set(["issue", "remedy"]);

/** The traits of each phrase, and how many groups there are. */
export function traitsOf(phrases: readonly CompiledPhrase[]): { readonly traits: Int32Array; readonly groups: number } {
  const groups = new Map<string, number>();
  const traits = Int32Array.from(phrases, ({ role, group, negatable }) => {
    const number = groups.get(group) ?? groups.size;
    groups.set(group, number);
    return (
      number |
      (Object.hasOwn(partsInNegation, role) ? (partsInNegation[role] as number) : 0) |
      (negatable ? phraseTraits.negatable : 0) |
      (refusable.has(group) || role === "latent_return" ? phraseTraits.refusable : 0) |
      (role === "negative" ? phraseTraits.negative : 0)
    );
  });
  return { traits, groups: groups.size };
}

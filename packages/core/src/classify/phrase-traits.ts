import type { CompiledPhrase, PhraseRole } from "./compile-lexicon.js";

/**
 * What is known of a phrase, in so many numbers: what decides whether it counts, as {@link phraseTraits} says, and the number of what
 * it says. One lies beside the other, since whoever needs the one needs the other.
 */
export const phraseEntry = { traits: 0, saying: 1, size: 2 } as const;

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
  positive: 1 << 24,
} as const;

const partsInNegation: Readonly<Partial<Record<PhraseRole, number>>> = {
  negates_after_it: phraseTraits.negation | phraseTraits.negatesAfterIt,
  negates_before_it: phraseTraits.negation | phraseTraits.negatesBeforeIt,
  never_negates: phraseTraits.negation,
  breaks_negation: phraseTraits.negation | phraseTraits.breaksNegation,
  refuses: phraseTraits.negation | phraseTraits.refuses,
};
const refusable: ReadonlySet<string> = new Set(["issue", "remedy"]);

/** What a phrase says: many say the same. */
export interface Saying {
  readonly role: PhraseRole;
  readonly weight: number;
}

/** All phrases in a row, each as {@link phraseEntry} says; what they say; and how many groups there are. */
export interface PhraseTable {
  readonly entries: Int32Array;
  readonly sayings: readonly Saying[];
  readonly groups: number;
}

export function phraseTable(phrases: readonly CompiledPhrase[]): PhraseTable {
  const groups = new Map<string, number>();
  const numbers = new Map<string, number>();
  const sayings: Saying[] = [];
  const entries = new Int32Array(phrases.length * phraseEntry.size);
  for (const [phrase, { role, group, weight, negatable }] of phrases.entries()) {
    const number = groups.get(group) ?? groups.size;
    groups.set(group, number);
    const key = `${weight} ${role}`;
    const saying = numbers.get(key) ?? sayings.push({ role, weight }) - 1;
    numbers.set(key, saying);
    const traits =
      number |
      (Object.hasOwn(partsInNegation, role) ? (partsInNegation[role] as number) : 0) |
      (negatable ? phraseTraits.negatable : 0) |
      (refusable.has(group) || role === "latent_return" ? phraseTraits.refusable : 0) |
      (role === "negative" ? phraseTraits.negative : 0) |
      (role === "positive" ? phraseTraits.positive : 0);
    entries.set([traits, saying], phrase * phraseEntry.size);
  }
  return { entries, sayings, groups: groups.size };
}

import type { RemedyKind } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";
import type { ListedChoice, ListedOffer } from "./listed-offer.js";

/** An offer as a policy lists it, and the words of its remedies. */
export interface KnownOffer extends ListedOffer {
  readonly words: readonly RemedyKind[];
}

const known = new WeakMap<ListedOffer, KnownOffer>();

/** What a policy offers, in lists that aren't frozen: engines read frozen ones several times slower. What can't change comes again and again: each offer is copied once. */
export function knownOffer(offer: ListedOffer): KnownOffer {
  const before = known.get(offer);
  if (before !== undefined) return before;
  const choices: ListedChoice[] = [];
  for (const { remedy, gives, weight } of offer.choices) choices.push({ remedy, gives, weight, owed: undefined });
  const made = { choices, statutory: offer.statutory && copiedList(offer.statutory), words: wordsOf(choices) };
  if (Object.isFrozen(offer) && Object.isFrozen(offer.choices)) known.set(offer, made);
  return made;
}

/** The remedies of choices, in their order. */
export function wordsOf(choices: readonly ListedChoice[]): RemedyKind[] {
  const words = new Array<RemedyKind>(choices.length);
  for (let index = 0; index < choices.length; index += 1) words[index] = (choices[index] as ListedChoice).remedy;
  return words;
}

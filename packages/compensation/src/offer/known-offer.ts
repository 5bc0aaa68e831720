import type { Remedies, RemedyKind } from "@amends/core/model";
import { copiedList } from "../facts/copied-list.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { Additions } from "./join-additions.js";
import type { ListedChoice, ListedOffer } from "./listed-offer.js";
import type { OfferSettings } from "./offer-settings.js";
import { writerOf } from "./written-gives.js";

/** What an offer rule says, with a tier, additions and what is to come back as far as it says so. */
export interface ProposedOffer extends ListedOffer {
  readonly tier?: Remedies["tier"] | undefined;
  readonly alwaysAdd?: Additions | undefined;
  readonly returnRequired?: boolean | undefined;
}

/** An offer as a policy lists it, in members of one form, and the words of its remedies. */
export interface KnownOffer extends ProposedOffer {
  readonly words: readonly RemedyKind[];
}

/** By what the remedies and weights of an offer are looked up. */
interface Lookup {
  readonly catalogue: RemedyCatalogue | undefined;
  readonly pickWeights: OfferSettings["pickWeights"] | undefined;
}

const known = new WeakMap<ListedOffer, Lookup & { readonly offer: KnownOffer }>();

/**
 * What a policy offers, in lists that aren't frozen: engines read frozen ones several times slower. What can't change comes again and
 * again: each offer is copied once, and its remedies and their weights are looked up once.
 */
export function knownOffer(offer: ProposedOffer, catalogue?: RemedyCatalogue, pickWeights?: OfferSettings["pickWeights"]): KnownOffer {
  const before = known.get(offer);
  if (before !== undefined && before.catalogue === catalogue && before.pickWeights === pickWeights) return before.offer;
  const isKept = Object.isFrozen(offer) && Object.isFrozen(offer.choices);
  const choices: ListedChoice[] = [];
  for (const { remedy, gives, weight } of offer.choices) {
    const definition = catalogue?.[remedy];
    choices.push({
      remedy,
      gives,
      weight: weight ?? pickWeights?.get(remedy),
      owed: undefined,
      definition,
      writer: isKept && definition !== undefined && Object.isFrozen(gives) ? writerOf(gives, definition) : undefined,
    });
  }
  const { tier, alwaysAdd, returnRequired } = offer;
  const made = { tier, choices, statutory: offer.statutory && copiedList(offer.statutory), alwaysAdd, returnRequired, words: wordsOf(choices) };
  if (isKept) known.set(offer, { offer: made, catalogue, pickWeights });
  return made;
}

/** The remedies of choices, in their order. */
export function wordsOf(choices: readonly ListedChoice[]): RemedyKind[] {
  const words = new Array<RemedyKind>(choices.length);
  for (let index = 0; index < choices.length; index += 1) words[index] = (choices[index] as ListedChoice).remedy;
  return words;
}

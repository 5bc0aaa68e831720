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

type PickWeights = OfferSettings["pickWeights"];

/** An offer, and by what its remedies and weights were looked up. */
interface Lookup {
  readonly offer: KnownOffer;
  readonly catalogue: RemedyCatalogue;
  readonly pickWeights: PickWeights;
}

const known = new WeakMap<ListedOffer, Lookup>();

type OfferEvents = readonly { readonly params: ProposedOffer }[];

const decided = new WeakMap<OfferEvents, Lookup>();

/**
 * What policies offer, in lists that aren't frozen: engines read frozen ones several times slower. An empty offer where they decided
 * none. What can't change comes again and again: each offer is copied once, and its remedies and their weights are looked up once.
 */
export function decidedOffer(events: OfferEvents, catalogue: RemedyCatalogue, pickWeights: PickWeights): KnownOffer {
  const before = decided.get(events);
  if (before !== undefined && before.catalogue === catalogue && before.pickWeights === pickWeights) return before.offer;
  const event = events[0];
  const found = lookup(event === undefined ? nothingOffered : event.params, catalogue, pickWeights);
  if (Object.isFrozen(events) && (event === undefined || (Object.isFrozen(event) && known.get(event.params) === found)))
    decided.set(events, found);
  return found.offer;
}

function lookup(offer: ProposedOffer, catalogue: RemedyCatalogue, pickWeights: PickWeights): Lookup {
  const before = known.get(offer);
  if (before !== undefined && before.catalogue === catalogue && before.pickWeights === pickWeights) return before;
  const isKept = Object.isFrozen(offer) && Object.isFrozen(offer.choices);
  const choices: ListedChoice[] = [];
  for (const { remedy, gives, weight } of offer.choices) {
    const definition = catalogue[remedy];
    choices.push({
      remedy,
      gives,
      weight: weight ?? pickWeights.get(remedy),
      owed: undefined,
      definition,
      writer: isKept && definition !== undefined && Object.isFrozen(gives) ? writerOf(gives, definition) : undefined,
    });
  }
  const { tier, alwaysAdd, returnRequired } = offer;
  const statutory = offer.statutory && copiedList(offer.statutory);
  const made = { offer: { tier, choices, statutory, alwaysAdd, returnRequired, words: wordsOf(choices) }, catalogue, pickWeights };
  if (isKept) known.set(offer, made);
  return made;
}

const nothingOffered: ProposedOffer = Object.freeze({ tier: null, choices: Object.freeze([]) });

/** The remedies of choices, in their order. */
export function wordsOf(choices: readonly ListedChoice[]): RemedyKind[] {
  const words = new Array<RemedyKind>(choices.length);
  for (let index = 0; index < choices.length; index += 1) words[index] = (choices[index] as ListedChoice).remedy;
  return words;
}

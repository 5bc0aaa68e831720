import { compareMoney, percentOf } from "@amends/core/money";
import { copiedList } from "../facts/copied-list.js";
import type { ListedChoice, ListedOffer } from "../offer/listed-offer.js";
import type { RemedyCatalogue } from "../remedies/remedy-catalogue.js";
import type { CostBasis, RemedyDefinition } from "../remedies/remedy-definition.js";
import { owedGives, type OwedGives } from "./owed-gives.js";
import type { FloorFact } from "./statutory-pack.js";

/**
 * An offer with what law and marketplace leave no choice about: of each list of remedies that is owed at least one is in it, a
 * refund gives back no less than is owed, and what answers to a floor is owed, whatever the policies say.
 */
export function applyFloors(
  offer: ListedOffer,
  floors: readonly FloorFact[],
  catalogue: RemedyCatalogue,
  basis: CostBasis,
  canBeGiven: (remedy: RemedyDefinition) => boolean,
): ListedOffer {
  if (floors.length === 0) return offer;
  const choices = copiedList(offer.choices);
  for (let index = 0; index < floors.length; index += 1) {
    const fact = floors[index] as FloorFact;
    const { owes } = fact.value;
    for (let list = 0; list < owes.length; list += 1) oweOne(choices, owes[list] as string[], fact, catalogue, basis, canBeGiven);
  }
  return { choices, statutory: offer.statutory };
}

function oweOne(
  choices: ListedChoice[],
  owed: readonly string[],
  fact: FloorFact,
  catalogue: RemedyCatalogue,
  basis: CostBasis,
  canBeGiven: (remedy: RemedyDefinition) => boolean,
): void {
  const named: Readonly<Record<string, RemedyDefinition>> = catalogue;
  let found = false;
  for (let index = 0; index < choices.length; index += 1) {
    const choice = choices[index] as ListedChoice;
    const definition = named[choice.remedy];
    if (definition === undefined || !owed.includes(choice.remedy)) continue;
    found ||= canBeGiven(definition);
    const { remedy, gives, weight, owed: before, writer } = choice;
    const given = atLeast(gives, definition, fact, basis);
    choices[index] = {
      remedy,
      gives: given,
      weight,
      owed: before === undefined ? [fact] : [...before, fact],
      definition: choice.definition,
      writer: given === gives ? writer : undefined,
    };
  }
  if (found) return;
  // The first of the list that can be given; where none can, the first, so that somebody sees what is owed.
  let added: { readonly kind: string; readonly given: OwedGives } | undefined;
  for (const kind of owed) {
    if (!Object.hasOwn(named, kind) || isAmong(choices, kind)) continue;
    const definition = named[kind] as RemedyDefinition;
    const given = owedGives(definition, fact.value);
    if (given === undefined) continue;
    const isGivable = canBeGiven(definition);
    if (isGivable || added === undefined) added = { kind, given };
    if (isGivable) break;
  }
  if (added === undefined) return;
  const { gives, writer } = added.given;
  choices.push({
    remedy: added.kind as ListedChoice["remedy"],
    // A remedy of a host's own may keep what it is asked with, and change it.
    gives: writer === undefined ? { ...gives } : gives,
    weight: undefined,
    owed: [fact],
    definition: undefined,
    writer,
  });
}

function isAmong(choices: readonly ListedChoice[], kind: string): boolean {
  for (let index = 0; index < choices.length; index += 1) if ((choices[index] as ListedChoice).remedy === kind) return true;
  return false;
}

/** What a refund gives, raised to what is owed where it is less. */
function atLeast(
  gives: ListedChoice["gives"],
  definition: RemedyDefinition,
  { value }: FloorFact,
  basis: CostBasis,
): ListedChoice["gives"] {
  if (definition.paysBack === null) return gives;
  const floor = floorOf(value.refundPercent, basis);
  const cost = definition.cost(gives, basis);
  if (floor === undefined || !("money" in cost))
    return (gives["refundPercent"] as number) < value.refundPercent ? raised(gives, value) : gives;
  return cost.money !== floor && compareMoney(cost.money, floor) < 0 ? raised(gives, value) : gives;
}

function raised(gives: ListedChoice["gives"], { refundPercent }: FloorFact["value"]): ListedChoice["gives"] {
  return { ...gives, refundPercent, of: "claim" };
}

/** So much of the claim, and no more than is left to refund. */
function floorOf(percent: number, { claim, refundable }: CostBasis) {
  if ("missing" in claim || "missing" in refundable) return undefined;
  // All of a claim that is all of what is left needs no computing.
  if (percent === 100 && claim === refundable) return claim.money;
  const part = percentOf(claim.money, percent, "half-even");
  return compareMoney(part, refundable.money) > 0 ? refundable.money : part;
}

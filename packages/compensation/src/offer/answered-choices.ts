import type { RemedyChoice, RemedyKind } from "@amends/core/model";
import type { FloorFact } from "../floors/statutory-pack.js";
import { tellingWord } from "../remedies/remedy-definition.js";
import type { OfferedChoice } from "./offered-choice.js";

/** A choice as the answer has it; where its cost is null, it says why. */
export type AnsweredChoice = RemedyChoice & { readonly costBecause?: string };

type Draft = { -readonly [Key in keyof AnsweredChoice]?: AnsweredChoice[Key] };

/** Likelihoods keep six decimals. */
const scale = 1_000_000;

/** The offer's choices as the answer has them, each with its key by `keyOf` and how likely it is picked: its weight among those left. */
export function answeredChoices(choices: readonly OfferedChoice[], keyOf: (remedy: RemedyKind) => string): AnsweredChoice[] {
  let whole = 0;
  for (let index = 0; index < choices.length; index += 1) whole += (choices[index] as OfferedChoice).weight;
  const answered = new Array<AnsweredChoice>(choices.length);
  for (let index = 0; index < choices.length; index += 1) answered[index] = answeredChoice(choices[index] as OfferedChoice, keyOf, whole);
  return answered;
}

function answeredChoice(offered: OfferedChoice, keyOf: (remedy: RemedyKind) => string, whole: number): AnsweredChoice {
  const { remedy, gives, cost, expected, weight, owed, definition } = offered;
  const idempotencyKey = keyOf(remedy);
  const telling = tellingWord(definition);
  if (telling === remedy && "money" in cost && "money" in expected && whole !== 0) {
    const likelihood = Math.round((weight / whole) * scale) / scale;
    // Written at once, as nearly all are: what is there at times only takes longer to add.
    return owed === undefined
      ? { remedy, gives, cost: cost.money, expectedCost: expected.money, idempotencyKey, likelihood }
      : { remedy, gives, cost: cost.money, expectedCost: expected.money, owed: namesOf(owed), idempotencyKey, likelihood };
  }
  const choice: Draft = { remedy, gives };
  if (telling !== remedy) choice.telling = telling;
  choice.cost = "money" in cost ? cost.money : null;
  if (!("money" in cost)) choice.costBecause = "later" in cost ? cost.because : `it can't be told without ${cost.missing.join(", ")}`;
  if ("money" in expected) choice.expectedCost = expected.money;
  if (owed !== undefined) choice.owed = namesOf(owed);
  choice.idempotencyKey = idempotencyKey;
  if (whole !== 0) choice.likelihood = Math.round((weight / whole) * scale) / scale;
  return choice as AnsweredChoice;
}

function namesOf(owed: readonly FloorFact[]): NonNullable<RemedyChoice["owed"]> {
  const names = new Array<NonNullable<RemedyChoice["owed"]>[number]>(owed.length);
  for (let index = 0; index < owed.length; index += 1) {
    const { id, source, confidence, value } = owed[index] as FloorFact;
    const { because } = value;
    names[index] = because === undefined ? { fact: id, source, confidence } : { fact: id, source, confidence, because };
  }
  return names;
}

import type { CaseFile, ExcludedRemedy } from "@amends/core/model";
import { compareMoney, safeUnits } from "@amends/core/money";
import { refundCost } from "../remedies/refund-cost.js";
import { noLimit, type CostBasis, type RemedyDefinition } from "../remedies/remedy-definition.js";
import { goodsOf } from "../remedies/reship.js";
import { narrow, type Narrowed, type OfferedChoice } from "./offered-choice.js";

/** Takes out what can't be done, owed or not: goods that aren't in stock, and what costs more than the remedy itself allows. */
export function excludeImpossible(choices: readonly OfferedChoice[], caseFile: CaseFile, basis: CostBasis): Narrowed {
  let first = 0;
  while (first < choices.length && isSurelyPossible(choices[first] as OfferedChoice, caseFile, basis)) first += 1;
  return first === choices.length ? { kept: choices, excluded: nothing } : narrow(choices, reasonsIn(caseFile, basis));
}

function reasonsIn(caseFile: CaseFile, basis: CostBasis): (offered: OfferedChoice) => ExcludedRemedy | undefined {
  return (offered) => reasonAgainst(offered, caseFile, basis);
}

const nothing: readonly ExcludedRemedy[] = [];

/** Whether there is nothing to look at: no items that may be lacking, and no limit, all that is left to refund, or a share of what goods cost. */
function isSurelyPossible({ definition, cost }: OfferedChoice, { order }: CaseFile, { refundable }: CostBasis): boolean {
  const items = order?.items;
  if (items !== undefined && items !== null && items.length > 0) return false;
  const { limit } = definition;
  return limit === noLimit || limit === goodsOf || (cost === refundable && definition.cost === refundCost);
}

function reasonAgainst(offered: OfferedChoice, caseFile: CaseFile, basis: CostBasis): ExcludedRemedy | undefined {
  if (!isInStock(offered.definition, caseFile)) return impossible(offered, "out_of_stock", "what is to be sent isn't in stock");
  return isWithinLimit(offered, basis) ? undefined : impossible(offered, "above_limit", "it would cost more than the remedy can");
}

/** Whether goods can be sent where the remedy needs them. An item whose stock nobody knows counts as there. */
export function isInStock({ requires }: RemedyDefinition, { order }: CaseFile): boolean {
  const items = order?.items;
  if (!items || items.length === 0 || !requires.includes("stock")) return true;
  // Which item a claim is about isn't said: as long as one can be sent, somebody looks.
  return items.some(({ inStock, quantity }) => (inStock ?? Infinity) >= (quantity ?? 1));
}

function isWithinLimit({ cost, units, definition, gives }: OfferedChoice, basis: CostBasis): boolean {
  if (!("money" in cost)) return true;
  const limit = definition.limit(gives, basis);
  return (
    limit === undefined ||
    limit === cost ||
    "missing" in limit ||
    limit.money.currency !== cost.money.currency ||
    // What numbers don't hold is compared exactly.
    units <= safeUnits(limit.money) ||
    compareMoney(cost.money, limit.money) <= 0
  );
}

function impossible({ remedy }: OfferedChoice, reason: string, because: string): ExcludedRemedy {
  return { remedy, reason, because, rule: null };
}

import type { Money } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import type { OfferedChoice } from "./offered-choice.js";

/** From what to what the choices cost now; null where none costs a known amount. Costs of one case are in one currency. */
export function costRange(offered: readonly OfferedChoice[]): { min: Money; max: Money } | null {
  let least: OfferedChoice | undefined;
  let most: OfferedChoice | undefined;
  for (let index = 0; index < offered.length; index += 1) {
    const choice = offered[index] as OfferedChoice;
    if (!("money" in choice.cost)) continue;
    if (least === undefined || most === undefined) {
      least = choice;
      most = choice;
    } else if (costsLess(choice, least)) least = choice;
    else if (costsLess(most, choice)) most = choice;
  }
  return least === undefined || most === undefined ? null : { min: moneyOf(least), max: moneyOf(most) };
}

function costsLess(one: OfferedChoice, other: OfferedChoice): boolean {
  const left = moneyOf(one);
  const right = moneyOf(other);
  const difference = left.currency === right.currency ? one.units - other.units : Number.NaN;
  return Number.isNaN(difference) ? compareMoney(left, right) < 0 : difference < 0;
}

function moneyOf({ cost }: OfferedChoice): Money {
  return (cost as { readonly money: Money }).money;
}

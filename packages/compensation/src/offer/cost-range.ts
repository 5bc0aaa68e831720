import type { Money } from "@amends/core/model";
import { compareMoney } from "@amends/core/money";
import type { OfferedChoice } from "./offered-choice.js";

/** From what to what the choices cost now; null where none costs a known amount. Costs of one case are in one currency. */
export function costRange(offered: readonly OfferedChoice[]): { min: Money; max: Money } | null {
  let min: Money | undefined;
  let max: Money | undefined;
  for (let index = 0; index < offered.length; index += 1) {
    const { cost } = offered[index] as OfferedChoice;
    if (!("money" in cost)) continue;
    if (min === undefined || max === undefined) {
      min = cost.money;
      max = cost.money;
    } else if (compareMoney(cost.money, min) < 0) min = cost.money;
    else if (compareMoney(cost.money, max) > 0) max = cost.money;
  }
  return min === undefined || max === undefined ? null : { min, max };
}

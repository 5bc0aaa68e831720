import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, Money } from "@amends/core/model";
import { compareMoney, convertUnits, decimalNumber, numberOfUnits } from "@amends/core/money";
import { inCurrency, type RateLimits } from "./cost-basis.js";
import type { OfferedChoice } from "./offered-choice.js";

/** What the approval policies read of an offer's cost, and what lacked to tell it. */
export interface CostFacts {
  readonly maximumCost: number;
  readonly costKnown: boolean;
  readonly missing: readonly string[];
}

/** The dearest choice, in the approval policies' currency, and whether every cost could be told in it. What costs later counts nothing. */
export function costFacts(
  choices: readonly OfferedChoice[],
  currency: string | undefined,
  caseFile: CaseFile,
  limits: RateLimits,
): CostFacts {
  const missing: string[] = [];
  let maximumCost = 0;
  let dearest: Money | undefined;
  let dearestNumber: number | undefined;
  for (let index = 0; index < choices.length; index += 1) {
    const { cost, units } = choices[index] as OfferedChoice;
    if ("later" in cost) continue;
    if ("missing" in cost) {
      missing.push(...cost.missing);
      continue;
    }
    const { money } = cost;
    const own = numberOfUnits(units, money.currency) ?? decimalNumber(money);
    // What costs no more than another of the same currency needn't be converted: it won't cost more in another one.
    if (own !== undefined && dearest?.currency === money.currency) {
      if (dearestNumber === undefined ? compareMoney(money, dearest) <= 0 : own <= dearestNumber) continue;
    }
    let amount = own;
    if (currency !== undefined && money.currency !== currency) {
      const options = { rounding: "half-even", at: limits.now, maximumAgeDays: limits.maximumAgeDays } as const;
      amount = numberOfUnits(convertUnits(units, money.currency, currency, caseFile.rates, options), currency);
      if (amount === undefined) {
        const converted = inCurrency(money, currency, caseFile, limits);
        if ("missing" in converted) {
          missing.push(...converted.missing);
          continue;
        }
        amount = decimalNumber(converted.money);
      }
    }
    // An amount of more digits than numbers hold is known to nobody's rule.
    if (amount === undefined) missing.push("offer.maximumCost");
    else {
      maximumCost = Math.max(maximumCost, amount);
      dearest = money;
      dearestNumber = own;
    }
  }
  return { maximumCost, costKnown: missing.length === 0, missing };
}

/** The one currency of the approval policies. */
export function approvalCurrency(
  policies: readonly { readonly policy: { readonly policy: string; readonly currency?: string | undefined } }[],
): string | undefined {
  const currencies = [...new Set(policies.map(({ policy }) => policy.currency).filter((currency) => currency !== undefined))];
  if (currencies.length < 2) return currencies[0];
  throw new InvalidPolicyError([
    {
      code: "currency_mixed",
      message: `the policies of decision "approvals" name amounts in ${currencies.join(" and ")}`,
      path: "currency",
      fix: "give them one currency",
    },
  ]);
}

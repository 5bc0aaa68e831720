import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, Money } from "@amends/core/model";
import { addMoney, compareMoney, percentOf, toMinorUnits } from "@amends/core/money";
import type { CostBasis, KnownAmount } from "../remedies/remedy-definition.js";
import { inCurrency, type RateLimits } from "./cost-basis.js";

/**
 * What the customer would be content with, in the currency of the order, else of the claim, else its own; undefined where nobody knows
 * it, or it is below zero.
 */
export function expectationOf(caseFile: CaseFile, { order }: CostBasis, limits: RateLimits): KnownAmount | undefined {
  const expectation = caseFile.claim?.expectation;
  if (expectation === undefined || expectation === null || toMinorUnits(expectation, "claim.expectation") < 0n) return undefined;
  return "missing" in order ? { money: expectation } : inCurrency(expectation, order.money.currency, caseFile, limits);
}

/**
 * The range that goes beyond what the customer would be content with, by so many per cent. The lower end rounds up and the upper
 * end down, in minor units; where none lies between, both are the lower end. Null without an expectation.
 *
 * @throws {InvalidPolicyError} where the percentages are reversed.
 */
export function beyondExpectation(
  expectation: Money | undefined,
  minimumPercent: number,
  maximumPercent: number,
): { min: Money; max: Money } | null {
  if (minimumPercent > maximumPercent) {
    throw new InvalidPolicyError([
      {
        code: "range_reversed",
        message: `the offer can't go beyond the expectation by ${minimumPercent} to ${maximumPercent} per cent`,
        path: "parameters.expectationMinimumPercent",
        expected: "at most expectationMaximumPercent",
        fix: "swap the two",
      },
    ]);
  }
  if (expectation === undefined) return null;
  const min = addMoney(expectation, percentOf(expectation, minimumPercent, "ceiling"));
  const max = addMoney(expectation, percentOf(expectation, maximumPercent, "floor"));
  return { min, max: compareMoney(max, min) < 0 ? min : max };
}

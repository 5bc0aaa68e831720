import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile, Money } from "@amends/core/model";
import { addMoney, compareMoney, percentOf, toMinorUnits } from "@amends/core/money";

/**
 * The range that goes beyond what the customer would be content with, by so many per cent. The lower end rounds up and the upper
 * end down, in minor units; where none lies between, both are the lower end. Null where nobody knows the expectation, or it is
 * below zero.
 *
 * @throws {InvalidPolicyError} where the percentages are reversed.
 */
export function beyondExpectation({ claim }: CaseFile, minimumPercent: number, maximumPercent: number): { min: Money; max: Money } | null {
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
  const expectation = claim?.expectation;
  if (expectation === undefined || expectation === null || toMinorUnits(expectation, "claim.expectation") < 0n) return null;
  const min = addMoney(expectation, percentOf(expectation, minimumPercent, "ceiling"));
  const max = addMoney(expectation, percentOf(expectation, maximumPercent, "floor"));
  return { min, max: compareMoney(max, min) < 0 ? min : max };
}

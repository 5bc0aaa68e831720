import { expect, test } from "vitest";
import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import { readPolicy } from "../parse/parse-policy.js";

function fixOf(conditions: unknown): string | undefined {
  const rules = [{ name: "rule", conditions, event: { type: "flag" } }];
  try {
    readPolicy({ policy: "shop/x", version: "1.0.0", stage: "sla", decision: "flags", decide: "all", rules });
  } catch (error) {
    if (InvalidPolicyError.isInstance(error)) return error.findings[0]?.fix;
  }
  throw new Error("the policy was not refused");
}

const withOperator = (operator: string): unknown => ({ all: [{ fact: "order.total", operator, value: 1 }] });

test.each([
  ["equals", 'did you mean "equal"?'],
  ["GreaterThen", 'did you mean "greaterThan"?'],
  [">=", 'did you mean "greaterThanInclusive"?'],
  ["EXISTS", 'did you mean "isPresent"?'],
  ["toString", expect.stringMatching(/^use one of equal, .* or register it$/)],
  ["sumFact:equal", 'did you mean "someFact"?'],
  ["perhaps:equal", "use one of someFact, someValue, everyFact, everyValue, swap, not"],
])("the operator %s of a policy", (operator, fix) => {
  expect(fixOf(withOperator(operator))).toEqual(fix);
});

test("groups of other rule languages in a policy", () => {
  const members = [{ fact: "order.total", operator: "equal", value: 1 }];
  expect(fixOf({ and: members })).toBe('did you mean "all"?');
  expect(fixOf({ anny: members })).toBe('did you mean "any"?');
  expect(fixOf({ something: members })).toMatch(/^put /);
});

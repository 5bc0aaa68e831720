import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultOperators } from "../rules/operators/default-operators.js";
import { orderedBounds, placeAmong, type WrittenTest } from "./ordered-bounds.js";

const number = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(-0, 0.5, 2.5, 1e9, -Infinity, Infinity));
const test: fc.Arbitrary<WrittenTest> = fc.oneof(
  fc.record({
    operator: fc.constantFrom("equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"),
    value: number,
  }),
  fc.record({ operator: fc.constantFrom("equal", "notEqual"), value: fc.boolean() }),
  fc.tuple(number, number).map(([one, other]) => ({ operator: "between", value: [Math.min(one, other), Math.max(one, other)] })),
);

it("gives two numbers one place only where every test holds of both or of none", () => {
  fc.assert(
    fc.property(fc.array(test, { minLength: 1, maxLength: 5 }), number, number, (tests, one, other) => {
      const bounds = orderedBounds(tests) as readonly number[];
      const holds = (value: number) =>
        tests.map((each) => defaultOperators.find(({ name }) => name === each.operator)?.evaluate(value, each.value));
      fc.pre(placeAmong(bounds, one) === placeAmong(bounds, other));
      expect(holds(one)).toEqual(holds(other));
    }),
  );
});

it("leaves tests that ask for more to themselves", () => {
  const beside = (operator: string, value: unknown) =>
    orderedBounds([
      { operator: "lessThan", value: 5 },
      { operator, value },
    ]);
  expect([beside("in", [1]), beside("greaterThan", "3"), beside("startsWith", "3"), beside("equal", null)]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
  expect(orderedBounds(Array.from({ length: 40 }, (_, value) => ({ operator: "equal", value })))).toBeUndefined();
  expect(
    orderedBounds([
      { operator: "between", value: [2, 7] },
      { operator: "equal", value: true },
    ]),
  ).toEqual([2, 7]);
});

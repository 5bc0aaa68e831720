import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsAll } from "./contains-all.js";
import { containsAny } from "./contains-any.js";
import { isIn } from "./is-in.js";
import { notIn } from "./not-in.js";

const single = fc.oneof(fc.constantFrom("a", "b", "ab", "", "1", 1, 0, -0, Number.NaN, true, false, null, undefined), fc.nat({ max: 30 }));
const list = fc.oneof(fc.array(single, { maxLength: 5 }), fc.array(single, { minLength: 17, maxLength: 40 }));
const fact = fc.oneof(single, list, fc.constantFrom("abc", "cab"), fc.constant({}));

describe("operators prepared for a list", () => {
  it.each([containsAny, containsAll, isIn, notIn])("$name answers as it does unprepared", (operator) => {
    fc.assert(
      fc.property(list, fc.array(fact, { minLength: 1, maxLength: 8 }), (value, facts) => {
        const test = operator.prepare?.(value);
        for (const each of facts) expect(test?.(each)).toBe(operator.evaluate(each, value));
      }),
    );
  });

  it.each([containsAny, containsAll, isIn, notIn])("$name takes a hole for no entry", (operator) => {
    const value = ["a"];
    value[2] = "b";
    for (const each of [undefined, "a", ["a", "b"], ["a", undefined], [undefined]])
      expect(operator.prepare?.(value)?.(each)).toBe(operator.evaluate(each, value));
  });

  it.each([containsAny, containsAll, isIn, notIn])("$name isn't prepared for what is no list", (operator) => {
    expect(operator.prepare?.("abc")).toBeUndefined();
  });
});

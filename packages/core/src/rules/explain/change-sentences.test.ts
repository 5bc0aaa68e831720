import { describe, expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import { explainSentences } from "./sentences/explain-sentences.js";
import { all, leaf, missedOf, wantedOf } from "./testing/missed-rule.js";

describe("what is said of a fact", () => {
  const said = (conditions: object[], facts: object) => {
    const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: all(...conditions) })] }));
    return (["en", "zh"] as const).map((language) => explainSentences(policy.explain(facts as never), language).at(-1));
  };

  it("leaves room for everything that will do", () => {
    expect(said([leaf("number", "startsWith", "AMZ-")], {})).toEqual([
      "number is absent; it would have to be a text that begins with AMZ-, such as AMZ-.",
      "number 缺失，需要以 AMZ- 开头，例如 AMZ-。",
    ]);
    expect(said([leaf("at", "withinHours", ["09:00", "17:00"])], { at: "20:00" })[0]).toBe(
      "at is 20:00; it would have to be a time from 09:00 until before 17:00, such as 09:00.",
    );
    expect(said([{ any: [leaf("n", "lessThan", 5), leaf("n", "greaterThan", 50)] }], { n: 20 })).toEqual([
      "n is 20; it would have to be less than 5, or more than 50.",
      "n 为 20，需要小于 5，或者大于 50。",
    ]);
    expect(said([{ any: [leaf("n", "equal", 5), leaf("n", "lessThan", 0)] }], { n: 3 })[0]).toBe(
      "n is 3; it would have to be 5, or less than 0.",
    );
    expect(said([leaf("x", "in", [true, 2])], { x: "z" })[0]).toBe("x is z; it would have to be one of true, 2.");
    expect(said([leaf("x", "notEqual", true)], { x: true })[0]).toBe("x is true; it would have to be anything but true, such as false.");
    const many = { any: ["a", "b", "c", "d", "e", "f"].map((start) => leaf("x", "startsWith", start)) };
    expect(said([many], {})).toEqual([
      "x is absent; it would have to be something else, for instance a.",
      "x 缺失，需要为其他值，例如 a。",
    ]);
  });

  it("names a text or a list only as an example where it does by being read as a number", () => {
    const [change] = missedOf([leaf("a", "between", [1, 3]), leaf("a", "notEqual", 2)], { a: 9 })?.changes ?? [];
    expect(change?.value).toBe(3);
    const coerced = [leaf("a", "lessThanInclusive", 2), leaf("a", "greaterThanInclusive", 2), leaf("a", "notEqual", 2)];
    expect(wantedOf(coerced, { a: 9 })).toEqual([["a", { kind: "example" }, "2"]]);
  });
});

import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../compile-policy.js";
import { policyOf, ruleOf } from "../../testing/sample-vocabulary.js";
import { chinese } from "./chinese.js";
import { english } from "./english.js";

/** Each operator: what it asks for, in both languages, and what it asks for when turned round. */
const phrases: readonly (readonly [operator: string, value: unknown, en: string, zh: string, notEn: string, notZh: string])[] = [
  ["equal", 5, "5", "为 5", "anything but 5", "不是 5"],
  ["notEqual", 5, "anything but 5", "不是 5", "5", "为 5"],
  ["in", ["a", "b"], "one of a, b", "为 a、b 之一", "none of a, b", "不在 a、b 之中"],
  ["notIn", ["a", "b"], "none of a, b", "不在 a、b 之中", "one of a, b", "为 a、b 之一"],
  ["lessThan", 5, "less than 5", "小于 5", "not less than 5", "不小于 5"],
  ["lessThanInclusive", 5, "at most 5", "不超过 5", "not 5 or less", "大于 5"],
  ["greaterThan", 5, "more than 5", "大于 5", "not more than 5", "不超过 5"],
  ["greaterThanInclusive", 5, "at least 5", "不少于 5", "not 5 or more", "小于 5"],
  ["between", [1, 5], "between 1 and 5", "在 1 到 5 之间", "not between 1 and 5", "不在 1 到 5 之间"],
  ["isPresent", true, "present", "有值", "absent", "为空（缺失）"],
  ["contains", "a", "a list with a", "包含 a", "a list without a", "不包含 a"],
  ["doesNotContain", "a", "a list without a", "不包含 a", "a list with a", "包含 a"],
  ["containsAny", ["a"], "something that has any of a", "至少包含 a 之一", "something that has none of a", "不包含 a 中的任何一个"],
  ["containsAll", ["a"], "something that has all of a", "全部包含 a", "something that doesn't have all of a", "不全部包含 a"],
  ["startsWith", "a", "a text that begins with a", "以 a 开头", "a text that doesn't begin with a", "不以 a 开头"],
  ["endsWith", "a", "a text that ends with a", "以 a 结尾", "a text that doesn't end with a", "不以 a 结尾"],
  ["matches", "a", "a text that matches a", "匹配 a", "a text that doesn't match a", "不匹配 a"],
  [
    "withinHours",
    ["22:00", "06:00"],
    "a time from 22:00 until before 06:00",
    "在 22:00 至 06:00 之间（不含后者）",
    "a time not from 22:00 until before 06:00",
    "不在 22:00 至 06:00 之间（不含后者）",
  ],
  [
    "shopOperator",
    1,
    'so that "shopOperator" of 1 holds',
    "满足“shopOperator 1”",
    'so that "shopOperator" of 1 doesn\'t hold',
    "不满足“shopOperator 1”",
  ],
];

describe("what a comparison asks for", () => {
  it.each(phrases)("%s", (operator, value, en, zh, notEn, notZh) => {
    const change = (holds: boolean) =>
      ({ fact: "f", wanted: { kind: "conditions", conditions: [{ operator, threshold: { value }, holds }] } }) as const;
    expect(english.change(change(true))).toBe(`f is absent; it would have to be ${en}.`);
    expect(chinese.change(change(true))).toBe(`f 缺失，需要${zh}。`);
    expect(english.change(change(false))).toBe(`f is absent; it would have to be ${notEn}.`);
    expect(chinese.change(change(false))).toBe(`f 缺失，需要${notZh}。`);
    const negated = { fact: "f", operator: `not:${operator}`, expected: value, observed: "x" };
    expect(english.saw(negated)).toBe(`f is x; it has to be ${notEn}, which was not looked at.`);
    expect(chinese.saw(negated)).toBe(`f 为 x，要求${notZh}（未检查）。`);
  });

  it("names what thresholds come from", () => {
    const wanted = { kind: "oneOf", values: [{ value: 5, fact: "g" }] } as const;
    expect(english.change({ fact: "f", path: "$.a", observed: 1, wanted, unit: "days" })).toBe(
      "f $.a is 1 day; it would have to be 5 (g).",
    );
    expect(chinese.change({ fact: "f", path: "$.a", observed: 1, wanted, unit: "days" })).toBe("f $.a 为 1 天，需要为 5（g）。");
    const saw = { fact: "f", operator: "in", expected: [1, 2], observed: [], result: false, parameters: ["a", "b"], expectedFact: "g" };
    expect(english.saw(saw)).toBe("f is an empty list; it has to be one of 1, 2 (g) (parameters a, b), and isn't.");
    expect(chinese.saw(saw)).toBe("f 为 空列表，要求为 1、2（g） 之一（参数 a、b），未满足。");
    const both = { kind: "range", from: { value: 1, inclusive: false }, to: { value: 9, inclusive: true } } as const;
    expect(chinese.change({ fact: "f", observed: 0.5, wanted: both, unit: "ratio" })).toBe("f 为 0.5，需要大于 1且不超过 9。");
    const others = { kind: "noneOf", values: [{ value: "" }] } as const;
    expect(english.change({ fact: "f", observed: "", wanted: others, value: "a" })).toBe(
      'f is ""; it would have to be anything but "", such as a.',
    );
    expect(chinese.change({ fact: "f", observed: "", wanted: others, value: "a" })).toBe('f 为 ""，需要不是 ""，例如 a。');
  });
});

describe("whom a rule lost to, and what kept it", () => {
  it("is said for each reason", () => {
    for (const by of ["priority", "order", "stricter", "moreSpecific", "group"] as const) {
      expect(english.lost("a", { rule: "b", by })).toMatch(/^"a" fired too, but "b" /);
      expect(chinese.lost("a", { rule: "b", by })).toMatch(/^规则“a”也命中了，但.*规则“b”/);
    }
    expect(english.lost("a", undefined)).toBe('"a" fired too, but didn\'t count.');
    expect(chinese.lost("a", undefined)).toBe("规则“a”也命中了，但未被采用。");
  });

  it("is a date that nobody knows", () => {
    const dates = { effectiveTo: "2026-01-01", datedBy: ["order.placedAt"] };
    expect(english.outOfForce(dates, false)).toBe("It applies until before 2026-01-01, and order.placedAt is absent.");
    expect(chinese.outOfForce(dates, false)).toBe("该规则2026-01-01 之前有效，缺少日期 order.placedAt。");
  });

  it("is what its answer takes, or more than can be searched", () => {
    expect([english.lacks(["a", "b"]), chinese.lacks(["a", "b"])]).toEqual([
      "Its answer needs a and b, which are absent.",
      "该规则的结果需要 a、b，目前缺失。",
    ]);
    expect(english.unchangeable({ approximate: true })).toContain("too many conditions");
    expect(chinese.unchangeable({ approximate: true })).toContain("条件过多");
    expect(english.changes(3, true)).toBe("It would have fired with 3 other facts (there may be a shorter way):");
  });

  it("adds up points", () => {
    const rules = [ruleOf({ conditions: { all: [] } as never }), ruleOf({ name: "second", conditions: { all: [] } as never })];
    const explanation = compilePolicy(policyOf({ decide: "sum", rules })).explain({});
    expect(english.decided(explanation, explanation.fired)).toBe(
      'sample/score decided by the rules "vip", "second". The points add up to 10.',
    );
    expect(chinese.decided(explanation, explanation.fired)).toBe("策略 sample/score 按规则“vip”、“second”作出决定。合计 10 分。");
  });
});

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
  ["in", "abc", "part of abc", "为 abc 的一部分", "no part of abc", "不是 abc 的一部分"],
  ["notIn", "abc", "no part of abc", "不是 abc 的一部分", "part of abc", "为 abc 的一部分"],
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

/** Decorated operators in plain words. */
const decorated: readonly (readonly [operator: string, value: unknown, en: string, zh: string, notEn: string, notZh: string])[] = [
  [
    "someFact:greaterThan",
    3,
    "a list of which at least one entry is more than 3",
    "列表且其中至少有一项大于 3",
    "anything but a list of which at least one entry is more than 3",
    "不是列表且其中至少有一项大于 3",
  ],
  [
    "everyFact:not:equal",
    3,
    "a list of which every entry is anything but 3",
    "列表且其中每一项都不是 3",
    "anything but a list of which every entry is anything but 3",
    "不是列表且其中每一项都不是 3",
  ],
  [
    "someValue:lessThan",
    [1, 2],
    "less than 1 or less than 2",
    "小于 1或小于 2",
    "not less than 1 and not less than 2",
    "不小于 1且不小于 2",
  ],
  ["everyValue:notEqual", [1, 2], "anything but 1 and anything but 2", "不是 1且不是 2", "1 or 2", "为 1或为 2"],
  ["swap:lessThan", 5, "more than 5", "大于 5", "not more than 5", "不超过 5"],
  ["swap:contains", ["a", "b"], "one of a, b", "为 a、b 之一", "none of a, b", "不在 a、b 之中"],
  ["swap:in", "a", "something with a in it", "包含 a", "something without a in it", "不包含 a"],
  ["swap:startsWith", "ab", "a text with which ab begins", "使 ab 以其开头", "a text with which ab doesn't begin", "使 ab 不以其开头"],
  [
    "swap:between",
    5,
    'so that "swap:between" of 5 holds',
    "满足“swap:between 5”",
    'so that "swap:between" of 5 doesn\'t hold',
    "不满足“swap:between 5”",
  ],
  [
    "everyValue:equal",
    [],
    'so that "everyValue:equal" of an empty list holds',
    "满足“everyValue:equal 空列表”",
    'so that "everyValue:equal" of an empty list doesn\'t hold',
    "不满足“everyValue:equal 空列表”",
  ],
];

describe("what a decorated comparison asks for", () => {
  it.each(decorated)("%s", (operator, value, en, zh, notEn, notZh) => {
    const saw = (name: string) =>
      [english, chinese].map((wording) => wording.saw({ fact: "f", operator: name, expected: value, observed: "x", result: true }));
    expect(saw(operator)).toEqual([`f is x; it has to be ${en}, and is.`, `f 为 x，要求${zh}，已满足。`]);
    expect(saw(`not:${operator}`)).toEqual([`f is x; it has to be ${notEn}, and is.`, `f 为 x，要求${notZh}，已满足。`]);
  });

  it("keeps texts and numbers apart", () => {
    const saw = { fact: "f", operator: "in", expected: [1, "1"], observed: "1", result: true };
    expect(english.saw(saw)).toBe('f is "1"; it has to be one of 1, "1", and is.');
    expect(chinese.saw({ ...saw, expected: ["a", 2], observed: "a" })).toBe('f 为 a，要求为 "a"、2 之一，已满足。');
  });

  it("says what was not looked at", () => {
    expect(english.saw({ fact: "f", operator: "equal", expected: 1, observed: undefined })).toBe("f was not looked at; it has to be 1.");
    expect(chinese.saw({ fact: "f", operator: "equal", expected: 1, observed: undefined })).toBe("f 未检查，要求为 1。");
    expect([english.skipped("late"), chinese.skipped("late")]).toEqual(['The condition "late" was not looked at.', "条件“late”未检查。"]);
  });

  it("names dates", () => {
    const dated = (from?: string, to?: string) =>
      ({ kind: "dated", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }) as const;
    const said = (wanted: ReturnType<typeof dated>) => [english, chinese].map((wording) => wording.change({ fact: "now", wanted }));
    expect(said(dated("2026-01-01", "2027-01-01"))).toEqual([
      "now is absent; it would have to be dated from 2026-01-01 until before 2027-01-01.",
      "now 缺失，需要不早于 2026-01-01且早于 2027-01-01。",
    ]);
    expect(said(dated(undefined, "2027-01-01"))).toEqual([
      "now is absent; it would have to be dated before 2027-01-01.",
      "now 缺失，需要早于 2027-01-01。",
    ]);
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
    const told = (unsearched: "conditions" | "work" | "values") =>
      [english, chinese].map((wording) => wording.unchangeable({ approximate: true, unsearched }));
    expect(told("conditions").join()).toMatch(/too many conditions.*条件过多/);
    expect(told("work").join()).toMatch(/too long.*耗时过长/);
    expect(told("values").join()).toMatch(/not every value.*无法逐一尝试/);
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

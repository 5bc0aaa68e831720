import { describe, expect, test } from "vitest";
import type { RuleOptions } from "../rule-options.js";
import type { RootCondition, RuleCondition, RuleProperties } from "../rule-properties.js";
import type { PlanNode, PlanTest, RulePlan } from "./index.js";
import { planRules } from "./index.js";

const rule = (conditions: RootCondition, priority = 1): RuleProperties => ({ conditions, priority, event: { type: "hit" } });
const equal = (fact: string, value: unknown): RuleCondition => ({ fact, operator: "equal", value });
const all = (...members: RuleCondition[]): RootCondition => ({ all: members });
const any = (...members: RuleCondition[]): RootCondition => ({ any: members });
const words = ["a", "b", "c", "d", "e", "f", "g", "h"];

function planOf(conditions: readonly RootCondition[], options: RuleOptions = {}): RulePlan {
  return planRules(
    conditions.map((each) => rule(each)),
    options,
  );
}

/** The tests left of a single rule; undefined when it can't fire. */
function testsOf(conditions: RootCondition, options: RuleOptions = {}): readonly PlanTest[] | undefined {
  const { root } = planOf([conditions], options);
  return root?.kind === "rules" ? root.entries[0]?.tests : undefined;
}

function rulesBelow(node: PlanNode | undefined): number[] {
  if (node === undefined) return [];
  if (node.kind === "rules") return node.entries.map((entry) => entry.rule);
  const children = node.kind === "values" ? [...node.cases.values()] : node.segments;
  return [...children, node.otherwise].flatMap(rulesBelow);
}

describe("a tree", () => {
  test("tells rules apart by the value they need, and keeps those that need none aside", () => {
    const { root, slots } = planOf([
      ...words.map((word) => all(equal("kind", word))),
      all({ fact: "total", operator: "greaterThan", value: 5 }),
    ]);
    if (root?.kind !== "values") throw new Error("no tree over values");
    expect(slots[root.slot]?.operand.fact).toBe("kind");
    expect([...root.cases.keys()]).toEqual(words);
    expect(root.cases.get("b")).toEqual({ kind: "rules", entries: [{ rule: 1, tests: [] }] });
    expect(rulesBelow(root.otherwise)).toEqual([8]);
  });

  test("puts a rule under each of the values of a list, in one node where nothing else stands there", () => {
    const { root } = planOf([
      ...words.map((word) => all(equal("kind", word))),
      all({ fact: "kind", operator: "in", value: ["x", "y", "a"] }),
    ]);
    if (root?.kind !== "values") throw new Error("no tree over values");
    expect(root.cases.get("x")).toBe(root.cases.get("y"));
    expect(rulesBelow(root.cases.get("a"))).toEqual([0, 8]);
  });

  test("tells rules apart by intervals, without those that an interval's segment decides", () => {
    const between = (from: number): RootCondition => all({ fact: "days", operator: "between", value: [from, from + 9] });
    const { root } = planOf([0, 10, 20, 30, 40, 50, 60, 70].map(between));
    if (root?.kind !== "ranges") throw new Error("no tree over ranges");
    expect(root.boundaries.map(({ at }) => at)).toEqual(root.boundaries.map(({ at }) => at).toSorted((left, right) => left - right));
    expect(root.segments).toHaveLength(root.boundaries.length + 1);
    expect(new Set(rulesBelow(root)).size).toBe(8);
  });

  test("puts a rule of alternatives under each of them", () => {
    const { root } = planOf([
      ...words.map((word) => all(equal("kind", word))),
      any(equal("kind", "a"), all(equal("place", "x"), equal("kind", "b"))),
    ]);
    if (root?.kind !== "values") throw new Error("no tree over values");
    expect(rulesBelow(root.cases.get("a"))).toEqual([0, 8]);
    expect(rulesBelow(root.cases.get("b"))).toEqual([1, 8]);
    const apart = planOf([...words.map((word) => all(equal("kind", word))), any(equal("kind", "a"), equal("place", "x"))]);
    expect(rulesBelow(apart.root).filter((each) => each === 8)).toHaveLength(2);
  });

  test("grows no more than a few times beyond the rules", () => {
    const lists = Array.from({ length: 300 }, (_, at) =>
      all({ fact: "kind", operator: "in", value: Array.from({ length: 60 }, (_entry, of) => (at * 7 + of) % 200) }),
    );
    const spans = Array.from({ length: 300 }, (_, at) => all({ fact: "days", operator: "between", value: [at % 50, 100 + at] }));
    expect(rulesBelow(planOf([...lists, ...spans]).root).length).toBeLessThan(6_000);
  });

  test("names rules in the order of decision", () => {
    const plan = planRules([rule(all(equal("kind", "a")), 1), rule(all(equal("kind", "b")), 9)]);
    expect(plan.rules.map(({ priority }) => priority)).toEqual([9, 1]);
    expect(rulesBelow(plan.root)).toEqual([0, 1]);
  });
});

describe("tests", () => {
  test("of one fact are joined", () => {
    const [joined, ...more] = testsOf(all({ fact: "kind", operator: "in", value: ["a", "b", "c"] }, { not: equal("kind", "b") })) ?? [];
    expect(more).toEqual([]);
    expect(joined).toMatchObject({ kind: "values", negated: false, constants: new Set(["a", "c"]) });
    expect(testsOf(all(any(equal("kind", "a"), equal("kind", "b"))))).toMatchObject([{ constants: new Set(["a", "b"]) }]);
    expect(
      testsOf(all({ fact: "kind", operator: "notEqual", value: "a" }, { fact: "kind", operator: "notIn", value: ["b"] })),
    ).toMatchObject([{ negated: true, constants: new Set(["a", "b"]) }]);
    expect(
      testsOf(all({ fact: "days", operator: "greaterThan", value: 3 }, { fact: "days", operator: "lessThanInclusive", value: 9 })),
    ).toMatchObject([{ kind: "interval", lower: 3, above: true, upper: 9, below: false, first: 3 + 2 ** -51, last: 9 }]);
  });

  test("that contradict each other leave no rule", () => {
    expect(planOf([all(equal("kind", "a"), equal("kind", "b"))]).root).toBeUndefined();
    expect(
      planOf([all({ fact: "days", operator: "lessThan", value: 3 }, { fact: "days", operator: "greaterThanInclusive", value: 3 })]).root,
    ).toBeUndefined();
    expect(planOf([all(equal("kind", Number.NaN))]).root).toBeUndefined();
    expect(planOf([all({ fact: "kind", operator: "in", value: [] })]).root).toBeUndefined();
    expect(testsOf(any(equal("kind", "a"), { not: equal("kind", "a") }))).toEqual([]);
    expect(testsOf(any())).toEqual([]);
  });

  test("stand behind references and negations", () => {
    const conditions = { late: any({ fact: "days", operator: "greaterThan", value: 3 }, equal("kind", "a")) };
    expect(testsOf(all({ not: { condition: "late" } }), { conditions })).toMatchObject([
      { kind: "interval", negated: true },
      { kind: "values", negated: true },
    ]);
    expect(testsOf(all({ condition: "nowhere" }), { allowUndefinedConditions: true })).toBeUndefined();
    expect(testsOf({ not: { condition: "nowhere" } }, { allowUndefinedConditions: true })).toEqual([]);
  });

  test("too many to be taken apart stay one condition", () => {
    const many = any(...Array.from({ length: 70 }, (_, at) => equal(`fact${at}`, "x")));
    expect(testsOf(all(equal("kind", "a"), many))).toMatchObject([{ kind: "values" }, { kind: "condition", negated: false }]);
    const large = all(
      ...Array.from({ length: 20 }, (_, at) => any(...Array.from({ length: 30 }, (_member, of) => equal(`fact${at} ${of}`, 1)))),
    );
    expect(testsOf(large)?.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => "condition"));
  });
});

describe("a rule is always evaluated", () => {
  const custom = { operators: { odd: () => true, sure: { answers: "anyFacts", evaluate: () => true } } } satisfies RuleOptions;
  test.each<[string, RuleCondition, RuleOptions]>([
    ["its operator may fail", { fact: "kind", operator: "odd", value: 1 }, custom],
    ["its list comes from a fact", { fact: "kind", operator: "in", value: { fact: "list" } }, {}],
    ["its list is none", { fact: "kind", operator: "in", value: 5 }, {}],
    ["a decorator needs a list", { fact: "kind", operator: "someValue:equal", value: 5 }, {}],
    ["a decorator turns the sides", { fact: "kind", operator: "swap:in", value: "abc" }, {}],
    ["its number is an object", { fact: "kind", operator: "lessThan", value: { of: 1 } }, {}],
    ["its condition is unknown", { condition: "nowhere" }, {}],
    ["a nested list holds what is compared", { fact: "kind", operator: "someFact:someFact:lessThan", value: 5 }, {}],
  ])("when %s", (_when, condition, options) => {
    const plan = planOf([all(equal("kind", "a"), condition)], options);
    expect(plan.always).toEqual([0]);
    expect(plan.slots).toEqual([]);
  });

  test("when it fills its event from facts", () => {
    const filled: RuleProperties = { conditions: all(equal("kind", "a")), event: { type: "hit", params: { of: { fact: "kind" } } } };
    expect(planRules([filled], { replaceFactsInEventParams: true }).always).toEqual([0]);
    expect(planRules([filled]).always).toEqual([]);
  });

  test("unless an operator promises an answer", () => {
    expect(planOf([all({ fact: "kind", operator: "sure", value: 1 })], custom)).toMatchObject({ always: [], root: { kind: "rules" } });
  });
});

test("slots say which values the tree holds for", () => {
  const { slots } = planOf([
    all(
      { fact: "days", operator: "lessThan", value: 5 },
      { fact: "total", operator: "between", value: [1, 5] },
      { fact: "date", operator: "lessThan", value: "2024-01-01" },
      { fact: "list", operator: "everyFact:lessThan", value: 5 },
      { fact: "deep", path: "$.a", operator: "equal", value: "x" },
      { fact: "deep", operator: "isPresent", value: true },
    ),
  ]);
  const plain = { isCompared: false, entriesAreCompared: false, isNumber: false, isNumberOnly: false };
  expect(slots).toEqual([
    { ...plain, operand: { fact: "days", path: undefined, steps: undefined, read: expect.any(Function) }, isNumber: true },
    {
      ...plain,
      operand: { fact: "total", path: undefined, steps: undefined, read: expect.any(Function) },
      isNumber: true,
      isNumberOnly: true,
    },
    { ...plain, operand: { fact: "date", path: undefined, steps: undefined, read: expect.any(Function) }, isCompared: true },
    { ...plain, operand: { fact: "list", path: undefined, steps: undefined, read: expect.any(Function) }, entriesAreCompared: true },
    { ...plain, operand: { fact: "deep", path: "$.a", steps: ["a"], read: expect.any(Function) } },
    { ...plain, operand: { fact: "deep", path: undefined, steps: undefined, read: expect.any(Function) } },
  ]);
});

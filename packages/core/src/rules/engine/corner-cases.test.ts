import { describe, expect, test } from "vitest";
import { compileRules } from "./compile-rules.js";
import type { RuleOptions } from "./rule-options.js";
import { awkwardOperators } from "./testing/awkward-operators.js";
import { compareWithReference } from "./testing/compare-with-reference.js";
import { ruleOf } from "./testing/decide.js";

const leaf = (operator: string, value: unknown, more: object = {}): unknown => ({ fact: "a", operator, value, ...more });
const yes = { fact: "yes", operator: "equal", value: true };
const no = { fact: "yes", operator: "equal", value: false };
const absent = { fact: "absent", operator: "equal", value: 1 };

/** What one rule does with facts, by our engine; json-rules-engine must agree in every part of its answer. */
async function outcome(root: unknown, facts: object, options: RuleOptions = {}): Promise<boolean | "fails"> {
  const rules = [ruleOf(root as never)];
  expect(await compareWithReference({ rules, options, facts })).not.toHaveProperty("difference");
  try {
    return compileRules(rules, options).matches(facts).length === 1;
  } catch {
    return "fails";
  }
}

const given = (value: unknown): object => ({ a: value, yes: true });

describe("operators", () => {
  const list = [1, 2];
  test.each<[string, unknown, unknown, boolean | "fails"]>([
    ["greaterThan", "5", 4, true],
    ["greaterThan", [5], 4, true],
    ["greaterThan", 5n, 4, true],
    ["greaterThan", "5abc", 4, false],
    ["greaterThan", "5abc", "4", true],
    ["greaterThan", 5, null, true],
    ["greaterThan", "0x10", 4, true],
    ["lessThan", " 7 ", 8, true],
    ["lessThanInclusive", 5, 5, true],
    ["greaterThanInclusive", 5, 5, true],
    ...[undefined, null, Number.NaN, "", true, false, [], {}, new Date(5)].map((fact): [string, unknown, unknown, boolean] => [
      "greaterThanInclusive",
      fact,
      null,
      false,
    ]),
    ["lessThanInclusive", Symbol("s"), Number.NaN, "fails"],
    ["lessThanInclusive", Object.create(null), Number.NaN, "fails"],
    ["greaterThan", Symbol("s"), Number.POSITIVE_INFINITY, "fails"],
    ["equal", Number.NaN, Number.NaN, false],
    ["equal", 0, -0, true],
    ["equal", 5, "5", false],
    ["equal", list, list, false],
    ["notEqual", list, list, true],
    ["in", "b", "abc", true],
    ["notIn", "b", "abc", false],
    ["in", Number.NaN, [Number.NaN], false],
    ["in", 1, null, "fails"],
    ["in", 1, 5, "fails"],
    ["notIn", 1, {}, "fails"],
    ["contains", [1, 2], 2, true],
    ["contains", "abc", "b", false],
    ["contains", new Set([1]), 1, false],
    ["doesNotContain", "abc", "z", false],
    ["not:contains", "abc", "b", true],
    ["someFact:greaterThan", [1, 5], 4, true],
    ["someFact:greaterThan", 5, 4, false],
    ["everyFact:greaterThan", [], 4, true],
    ["everyFact:greaterThan", 5, 4, false],
    ["someValue:equal", 2, [1, 2], true],
    ["someValue:equal", 2, 2, "fails"],
    ["everyValue:someValue:equal", 2, [undefined], "fails"],
    ["everyValue:someValue:equal", 2, [[2], [1, 2]], true],
    ["everyValue:notEqual", 3, [1, 2], true],
    ["everyValue:notEqual", 3, null, "fails"],
    ["swap:greaterThan", 4, "5", true],
    ["swap:greaterThan", 4, "abc", false],
    ["not:greaterThan", "abc", 5, true],
    ["not:greaterThan", undefined, 5, true],
    ["not:someFact:equal", [1, 2], 3, true],
    ["someFact:not:equal", [3, 3], 3, false],
    ["swap:someFact:equal", 2, [1, 2], true],
  ])("%s, case %#", async (operator, fact, value, expected) => {
    expect(await outcome({ all: [leaf(operator, value)] }, given(fact))).toBe(expected);
  });

  test("a value that is a fact compares by reference", async () => {
    expect(await outcome({ all: [leaf("equal", { fact: "b" })] }, { a: list, b: list })).toBe(true);
    expect(await outcome({ all: [leaf("equal", { fact: "b" })] }, { a: [1, 2], b: list })).toBe(false);
    expect(await outcome({ all: [leaf("in", { fact: "b" })] }, { a: 1, b: new Set([1]) })).toBe("fails");
  });

  test("an operator of one's own with the full name wins over a decorated one", async () => {
    const options = { operators: awkwardOperators };
    expect(await outcome({ all: [leaf("not:equal", 1)] }, given(1), options)).toBe(true);
    expect(await outcome({ all: [leaf("swap:not:equal", 1)] }, given(1), options)).toBe(true);
    expect(await outcome({ all: [leaf("not:not:equal", 1)] }, given(1), options)).toBe(false);
    expect(await outcome({ all: [leaf("someFact:swap:in", 1)] }, given([2]), options)).toBe(true);
    expect(await outcome({ all: [leaf("not:someFact:swap:in", 1)] }, given([2]), options)).toBe(false);
  });
});

describe("groups", () => {
  test.each<[string, unknown, boolean | "fails"]>([
    ["an empty all", { all: [] }, true],
    ["an empty any", { any: [] }, true],
    ["not of an empty any", { not: { any: [] } }, false],
    ["any beside all", { any: [yes], all: [no] }, true],
    ["all beside not", { all: [yes], not: yes }, true],
    ["a group beside a test", { all: [{ ...no, any: [yes] }] }, true],
    ["a fact that is absent beside one that decided", { any: [yes, absent] }, "fails"],
    ["a fact that is absent in a lower priority", { any: [{ ...yes, priority: 2 }, absent] }, true],
    ["the same while nothing is decided", { any: [{ ...no, priority: 2 }, absent] }, "fails"],
    ["priority 0 beside none", { all: [{ ...no, priority: 0 }, absent] }, "fails"],
    ["a negative priority", { all: [no, { ...absent, priority: -1 }] }, false],
    [
      "an infinite priority",
      {
        all: [
          { ...no, priority: Number.POSITIVE_INFINITY },
          { ...absent, priority: 10 },
        ],
      },
      false,
    ],
    [
      "priorities that differ in their fraction",
      {
        all: [
          { ...no, priority: 2.9 },
          { ...absent, priority: 2.1 },
        ],
      },
      false,
    ],
    [
      "groups whose priorities differ in their fraction alone",
      {
        all: [
          { any: [no], priority: 2.9 },
          { any: [absent], priority: 2.1 },
        ],
      },
      "fails",
    ],
    ["a priority that is a text", { all: [{ any: [no], priority: "3" }, absent] }, false],
  ])("%s", async (_, root, expected) => {
    expect(await outcome(root, { yes: true })).toBe(expected);
  });

  test("an answer that is no boolean passes a single condition at the root, and nothing else", async () => {
    const options = { operators: awkwardOperators };
    const one = leaf("one", 0);
    for (const [root, expected] of [
      [{ all: [one] }, true],
      [{ any: [one] }, true],
      [{ all: [one, yes] }, false],
      [{ any: [one, no] }, false],
      [{ all: [{ all: [one] }] }, false],
      [{ not: one }, false],
      [{ all: [{ condition: "single" }] }, false],
    ] as const) {
      expect(await outcome(root, given(1), { ...options, conditions: { single: { all: [one] } } as never })).toBe(expected);
    }
  });
});

describe("absent facts", () => {
  const noticed = { all: [leaf("notEqual", 1)] };
  test.each<[string, object, RuleOptions, boolean | "fails"]>([
    ["fail the run", {}, {}, "fails"],
    ["read as undefined when allowed", {}, { allowUndefinedFacts: true }, true],
    ["are none where undefined is given", { a: undefined }, {}, true],
    ["are none where inherited", Object.create({ a: 2 }) as object, {}, true],
    [
      "are those that are members of a class",
      new (class {
        get a() {
          return 2;
        }
      })(),
      {},
      "fails",
    ],
  ])("%s", async (_, facts, options, expected) => {
    expect(await outcome(noticed, facts, options)).toBe(expected);
  });
});

describe("references", () => {
  const conditions = {
    named: { all: [yes], name: "shared", priority: 7 },
    hides: { condition: "named", name: "", priority: null as never },
    refused: { any: [no] },
  };
  test.each<[string, unknown, RuleOptions, boolean | "fails"]>([
    ["hold", { condition: "named" }, {}, true],
    ["through another", { all: [{ condition: "hides", name: "outer", priority: 3 }] }, {}, true],
    ["rank by their own priority, not by that of what they name", { all: [{ condition: "refused", priority: 2 }, absent] }, {}, false],
    ["to nothing fail", { all: [{ condition: "nowhere" }] }, {}, "fails"],
    ["to nothing are false when allowed", { all: [{ condition: "nowhere" }] }, { allowUndefinedConditions: true }, false],
    ["to nothing, negated, are true when allowed", { not: { condition: "nowhere" } }, { allowUndefinedConditions: true }, true],
    ["to what only objects inherit are to nothing", { condition: "toString" }, { allowUndefinedConditions: true }, false],
    ["win over a group, save at the root", { all: [{ all: [yes], condition: "refused" }] }, {}, false],
    ["lose to a group at the root", { all: [yes], condition: "refused" }, {}, true],
  ])("%s", async (_, root, options, expected) => {
    expect(await outcome(root, { yes: true }, { ...options, conditions })).toBe(expected);
  });
});

describe("paths", () => {
  test.each<[string, unknown, string, unknown, boolean | "fails"]>([
    ["reach into objects", { b: [{ c: 5 }] }, "$.b[0].c", 5, true],
    ["pass what is no object through", "text", "$.length", "text", true],
    ["pass null through", null, "$.b", null, true],
    ["that miss give undefined", { b: 1 }, "$.c", undefined, true],
    ["that are empty are none", 5, "", 5, true],
    ["to the root are the fact", [5], "$[0]", 5, true],
  ])("%s", async (_, fact, path, value, expected) => {
    expect(await outcome({ all: [leaf("equal", value, { path })] }, given(fact))).toBe(expected);
  });

  test("of another resolver are that resolver's", async () => {
    const pathResolver = (value: object, path: string): unknown => Object.keys(value).join() + path;
    expect(await outcome({ all: [leaf("equal", "b..x", { path: "..x" })] }, given({ b: 1 }), { pathResolver })).toBe(true);
  });
});

describe("events, names and priorities", () => {
  const answers = async (rules: readonly object[], facts: object, options: RuleOptions = {}) => {
    expect(await compareWithReference({ rules: rules as never, options, facts })).not.toHaveProperty("difference");
    return compileRules(rules as never, options).run(facts);
  };
  const conditions = { all: [] };

  test("events are brought to type and params", async () => {
    const written = [{ type: "x", params: 0, note: 1 }, null, { type: 7 }, { type: "x", params: "text" }, { type: "success" }];
    const { events } = await answers(
      written.map((event) => ({ conditions, event })),
      {},
    );
    expect(events).toEqual([{ type: "x" }, { type: "unknown" }, { type: 7 }, { type: "x", params: "text" }, { type: "success" }]);
  });

  test("facts are filled into the top level of params, of rules that missed too, and only when asked for", async () => {
    const event = { type: "x", params: { at: { fact: "a", path: "$.b", params: { c: 1 } }, deep: { at: { fact: "a" } } } };
    const rules = [
      { conditions, event },
      { conditions: { not: conditions }, event },
    ];
    const filled = { type: "x", params: { at: 5, deep: { at: { fact: "a" } } } };
    const facts = { a: { b: 5 } };
    expect(await answers(rules, facts, { replaceFactsInEventParams: true })).toMatchObject({ events: [filled], failureEvents: [filled] });
    expect(await answers(rules, facts)).toMatchObject({ events: [event], failureEvents: [event] });
    expect(await compareWithReference({ rules, options: { replaceFactsInEventParams: true }, facts: {} })).toEqual({
      outcome: "failed",
    });
  });

  test("names and priorities are read as json-rules-engine reads them", async () => {
    const { results } = await answers(
      [
        { conditions, event: { type: "a" }, priority: 2.9, name: 0 },
        { conditions, event: { type: "b" }, priority: 0, name: "" },
        { conditions, event: { type: "c" }, priority: "3", name: false },
        { conditions, event: { type: "d" }, priority: false, name: true },
        { conditions, event: { type: "e" }, priority: null, name: { of: ["many"] } },
      ],
      {},
    );
    expect(results.map(({ priority, name }) => [priority, name])).toEqual([
      [3, undefined],
      [2, 0],
      [1, undefined],
      [1, true],
      [1, { of: ["many"] }],
    ]);
  });

  test("the same rule twice answers twice", async () => {
    const rule = { conditions, event: { type: "x", params: { tier: 1 } }, name: "same" };
    expect((await answers([rule, rule], {})).results).toHaveLength(2);
  });

  test("results show what each test saw, and nothing where a higher priority had decided", async () => {
    const { failureResults } = await answers(
      [
        {
          conditions: {
            all: [
              { ...no, priority: 2, params: [1] },
              { any: [yes], name: "late" },
            ],
          },
          event: { type: "x" },
        },
      ],
      { yes: true },
    );
    expect(failureResults[0]?.conditions.all).toEqual([
      { priority: 2, ...no, params: [1], factResult: true, valueResult: false, result: false },
      { priority: 1, name: "late", any: [yes] },
    ]);
  });
});

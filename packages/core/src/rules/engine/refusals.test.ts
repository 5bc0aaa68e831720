import { describe, expect, test } from "vitest";
import { findingsOf, placesOf } from "./testing/findings-of.js";

const event = { type: "hit" };
const leaf = { fact: "a", operator: "equal", value: 1 };
const withRoot = (conditions: unknown): unknown => [{ conditions, event }];
const withLeaf = (condition: unknown): unknown => withRoot({ all: [condition] });

describe("each has a code and a place", () => {
  test.each<[string, unknown, unknown?]>([
    ["invalid_rules @ rules", {}],
    ["invalid_rule @ rules[0]", ["rule"]],
    ["invalid_rule @ rules[0]", [[]]],
    ["missing_conditions @ rules[0]", [{ event }]],
    ["missing_event @ rules[0]", [{ conditions: { all: [] } }]],
    ["invalid_event @ rules[0].event", [{ conditions: { all: [] }, event: "hit" }]],
    ["missing_event_type @ rules[0].event.type", [{ conditions: { all: [] }, event: {} }]],
    ["reserved_event_type @ rules[0].event.type", [{ conditions: { all: [] }, event: { type: "error" } }]],
    ["unsupported_value @ rules[0].event.params.act", [{ conditions: { all: [] }, event: { type: "x", params: { act: () => 1 } } }]],
    ["invalid_root @ rules[0].conditions", withRoot(leaf)],
    ["invalid_root @ rules[0].conditions", withRoot(null)],
    ["invalid_group @ rules[0].conditions.all", withRoot({ all: {} })],
    ["invalid_group @ rules[0].conditions.any", withRoot({ any: null, all: [] })],
    ["invalid_group @ rules[0].conditions.not", withRoot({ not: [leaf] })],
    ["invalid_condition @ rules[0].conditions.not", withRoot({ not: "leaf" })],
    ["invalid_condition @ rules[0].conditions.all[0]", withLeaf([leaf])],
    ["invalid_condition_reference @ rules[0].conditions.condition", withRoot({ condition: 5 })],
    ["missing_fact @ rules[0].conditions.all[0]", withLeaf({ operator: "equal", value: 1 })],
    ["missing_operator @ rules[0].conditions.all[0]", withLeaf({ fact: "a", value: 1 })],
    ["missing_value @ rules[0].conditions.all[0]", withLeaf({ fact: "a", operator: "equal" })],
    ["invalid_fact @ rules[0].conditions.all[0].fact", withLeaf({ ...leaf, fact: async () => 1 })],
    ["invalid_fact @ rules[0].conditions.all[0].value.fact", withLeaf({ ...leaf, value: { fact: "" } })],
    ["invalid_operator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: 5 })],
    ["unknown_operator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: "equals" })],
    ["unknown_operator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: "not:" })],
    ["unknown_operator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: ":equal" })],
    ["unknown_operator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: "matches" })],
    ["unknown_decorator @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: "no:equal" })],
    ["unsupported_path @ rules[0].conditions.all[0].path", withLeaf({ ...leaf, path: "$..a" })],
    ["unsupported_path @ rules[0].conditions.all[0].path", withLeaf({ ...leaf, path: "a.b" })],
    ["unsupported_path @ rules[0].conditions.all[0].value.path", withLeaf({ ...leaf, value: { fact: "a", path: "$.*" } })],
    ["invalid_path @ rules[0].conditions.all[0].path", withLeaf({ ...leaf, path: ["$"] })],
    ["unsupported_value @ rules[0].conditions.all[0].params.x", withLeaf({ ...leaf, params: { x: () => 1 } })],
    ["invalid_priority @ rules[0].conditions.all[0].priority", withLeaf({ ...leaf, priority: "high" })],
    ["invalid_priority @ rules[0].conditions.all[0].priority", withLeaf({ ...leaf, priority: "5.0" })],
    ["invalid_priority @ rules[0].conditions.all[0].priority", withLeaf({ ...leaf, priority: true })],
    ["invalid_priority @ rules[0].conditions.priority", withRoot({ all: [], priority: "high" })],
    ["invalid_priority @ rules[0].conditions.priority", withRoot({ all: [], priority: {} })],
    ["unsupported_value @ rules[0].conditions.all[0].name", withLeaf({ ...leaf, name: () => "x" })],
    ["unsupported_value @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, value: new Set([1]) })],
    ["unsupported_value @ rules[0].conditions.all[0].value[1]", withLeaf({ ...leaf, value: [1, Symbol("s")] })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "between", value: [3, 1] })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "not:isPresent", value: 1 })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "someFact:startsWith", value: 1 })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "endsWith", value: 1 })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "containsAny", value: 1 })],
    ["invalid_operand @ rules[0].conditions.all[0].value", withLeaf({ ...leaf, operator: "containsAll", value: "a" })],
    ["handler_not_allowed @ rules[0].onSuccess", [{ conditions: { all: [] }, event, onSuccess: () => 1 }]],
    ["handler_not_allowed @ rules[0].onFailure", [{ conditions: { all: [] }, event, onFailure: async () => 1 }]],
    ["invalid_priority @ rules[0].priority", [{ conditions: { all: [] }, event, priority: -1 }]],
    ["invalid_priority @ rules[0].priority", [{ conditions: { all: [] }, event, priority: 0.5 }]],
    ["invalid_priority @ rules[0].priority", [{ conditions: { all: [] }, event, priority: "abc" }]],
    ["invalid_priority @ rules[0].priority", [{ conditions: { all: [] }, event, priority: {} }]],
    ["unsupported_value @ rules[0].name", [{ conditions: { all: [] }, event, name: Symbol("s") }]],
    ["unsupported_value @ rules[0].event.type", [{ conditions: { all: [] }, event: { type: () => "x" } }]],
    ["prototype_key @ rules[0].event.params.valueOf", [{ conditions: { all: [] }, event: { type: "x", params: { valueOf: 1 } } }]],
    ["prototype_key @ rules[0].conditions.all[0].value.constructor", withLeaf({ ...leaf, value: { constructor: 1 } })],
    ["prototype_key @ rules[0].conditions.all[0].params.toString", withLeaf({ ...leaf, params: { toString: 1 } })],
    ["too_many_decorators @ rules[0].conditions.all[0].operator", withLeaf({ ...leaf, operator: `${"not:".repeat(65)}equal` })],
    ["async_operator @ operators.later", [], { operators: { later: async () => true } }],
    ["async_operator @ operators[0]", [], { operators: [{ name: "later", evaluate: async () => true }] }],
    ["invalid_operator @ operators[0]", [], { operators: [{ name: "", evaluate: () => true }] }],
    ["invalid_operator @ operators.odd", [], { operators: { odd: 5 } }],
    ["invalid_path_resolver @ pathResolver", [], { pathResolver: async () => 1 }],
    ["invalid_conditions @ conditions", [], { conditions: [] }],
    ["invalid_root @ conditions.late", [], { conditions: { late: leaf } }],
    ['invalid_root @ conditions["very late"]', [], { conditions: { "very late": null } }],
    [
      'unsupported_value @ rules[0].event.params["odd key"]',
      [{ conditions: { all: [] }, event: { type: "x", params: { "odd key": Symbol("s") } } }],
    ],
  ])("%s", (expected, rules, options = {}) => {
    expect(placesOf(rules, options)).toEqual([expected]);
  });

  test("facts in an event's params are checked where they are filled in", () => {
    const rules = [{ conditions: { all: [] }, event: { type: "x", params: { amount: { fact: "a", path: "$..b" } } } }];
    expect(placesOf(rules)).toEqual([]);
    expect(placesOf(rules, { replaceFactsInEventParams: true })).toEqual(["unsupported_path @ rules[0].event.params.amount.path"]);
  });
});

test("all findings come at once", () => {
  const rules = [
    { conditions: { all: [{ ...leaf, operator: "grater" }, { any: [{ fact: "a" }] }] }, event, priority: -1 },
    { conditions: leaf, event: {}, onSuccess: () => 1 },
  ];
  expect(placesOf(rules)).toEqual([
    "invalid_priority @ rules[0].priority",
    "unknown_operator @ rules[0].conditions.all[0].operator",
    "missing_operator @ rules[0].conditions.all[1].any[0]",
    "missing_value @ rules[0].conditions.all[1].any[0]",
    "handler_not_allowed @ rules[1].onSuccess",
    "missing_event_type @ rules[1].event.type",
    "invalid_root @ rules[1].conditions",
  ]);
});

test("unknown names come with the known ones", () => {
  const fix = (operator: string): string | undefined => findingsOf(withLeaf({ ...leaf, operator }))[0]?.fix;
  expect(fix("equals")).toMatch(/^use one of equal, .* or register it$/);
  expect(fix("perhaps:equal")).toBe("use one of someFact, someValue, everyFact, everyValue, swap, not");
});

describe("circular references", () => {
  test("are found wherever they hide", () => {
    const conditions = { a: { all: [{ condition: "b" }] }, b: { not: { condition: "c" } }, c: { condition: "a" } };
    expect(placesOf([], { conditions })).toEqual(["circular_condition @ conditions.c.condition"]);
    expect(findingsOf([], { conditions })[0]?.message).toContain("a → b → c → a");
    expect(placesOf([], { conditions: { self: { any: [{ condition: "self" }] } } })).toEqual([
      "circular_condition @ conditions.self.any[0].condition",
    ]);
  });

  test("a condition used twice is no circle", () => {
    const conditions = { a: { all: [{ condition: "c" }, { condition: "b" }] }, b: { condition: "c" }, c: { all: [] } };
    expect(placesOf(withRoot({ condition: "a" }), { conditions })).toEqual([]);
  });
});

test("what json-rules-engine takes without complaint is taken", () => {
  const rules = [
    {
      conditions: {
        all: [
          { ...leaf, priority: "5" },
          { ...leaf, priority: null, path: "", params: null },
        ],
        priority: "2",
      },
      event,
      priority: null,
      name: "",
    },
    { conditions: { any: [] }, event: { type: "", params: "text" }, onSuccess: undefined, because: "told so" },
    { conditions: { any: [], priority: Number.POSITIVE_INFINITY, name: 5 }, event: false, name: {}, priority: false },
    {
      conditions: {
        all: [
          { ...leaf, priority: Number.NEGATIVE_INFINITY, params: [1], path: false, name: true },
          { ...leaf, priority: false, params: 0, name: null },
        ],
        priority: "2 and more",
      },
      event: { type: 5, params: false },
      name: true,
    },
    {
      conditions: {
        all: [
          { ...leaf, value: undefined },
          { ...leaf, value: new Date(5) },
          { ...leaf, value: 5n },
        ],
      },
      event,
    },
  ];
  expect(placesOf(rules, { operators: null, conditions: null, pathResolver: null })).toEqual([]);
});

test("priorities that can't be ordered, or are read otherwise elsewhere", () => {
  const found = (rule: unknown, group: unknown, leafPriority: unknown): string[] =>
    placesOf([{ conditions: { all: [{ ...leaf, priority: leafPriority }], priority: group }, event, priority: rule }]);
  for (const priority of [Number.POSITIVE_INFINITY, Number.NaN, "high"]) {
    expect(found(priority, 1, 1)).toEqual(Number.isNaN(priority) ? [] : ["invalid_priority @ rules[0].priority"]);
  }
  for (const priority of [[5], {}, true, 5n]) {
    expect(found(priority, priority, priority)).toEqual([
      "invalid_priority @ rules[0].priority",
      "invalid_priority @ rules[0].conditions.priority",
      "invalid_priority @ rules[0].conditions.all[0].priority",
    ]);
  }
  for (const priority of ["05", "5.0", "1e3", "high", Number.NaN]) {
    const refused = Number.isNaN(priority) ? [] : ["invalid_priority @ rules[0].conditions.all[0].priority"];
    expect(found(1, 1, priority)).toEqual(refused);
  }
  expect(found(5, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toEqual([]);
  expect(found("5abc", "5abc", "2.5")).toEqual([]);
});

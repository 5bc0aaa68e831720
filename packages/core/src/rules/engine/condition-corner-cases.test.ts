import { describe, expect, test } from "vitest";
import type { RuleOptions } from "./rule-options.js";
import { awkwardOperators } from "./testing/awkward-operators.js";
import { absent, given, leaf, no, outcome, yes } from "./testing/corner-case.js";

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

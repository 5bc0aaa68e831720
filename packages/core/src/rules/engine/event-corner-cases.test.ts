import { describe, expect, test } from "vitest";
import { compileRules } from "./compile-rules.js";
import type { RuleOptions } from "./rule-options.js";
import { compareWithReference } from "./testing/compare-with-reference.js";
import { no, yes } from "./testing/corner-case.js";

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

import { describe, expect, test } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { compileRules } from "./compile-rules.js";
import type { RuleCondition, RuleProperties } from "./rule-properties.js";
import { ruleOf } from "./testing/decide.js";

const yes: RuleCondition = { fact: "a", operator: "equal", value: 1 };
const no: RuleCondition = { fact: "a", operator: "equal", value: 2 };
const typed = (type: string, priority: unknown, condition = yes): RuleProperties =>
  ruleOf({ all: [condition] }, { priority: priority as number, event: { type } });

describe("order", () => {
  test("events come by descending priority, then file order, however deep a rule is", () => {
    const deep = ruleOf({ all: [{ all: [{ all: [yes] }] }] }, { event: { type: "deep" } });
    const engine = compileRules([
      deep,
      typed("shallow", 1),
      typed("high", 10),
      typed("middle", 2.9),
      typed("also-middle", "2"),
      typed("zero", 0),
    ]);
    const order = ["high", "middle", "also-middle", "deep", "shallow", "zero"];
    expect(engine.matches({ a: 1 }).map(({ type }) => type)).toEqual(order);
    expect(engine.run({ a: 1 }).events.map(({ type }) => type)).toEqual(order);
    expect(engine.run({ a: 3 }).failureEvents.map(({ type }) => type)).toEqual(order);
    expect(engine.run({ a: 1 }).results.map(({ priority }) => priority)).toEqual([10, 2, 2, 1, 1, 1]);
  });

  test("first is the first of matches, and evaluates nothing behind it", () => {
    const absent: RuleCondition = { fact: "absent", operator: "equal", value: 1 };
    const engine = compileRules([typed("low", 1, absent), typed("high", 9), typed("never", 10, no)]);
    expect(engine.first({ a: 1 })).toEqual({ type: "high" });
    expect(() => engine.matches({ a: 1 })).toThrow(DecisionError);
    expect(engine.first({ a: 3, absent: 3 })).toBeUndefined();
  });
});

describe("events", () => {
  test("are type and params only, and no change of the rule reaches them", () => {
    const params = { tier: 2, choices: [{ remedy: "wait" }] };
    const rule = ruleOf({ all: [] }, { event: { type: "offer", params, note: "left out" } as never });
    const engine = compileRules([
      rule,
      ruleOf({ all: [] }, { event: { type: "bare", params: null as never } }),
      ruleOf({ all: [] }, { event: null as never }),
    ]);
    params.choices.push({ remedy: "reship" });
    const [offer, bare, unknown] = engine.matches({});
    expect(offer).toEqual({ type: "offer", params: { tier: 2, choices: [{ remedy: "wait" }] } });
    expect(Object.isFrozen(offer?.params?.["choices"])).toBe(true);
    expect(Object.keys(bare ?? {})).toEqual(["type"]);
    expect(unknown).toEqual({ type: "unknown" });
  });

  describe("with facts in params", () => {
    const event = { type: "offer", params: { amount: { fact: "order", path: "$.total" }, fixed: 1, deep: { at: { fact: "order" } } } };
    const options = { replaceFactsInEventParams: true };

    test("top-level keys are filled in, for rules that didn't fire too", () => {
      const engine = compileRules([ruleOf({ all: [] }, { event }), ruleOf({ not: { all: [] } }, { event })], options);
      const filled = { type: "offer", params: { amount: 12, fixed: 1, deep: { at: { fact: "order" } } } };
      const facts = { order: { total: 12 } };
      expect(engine.run(facts)).toMatchObject({ events: [filled], failureEvents: [filled] });
      expect(engine.matches(facts)).toEqual([filled]);
      expect(engine.first(facts)).toEqual(filled);
    });

    test("a missing fact fails the run", () => {
      const engine = compileRules([ruleOf({ not: { all: [] } }, { event, name: "refund" })], options);
      for (const decide of [engine.run, engine.matches, engine.first])
        expect(() => decide({})).toThrow(expect.objectContaining({ rule: "refund", code: "undefined_fact" }));
      expect(compileRules([ruleOf({ all: [] }, { event })], { ...options, allowUndefinedFacts: true }).matches({})).toMatchObject([
        { params: { amount: undefined } },
      ]);
    });

    test("a list of params is filled in, anything else stays", () => {
      const list = compileRules([ruleOf({ all: [] }, { event: { type: "x", params: [{ fact: "a" }, 2] as never } })], options);
      expect(list.matches({ a: 1 })).toEqual([{ type: "x", params: [1, 2] }]);
      const text = compileRules([ruleOf({ all: [] }, { event: { type: "x", params: "text" as never } })], options);
      expect(text.matches({})).toEqual([{ type: "x", params: "text" }]);
    });

    test("nothing is filled in unless asked for", () => {
      expect(compileRules([ruleOf({ all: [] }, { event })]).matches({})).toEqual([event]);
    });
  });
});

describe("results", () => {
  test("explain each condition; after a decision in a higher priority the rest has no result", () => {
    const { results, failureResults } = compileRules(
      [
        {
          name: "long-delay",
          priority: 5,
          conditions: {
            any: [
              { ...yes, priority: 3, name: "is one" },
              { all: [{ fact: "b", operator: "in", value: ["x"], path: "$.c", params: { of: 1 } }, { condition: "shared" }, { not: no }] },
            ],
          },
          event: { type: "offer" },
        },
        ruleOf({ all: [{ condition: "shared" }, { not: yes }] }),
      ],
      { conditions: { shared: { all: [{ fact: "a", operator: "lessThan", value: { fact: "limit" } }], name: "small" } } },
    ).run({ a: 1, limit: 5, b: "y" });
    expect(results).toEqual([
      {
        name: "long-delay",
        priority: 5,
        event: { type: "offer" },
        result: true,
        conditions: {
          priority: 1,
          any: [
            { priority: 3, name: "is one", operator: "equal", value: 1, fact: "a", factResult: 1, valueResult: 1, result: true },
            {
              priority: 1,
              all: [
                { operator: "in", value: ["x"], fact: "b", params: { of: 1 }, path: "$.c" },
                { condition: "shared" },
                { priority: 1, not: { operator: "equal", value: 2, fact: "a" } },
              ],
            },
          ],
        },
      },
    ]);
    expect(failureResults).toEqual([
      {
        priority: 1,
        event: { type: "hit" },
        result: false,
        conditions: {
          priority: 1,
          all: [
            {
              priority: 1,
              name: "small",
              result: true,
              all: [{ operator: "lessThan", value: { fact: "limit" }, fact: "a", factResult: 1, valueResult: 5, result: true }],
            },
            { priority: 1, result: false, not: { operator: "equal", value: 1, fact: "a", factResult: 1, valueResult: 1, result: true } },
          ],
        },
      },
    ]);
  });
});

test("an operator that throws fails the run, whatever it throws", () => {
  const operators = {
    failing: () => {
      throw "a text";
    },
  };
  const engine = compileRules([ruleOf({ all: [{ fact: "a", operator: "failing", value: 1 }] }, { name: 0 })], { operators });
  expect(() => engine.run({ a: 1 })).toThrow(expect.objectContaining({ rule: "0", code: "evaluation_failed", cause: "a text" }));
});

test("operators are registered as a list or by name, and keep their own this", () => {
  class Threshold {
    readonly name = "over";
    readonly limit = 5;
    evaluate(factValue: unknown): boolean {
      return (factValue as number) > this.limit;
    }
  }
  const rule = ruleOf({ all: [{ fact: "a", operator: "over", value: 1 }] });
  expect(compileRules([rule], { operators: [new Threshold()] }).matches({ a: 6 })).toHaveLength(1);
  const prepared = {
    evaluate: () => false,
    prepare: (value: unknown) => (factValue: unknown) => factValue === value,
    checkValue: () => undefined,
  };
  expect(compileRules([rule], { operators: { over: prepared } }).matches({ a: 1 })).toHaveLength(1);
});

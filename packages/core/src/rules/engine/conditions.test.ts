import { describe, expect, test } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { compileRules } from "./compile-rules.js";
import type { RuleCondition } from "./rule-properties.js";
import { fires, ruleOf } from "./testing/decide.js";

const yes: RuleCondition = { fact: "yes", operator: "equal", value: true };
const no: RuleCondition = { fact: "yes", operator: "equal", value: false };
const absent: RuleCondition = { fact: "absent", operator: "equal", value: 1 };
const facts = { yes: true };

describe("groups", () => {
  test("empty groups are true", () => {
    expect([fires({ all: [] }, {}), fires({ any: [] }, {}), fires({ not: { any: [] } }, {})]).toEqual([true, true, false]);
  });

  test("nesting", () => {
    expect(fires({ all: [yes, { any: [no, { not: no }] }] }, facts)).toBe(true);
    expect(fires({ any: [no, { all: [yes, no] }] }, facts)).toBe(false);
  });

  test("any wins over all, all over not, a group over a test", () => {
    expect(fires({ any: [yes], all: [no] }, facts)).toBe(true);
    expect(fires({ all: [yes], not: yes }, facts)).toBe(true);
    expect(fires({ all: [{ ...no, all: [yes] }] }, facts)).toBe(true);
  });

  test("a reference wins over a group, save at the root of a rule", () => {
    const conditions = { shared: { all: [no] } };
    expect(fires({ all: [yes], condition: "shared" }, facts, { conditions })).toBe(true);
    expect(fires({ all: [{ all: [yes], condition: "shared" }] }, facts, { conditions })).toBe(false);
    expect(
      fires({ condition: "outer" }, facts, { conditions: { ...conditions, outer: { all: [yes], condition: "shared" } as never } }),
    ).toBe(false);
  });
});

describe("answers that are no booleans", () => {
  const operators = { one: () => 1 as unknown as boolean };
  const one: RuleCondition = { fact: "yes", operator: "one", value: 0 };

  test("pass as the single condition of a root, and nowhere else", () => {
    expect(fires({ all: [one] }, facts, { operators })).toBe(true);
    expect(fires({ any: [one] }, facts, { operators })).toBe(true);
    expect(fires({ all: [one, yes] }, facts, { operators })).toBe(false);
    expect(fires({ all: [{ all: [one] }] }, facts, { operators })).toBe(false);
    expect(fires({ condition: "shared" }, facts, { operators, conditions: { shared: { all: [one] } } })).toBe(false);
    expect(fires({ not: one }, facts, { operators })).toBe(false);
  });
});

describe("absent facts", () => {
  test("fail the run, with the rule's name, even beside a condition that decided", () => {
    expect(() => fires({ any: [yes, absent] }, facts)).toThrow(DecisionError);
    expect(() => fires({ all: [no, absent] }, facts)).toThrow(/Undefined fact: "absent"/);
    const engine = compileRules([ruleOf({ all: [absent] }, { name: "long-delay" })]);
    for (const decide of [engine.run, engine.matches, engine.first]) {
      expect(() => decide({})).toThrow(expect.objectContaining({ code: "undefined_fact", rule: "long-delay" }));
    }
    expect(() => fires({ all: [absent] }, {})).toThrow(expect.objectContaining({ rule: "rules[0]" }));
  });

  test("are not read in a lower priority once a higher one decided", () => {
    expect(fires({ any: [{ ...yes, priority: 2 }, absent] }, facts)).toBe(true);
    expect(fires({ all: [{ ...no, priority: 2 }, absent] }, facts)).toBe(false);
    expect(() => fires({ all: [{ ...yes, priority: 2 }, absent] }, facts)).toThrow(/absent/);
    expect(fires({ all: [yes, { ...no, priority: 5 }, { ...absent, priority: -1 }] }, facts)).toBe(false);
  });

  test("read as undefined when allowed", () => {
    expect(fires({ all: [{ ...absent, operator: "notEqual" }] }, {}, { allowUndefinedFacts: true })).toBe(true);
    expect(fires({ all: [absent] }, {}, { allowUndefinedFacts: true })).toBe(false);
  });

  test("a value that refers to one fails too", () => {
    expect(() => fires({ all: [{ fact: "yes", operator: "equal", value: { fact: "absent" } }] }, facts)).toThrow(/absent/);
  });

  test("a fact that is there but undefined is no error", () => {
    expect(fires({ all: [{ ...absent, operator: "notEqual" }] }, { absent: undefined })).toBe(true);
  });

  test("inherited enumerable facts count, other properties don't", () => {
    expect(fires({ all: [yes] }, Object.create({ yes: true }) as object)).toBe(true);
    class Facts {
      get yes(): boolean {
        return true;
      }
    }
    expect(() => fires({ all: [yes] }, new Facts())).toThrow(/Undefined fact/);
    for (const fact of ["toString", "__proto__", "constructor"]) {
      expect(() => fires({ all: [{ fact, operator: "notEqual", value: 1 }] }, {})).toThrow(/Undefined fact/);
    }
    expect(fires({ all: [{ fact: "toString", operator: "equal", value: 1 }] }, { toString: 1 })).toBe(true);
  });

  test("no facts at all", () => {
    expect(fires({ all: [] }, undefined as never)).toBe(true);
    expect(() => fires({ all: [] }, "facts" as never)).toThrow(expect.objectContaining({ code: "invalid_facts" }));
  });
});

describe("facts that would have to be called or awaited", () => {
  test("fail the run", () => {
    expect(() => fires({ all: [yes] }, { yes: () => true })).toThrow(expect.objectContaining({ code: "dynamic_fact" }));
    expect(() => fires({ all: [yes] }, { yes: Promise.resolve(true) })).toThrow(expect.objectContaining({ code: "async_fact" }));
    const operators = { later: () => Promise.resolve(true) as unknown as boolean };
    expect(() => fires({ all: [{ fact: "yes", operator: "later", value: 1 }] }, facts, { operators })).toThrow(
      expect.objectContaining({ code: "async_operator" }),
    );
  });
});

describe("references", () => {
  test("follow shared conditions", () => {
    const conditions = { late: { all: [yes] }, alias: { condition: "late" } };
    expect(fires({ condition: "alias" }, facts, { conditions })).toBe(true);
    expect(fires({ not: { condition: "alias" } }, facts, { conditions })).toBe(false);
  });

  test("an unknown one fails the run when read, or is false when allowed", () => {
    expect(() => fires({ all: [yes, { condition: "nowhere" }] }, facts)).toThrow(expect.objectContaining({ code: "undefined_condition" }));
    expect(fires({ any: [{ ...yes, priority: 2 }, { condition: "nowhere" }] }, facts)).toBe(true);
    expect(fires({ condition: "nowhere" }, facts, { allowUndefinedConditions: true })).toBe(false);
    expect(fires({ not: { condition: "nowhere" } }, facts, { allowUndefinedConditions: true })).toBe(true);
  });
});

describe("path", () => {
  const order = { items: [{ price: 12 }], "odd key": { "it's": 1 }, none: undefined };
  const at = (path: string, value: unknown, given: unknown = order): boolean =>
    fires({ all: [{ fact: "order", path, operator: "equal", value }] }, { order: given });

  test("reads own properties", () => {
    expect(at("$.items[0].price", 12)).toBe(true);
    expect(at("$['items'][0][\"price\"]", 12)).toBe(true);
    expect(at("$['odd key'][\"it's\"]", 1)).toBe(true);
    expect(at("$.items.length", 1)).toBe(true);
  });

  test("a miss is undefined, and no path is no path", () => {
    expect([at("$.nothing.at.all", undefined), at("$.items[7]", undefined), at("", 5, 5)]).toEqual([true, true, true]);
  });

  test("a value that is no object passes through", () => {
    expect([at("$.items", 5, 5), at("$.items", null, null), at("$.length", "abc", "abc")]).toEqual([true, true, true]);
  });

  test("works in values, with params beside it", () => {
    const condition = {
      fact: "order",
      params: { a: 1 },
      path: "$.items[0].price",
      operator: "equal",
      value: { fact: "order", params: { a: 2 }, path: "$.items[0].price" },
    };
    expect(fires({ all: [condition] }, { order })).toBe(true);
  });

  test("a path resolver replaces the reading and the check of the form", () => {
    const pathResolver = (value: object, path: string): unknown => `${Object.keys(value).join()}/${path}`;
    expect(
      fires(
        { all: [{ fact: "order", path: "any..form", operator: "equal", value: "a/any..form" }] },
        { order: { a: 1 } },
        { pathResolver },
      ),
    ).toBe(true);
    const failing = (): never => {
      throw new Error("no such place");
    };
    const condition = { fact: "order", path: "x", operator: "equal", value: 1 };
    expect(() => fires({ all: [condition] }, { order: {} }, { pathResolver: failing })).toThrow(/no such place/);
    expect(() => fires({ all: [condition] }, { order: {} }, { pathResolver: () => Promise.resolve(1) })).toThrow(/promise/);
  });
});

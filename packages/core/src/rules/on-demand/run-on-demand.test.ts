import { describe, expect, test, vi } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { InvalidPolicyError } from "../../errors/invalid-policy-error.js";
import { compileRules } from "../engine/compile-rules.js";
import type { RuleCondition, RuleProperties } from "../engine/rule-properties.js";
import { ruleOf } from "../engine/testing/decide.js";
import { runOnDemand } from "./run-on-demand.js";

const isOne: RuleCondition = { fact: "a", operator: "equal", value: 1 };
const lost: RuleCondition = { fact: "carrier", path: "$.status", operator: "equal", value: "lost" };

describe("resolvers", () => {
  test("are called once, however many rules read the fact and with whatever params", async () => {
    const carrier = vi.fn(async () => ({ status: "lost" }));
    const rules = [
      ruleOf({ all: [lost, { ...lost, params: { of: 1 } }] }),
      ruleOf({ all: [{ ...lost, params: { of: 2 } }] }, { priority: 5 }),
    ];
    const { events } = await runOnDemand(rules, { facts: {}, resolvers: { carrier } });
    expect(events).toHaveLength(2);
    expect(carrier).toHaveBeenCalledTimes(1);
  });

  test("are not called unless a rule reads the fact", async () => {
    const carrier = vi.fn(() => ({ status: "lost" }));
    const rules = [ruleOf({ any: [{ ...isOne, priority: 2 }, lost] })];
    expect((await runOnDemand(rules, { facts: { a: 1 }, resolvers: { carrier } })).events).toHaveLength(1);
    expect(carrier).not.toHaveBeenCalled();
    expect((await runOnDemand(rules, { facts: { a: 2 }, resolvers: { carrier } })).events).toHaveLength(1);
    expect(carrier).toHaveBeenCalledTimes(1);
  });

  test("a fact that is given is not fetched", async () => {
    const carrier = vi.fn(() => ({ status: "lost" }));
    expect(
      (await runOnDemand([ruleOf({ all: [lost] })], { facts: { carrier: { status: "found" } }, resolvers: { carrier } })).events,
    ).toEqual([]);
    expect(carrier).not.toHaveBeenCalled();
  });

  test("one that fails fails the run, with the rule's name", async () => {
    const rules = [
      ruleOf({ all: [isOne] }),
      ruleOf({ all: [lost, { fact: "a", operator: "equal", value: { fact: "carrier" } }] }, { name: "reship" }),
    ];
    for (const carrier of [
      () => Promise.reject(new Error("no answer")),
      () => {
        throw new Error("no answer");
      },
    ]) {
      const error: unknown = await runOnDemand(rules, { facts: { a: 1 }, resolvers: { carrier } }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DecisionError);
      expect(error).toMatchObject({ rule: "reship", code: "resolver_failed", message: expect.stringContaining("no answer") as string });
    }
    const odd = { carrier: () => Promise.reject("a text") };
    await expect(runOnDemand(rules, { facts: { a: 1 }, resolvers: odd })).rejects.toMatchObject({
      message: expect.stringContaining("a text") as string,
    });
    await expect(runOnDemand(rules, { facts: { a: 1 }, resolvers: { carrier: () => () => 1 } })).rejects.toMatchObject({
      code: "dynamic_fact",
    });
  });
});

describe("as compiled rules", () => {
  const rules: RuleProperties[] = [
    ruleOf({ all: [{ all: [{ condition: "shared" }] }] }, { name: "deep", event: { type: "deep", params: { seen: { fact: "a" } } } }),
    ruleOf({ any: [isOne, { not: isOne }] }, { name: "shallow" }),
    ruleOf({ all: [{ ...isOne, operator: "not:equal" }] }, { name: 0, priority: 9 }),
    ruleOf(
      {
        any: [
          { ...isOne, priority: 3 },
          { fact: "list", operator: "containsAny", value: [2] },
        ],
      },
      { priority: 9 },
    ),
  ];
  const options = { conditions: { shared: { all: [isOne], name: "one" } }, replaceFactsInEventParams: true };

  test.each([
    { a: 1, list: [] },
    { a: 2, list: [2] },
    { a: 2, list: 5 },
  ])("%j gives the same answer in the same order", async (facts) => {
    expect(await runOnDemand(rules, { ...options, facts })).toEqual(compileRules(rules, options).run(facts));
  });

  test("rules that don't compile are refused", async () => {
    await expect(runOnDemand([ruleOf({ all: [{ ...isOne, operator: "equals" }] })], { facts: {} })).rejects.toThrow(InvalidPolicyError);
  });

  test.each<[string, RuleCondition, object]>([
    ["undefined_fact", { ...isOne, fact: "absent" }, {}],
    ["undefined_condition", { condition: "nowhere" }, { a: 1 }],
    ["dynamic_fact", isOne, { a: () => 1 }],
    ["async_fact", isOne, { a: Promise.resolve(1) }],
    ["evaluation_failed", { ...isOne, operator: "in", value: null }, { a: 1 }],
  ])("%s fails the run", async (code, condition, facts) => {
    const failing = [ruleOf({ all: [condition, { ...isOne, fact: "absent", priority: -1 }] }, { name: "failing" })];
    await expect(runOnDemand(failing, { facts })).rejects.toMatchObject({ code, rule: "failing" });
    expect(() => compileRules(failing).run(facts)).toThrow(expect.objectContaining({ code, rule: "failing" }));
  });

  test("unknown conditions are false when allowed", async () => {
    const allowed = { allowUndefinedConditions: true, allowUndefinedFacts: true };
    const answer = await runOnDemand([ruleOf({ all: [{ condition: "nowhere" }] })], { facts: {}, ...allowed });
    expect(answer.failureResults).toEqual([
      { conditions: { priority: 1, all: [{ condition: "nowhere", result: false }] }, event: { type: "hit" }, priority: 1, result: false },
    ]);
  });

  test("a path resolver of the caller is used, and must answer at once", async () => {
    const rule = [ruleOf({ all: [{ ...isOne, path: "any..form" }] })];
    expect((await runOnDemand(rule, { facts: { a: {} }, pathResolver: () => 1 })).events).toHaveLength(1);
    await expect(runOnDemand(rule, { facts: { a: {} }, pathResolver: () => Promise.resolve(1) })).rejects.toMatchObject({
      code: "async_fact",
    });
    const failing = (): never => {
      throw new Error("no such place");
    };
    await expect(runOnDemand(rule, { facts: { a: {} }, pathResolver: failing })).rejects.toMatchObject({ code: "path_failed" });
  });
});

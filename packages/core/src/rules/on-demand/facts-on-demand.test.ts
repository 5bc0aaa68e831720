import { describe, expect, test } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { compilePolicy, type Facts } from "../compile-policy.js";
import type { Policy } from "../policy.js";
import { outcome } from "./testing/outcome.js";
import { named, policyOf } from "./testing/small-policy.js";

describe("facts", () => {
  const boom = {
    get: () => {
      throw new Error("boom");
    },
  };
  const both = async (policy: Policy, facts: Facts): Promise<readonly unknown[]> => {
    const compiled = compilePolicy(policy);
    const said = (error: unknown) =>
      DecisionError.isInstance(error) ? { code: error.code, rule: error.rule, message: error.message } : error;
    const decided = outcome(() => compiled.decide(facts));
    return [decided instanceof Error ? said(decided) : decided, await compiled.decideAsync(facts, {}).catch(said)];
  };

  test("null from a resolver is null", async () => {
    const rules = [
      {
        name: "null",
        conditions: { all: [{ fact: "a", operator: "equal", value: null }] },
        event: { type: "e", params: { of: { fact: "a" } } },
      },
    ];
    const compiled = compilePolicy(policyOf(rules));
    expect(await compiled.decideAsync({}, { a: () => null })).toEqual(compiled.decide({ a: null }));
    expect(compiled.decide({ a: null })).toMatchObject({ events: [{ params: { of: null } }], missing: [] });
  });

  test("that aren't enumerable are read, in conditions and in params, beside parameters read as facts as well", async () => {
    const facts = Object.defineProperty({}, "a", { value: 1 }) as Facts;
    const readsParameter = { all: [{ fact: "parameters.p", operator: "equal", value: 1 }] };
    for (const more of [{}, { rules: [{ name: "p", conditions: readsParameter, event: { type: "e" } }], parameters: { p: 1 } }]) {
      const rules = [named("r", "a", 1, { event: { type: "e", params: { of: { fact: "a" } } } }), ...(more.rules ?? [])];
      const [decided, demanded] = await both(policyOf(rules, { ...more, rules, decide: "all" }), facts);
      expect(demanded).toEqual(decided);
      expect(decided).toMatchObject({ events: rules.map(() => ({ type: "e" })), missing: [] });
    }
  });

  test("whose getter throws fail the rule that reads them, and no decision that doesn't", async () => {
    const facts = Object.defineProperties({ a: 1 }, { z: { ...boom, enumerable: true }, hidden: boom }) as Facts;
    const parameters = { rules: [named("p", "parameters.p", 1)], parameters: { p: 1 } };
    const [fine, fineToo] = await both(policyOf([named("r", "a", 1)]), facts);
    expect(fineToo).toEqual(fine);
    expect(fine).toMatchObject({ fired: [{ rule: "r" }] });
    const [also, alsoToo] = await both(policyOf(parameters.rules, parameters), facts);
    expect(alsoToo).toEqual(also);
    expect(also).toMatchObject({ fired: [{ rule: "p" }] });
    for (const name of ["z", "hidden"]) {
      const failed = { code: "evaluation_failed", rule: "reads", message: expect.stringContaining("boom") as string };
      expect(await both(policyOf([named("fine", "a", 1), named("reads", name, 1)], { decide: "all" }), facts)).toEqual([failed, failed]);
    }
  });

  test("an error in a condition that needn't be asked isn't raised", async () => {
    const conditions = {
      all: [
        { fact: "a", operator: "equal", value: 1 },
        { fact: "b", operator: "in", value: { fact: "c" } },
      ],
    };
    const compiled = compilePolicy(policyOf([{ name: "r", conditions, event: { type: "e" } }], { decide: "all" }));
    const failed = expect.objectContaining({ code: "evaluation_failed", rule: "r" }) as Error;
    expect(() => compiled.decide({ a: 2, b: 1, c: 5 })).toThrow(failed);
    await expect(compiled.decideAsync({ a: 2, b: 1, c: 5 }, {})).rejects.toThrow(failed);
    await expect(compiled.decideAsync({ a: 1, b: 1 }, { c: () => 5 })).rejects.toThrow(failed);
    expect((await compiled.decideAsync({ a: 2, b: 1 }, { c: () => 5 })).events).toEqual([]);
  });
});

import { describe, expect, test, vi } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { decideModes } from "../policy.js";
import { named, policyOf } from "./testing/small-policy.js";

describe("no decision is partial", () => {
  const failing = { name: "failing", conditions: { all: [{ fact: "a", operator: "in", value: { fact: "b" } }] }, event: { type: "e" } };
  const fine = named("fine", "a", 1);

  test.each(decideModes)("a rule that fails fails the whole, under %s", async (decide) => {
    for (const rules of [
      [failing, fine],
      [fine, failing],
    ]) {
      const compiled = compilePolicy(policyOf(rules, { decide }));
      const error = expect.objectContaining({ code: "evaluation_failed", rule: "failing" }) as Error;
      expect(() => compiled.decide({ a: 1, b: 5 })).toThrow(error);
      expect(() => compiled.explain({ a: 1, b: 5 })).toThrow(error);
      await expect(compiled.decideAsync({ a: 1, b: 5 }, {})).rejects.toThrow(error);
      await expect(compiled.decideAsync({}, { a: () => 1, b: async () => 5 })).rejects.toThrow(error);
    }
  });

  test("a fact that can't be fetched fails it, with the rule that reads it in its conditions, params or dates", async () => {
    const refuse = async (): Promise<never> => Promise.reject(new Error("no answer"));
    const error = expect.objectContaining({ code: "resolver_failed", message: expect.stringContaining("no answer") as string });
    const inConditions = compilePolicy(policyOf([fine, named("reads", "c", 1)], { decide: "all" }));
    await expect(inConditions.decideAsync({ a: 1 }, { c: refuse })).rejects.toMatchObject({ rule: "reads" });
    for (const more of [{ event: { type: "e", params: { of: { fact: "c" } } } }, { effectiveFrom: "2020-01-01" }]) {
      for (const decide of ["first", "all"]) {
        const compiled = compilePolicy(policyOf([named("reads", "a", 1, more)], { decide, asOf: "c" }));
        await expect(compiled.decideAsync({ a: 1 }, { c: refuse })).rejects.toThrow(error as Error);
        await expect(compiled.decideAsync({ a: 1 }, { c: refuse })).rejects.toMatchObject({ rule: "reads" });
      }
    }
  });

  test("after a failure no further fact is fetched", async () => {
    const resolvers = { b: vi.fn(() => Promise.reject(new Error("no answer"))), c: vi.fn(() => 1) };
    const compiled = compilePolicy(policyOf([named("high", "b", 9), named("low", "c", 1)], { decide: "all" }));
    await expect(compiled.decideAsync({ a: 1 }, resolvers)).rejects.toMatchObject({ rule: "high" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(resolvers.c).not.toHaveBeenCalled();
  });
});

import { describe, expect, test, vi } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { decideModes } from "../policy.js";
import { named, policyOf } from "./testing/small-policy.js";

describe("under first", () => {
  const rules = [named("high", "a", 9), named("beside", "b", 9), named("low", "c", 5), named("known", "a", 2), named("lowest", "d", 1)];

  test("a rule that can't win any more has nothing fetched for it", async () => {
    const resolvers = { b: vi.fn(() => 1), c: vi.fn(() => 1), d: vi.fn(() => 1) };
    const decision = await compilePolicy(policyOf(rules)).decideAsync({ a: 1 }, resolvers);
    expect([resolvers.b.mock.calls.length, resolvers.c.mock.calls.length, resolvers.d.mock.calls.length]).toEqual([1, 0, 0]);
    expect(decision.fired.map((fired) => fired.rule)).toEqual(["high"]);
    expect(decision.lost.map((lost) => lost.rule)).toEqual(["beside", "known"]);
    expect(decision.missing).toEqual([]);
  });

  test("with every fact at hand, lost is complete", async () => {
    const facts = { a: 1, b: 1, c: 1, d: 1 };
    const compiled = compilePolicy(policyOf(rules));
    expect(await compiled.decideAsync(facts, { a: () => 2 })).toEqual(compiled.decide(facts));
    expect(compiled.decide(facts).lost).toHaveLength(4);
  });

  test("a hit that is not in force, or whose params lack a fact, doesn't end the search", async () => {
    const over = named("over", "a", 9, { effectiveTo: "2020-01-01" });
    const lacking = named("lacking", "a", 7, { event: { type: "e", params: { of: { fact: "e" } } } });
    const compiled = compilePolicy(policyOf([over, lacking, named("low", "c", 5), named("lowest", "d", 1)], { asOf: "now" }));
    const resolvers = { now: vi.fn(() => "2026-01-01T00:00:00Z"), c: vi.fn(() => 1), d: vi.fn(() => 1), e: vi.fn(() => undefined) };
    const decision = await compiled.decideAsync({ a: 1 }, resolvers);
    expect(decision.events).toEqual([{ type: "e", params: { of: "low" } }]);
    expect(Object.values(resolvers).map((resolver) => resolver.mock.calls.length)).toEqual([1, 1, 0, 1]);
    expect(decision.missing).toEqual(["e"]);
  });

  test("a date or a param that nobody needs any more is not fetched, nor missing", async () => {
    const dated = named("dated", "a", 5, { effectiveFrom: "2020-01-01" });
    const filled = named("filled", "a", 3, { event: { type: "e", params: { of: { fact: "e" } } } });
    const resolvers = { now: vi.fn(() => "2026-01-01T00:00:00Z"), e: vi.fn(() => 1) };
    const decision = await compilePolicy(policyOf([named("high", "a", 9), dated, filled], { asOf: "now" })).decideAsync(
      { a: 1 },
      resolvers,
    );
    expect(decision).toMatchObject({ events: [{ params: { of: "high" } }], lost: [], missing: [] });
    expect([resolvers.now.mock.calls.length, resolvers.e.mock.calls.length]).toEqual([0, 0]);
  });

  test("all other modes read everything", async () => {
    for (const decide of decideModes.filter((mode) => mode !== "first")) {
      const resolvers = { b: vi.fn(() => 1), c: vi.fn(() => 1), d: vi.fn(() => 1) };
      await compilePolicy(policyOf(rules, { decide })).decideAsync({ a: 1 }, resolvers);
      expect(Object.values(resolvers).map((resolver) => resolver.mock.calls.length)).toEqual([1, 1, 1]);
    }
  });
});

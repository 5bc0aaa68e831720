import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compilePolicy, type Facts } from "../compile-policy.js";
import { decideModes, type Policy, type PolicyRule } from "../policy.js";

const names = ["a", "b", "c", "d"];
const value = fc.constantFrom<unknown>(0, 1, 2, "x", true, [1, 2]);
const operand = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: fc.constantFrom({ fact: "a" }, { fact: "parameters.p" }) },
);
const leaf = fc.record(
  {
    fact: fc.constantFrom(...names, "parameters.p"),
    operator: fc.constantFrom("equal", "notEqual", "greaterThan", "not:lessThan", "someFact:equal"),
    value: operand,
    priority: fc.constantFrom(1, 5),
  },
  { requiredKeys: ["fact", "operator", "value"] },
);
const { root } = fc.letrec<{ node: unknown; root: unknown }>((tie) => {
  const members = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
  return {
    root: fc.oneof(
      { weight: 4, arbitrary: fc.record({ all: members }) },
      { weight: 4, arbitrary: fc.record({ any: members }) },
      { weight: 1, arbitrary: fc.record({ not: tie("node") }) },
      { weight: 1, arbitrary: fc.constant({ condition: "shared" }) },
    ),
    node: fc.oneof({ maxDepth: 2 }, { weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: tie("root") }),
  };
});
const dates = fc.constantFrom({}, {}, {}, { effectiveFrom: "2026-01-01" }, { effectiveTo: "2026-01-01" });
const params = fc.constantFrom<object>(
  {},
  { params: { points: 3 } },
  { params: { points: { fact: "c" } } },
  { params: { at: { fact: "d" }, group: "g" } },
);
const rule = fc
  .tuple(root, fc.integer({ min: 1, max: 3 }), dates, params)
  .map(([conditions, priority, dated, paramsOf]) => ({ conditions, priority, ...dated, event: { type: "e", ...paramsOf } }));
const policyArbitrary: fc.Arbitrary<Policy> = fc
  .record({ rules: fc.array(rule, { minLength: 1, maxLength: 7 }), decide: fc.constantFrom(...decideModes), shared: root })
  .map(
    ({ rules, decide, shared }) =>
      ({
        policy: "random",
        version: "1.0.0",
        stage: "s",
        decision: "d",
        decide,
        asOf: "placed ?? now",
        parameters: { p: 1 },
        conditions: {
          shared: {
            all: [{ fact: "d", operator: "equal", value: 1 }, ...(JSON.stringify(shared).includes('"condition"') ? [] : [shared])],
          },
        },
        rules: rules.map((each, index) => ({ name: `r${index}`, ...each })),
      }) as unknown as Policy,
  );
const factsArbitrary: fc.Arbitrary<Facts> = fc.record(
  { a: value, b: value, c: value, d: value, now: fc.constantFrom("2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z") },
  { requiredKeys: [] },
);

describe("decideAsync", () => {
  test("decides as decide does, given the same facts", async () => {
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(policyArbitrary, factsArbitrary, async (policy, facts) => {
        const compiled = compilePolicy(policy);
        const expected = compiled.decide(facts);
        expect(await compiled.decideAsync(facts, {})).toEqual(expected);
        decided += expected.events.length;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(decided).toBeGreaterThan(100);
  });

  test("fetches each fact at most once, none that is given, and none that a decision could do without", async () => {
    let spared = 0;
    let short = 0;
    await fc.assert(
      fc.asyncProperty(policyArbitrary, factsArbitrary, fc.subarray([...names, "now", "placed"]), async (policy, facts, fetchable) => {
        const compiled = compilePolicy(policy);
        const expected = compiled.decide(facts);
        const given = Object.fromEntries(Object.entries(facts).filter(([name]) => !fetchable.includes(name)));
        const calls: string[] = [];
        const resolvers = Object.fromEntries(
          fetchable.map((name) => [
            name,
            async () => {
              calls.push(name);
              return facts[name];
            },
          ]),
        );
        const decision = await compiled.decideAsync(given, resolvers);
        expect(new Set(calls).size).toBe(calls.length);
        expect(calls.every((name) => compiled.reads.includes(name))).toBe(true);
        expect(decision.events).toEqual(expected.events);
        expect(decision.fired).toEqual(expected.fired);
        expect(decision.total).toEqual(expected.total);
        const unread = fetchable.filter((name) => !calls.includes(name));
        expect(expected.missing).toEqual(expect.arrayContaining([...decision.missing]));
        if (policy.decide === "first") {
          expect(expected.lost).toEqual(expect.arrayContaining([...decision.lost]));
          if (decision.lost.length < expected.lost.length) short += 1;
        } else {
          expect(decision.lost).toEqual(expected.lost);
        }
        // What was not fetched can't have mattered: anything else in its place gives the same answer.
        const other = { ...facts, ...Object.fromEntries(unread.map((name) => [name, name === "now" ? "2024-01-01T00:00:00Z" : 99])) };
        if (unread.length > 0 && !unread.includes("placed")) expect(compiled.decide(other).events).toEqual(decision.events);
        spared += unread.filter((name) => compiled.reads.includes(name)).length;
      }),
      { numRuns: 600, seed: 11 },
    );
    expect(spared).toBeGreaterThan(100);
    expect(short).toBeGreaterThan(5);
  });
});

const test1 = (fact: string): PolicyRule["conditions"] => ({ all: [{ fact, operator: "equal", value: 1 }] });
const policyOf = (rules: readonly object[], more: object = {}): Policy =>
  ({ policy: "p", version: "1.0.0", stage: "s", decision: "d", decide: "first", rules, ...more }) as Policy;
const named = (name: string, fact: string, priority: number, more: object = {}): object => ({
  name,
  priority,
  conditions: test1(fact),
  event: { type: "e", params: { of: name } },
  ...more,
});

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

describe("a group of conditions", () => {
  const far = { fact: "far", operator: "equal", value: 1 };
  const near = { fact: "near", operator: "equal", value: 1 };
  const asked = async (conditions: object, nearValue: number, more: object = {}): Promise<number> => {
    const policy = policyOf([{ name: "r", conditions, event: { type: "e" } }], { decide: "all", ...more });
    const resolver = vi.fn(() => 1);
    await compilePolicy(policy).decideAsync({ near: nearValue }, { far: resolver });
    return resolver.mock.calls.length;
  };

  test("asks what is at hand first, and fetches nothing where that settles it", async () => {
    expect(await asked({ all: [far, near] }, 0)).toBe(0);
    expect(await asked({ all: [far, near] }, 1)).toBe(1);
    expect(await asked({ any: [far, near] }, 1)).toBe(0);
    expect(await asked({ any: [far, near] }, 0)).toBe(1);
    expect(await asked({ all: [{ any: [far, far] }, { any: [near, near] }] }, 0)).toBe(0);
    expect(await asked({ not: { all: [far, { not: near }] } }, 1)).toBe(0);
    expect(await asked({ all: [{ ...near, value: { fact: "far" } }, near] }, 0)).toBe(0);
  });

  test("does so through shared conditions as well", async () => {
    const conditions = { late: { all: [far, far] }, ours: { any: [near, near] }, both: { all: [{ condition: "late" }, near] } };
    expect(await asked({ all: [{ condition: "late" }, { condition: "ours" }] }, 0, { conditions })).toBe(0);
    expect(await asked({ all: [{ condition: "both" }] }, 0, { conditions })).toBe(0);
    expect(await asked({ all: [{ condition: "both" }] }, 1, { conditions })).toBe(1);
  });

  test("keeps the order that somebody wrote into it", async () => {
    expect(await asked({ all: [{ ...far, priority: 5 }, near] }, 0)).toBe(1);
  });
});

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

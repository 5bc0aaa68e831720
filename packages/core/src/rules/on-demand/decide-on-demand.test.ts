import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
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

const odd = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(Number.NaN, -0, "", "1", [], [null], {}, new Date(0), Symbol.iterator, () => 1, 5n),
  },
);
const oddFacts: fc.Arbitrary<Facts> = fc.record(
  { a: odd, b: odd, c: odd, d: odd, now: fc.constantFrom("2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z", null, 5), placed: odd },
  { requiredKeys: [] },
);

describe("decideAsync with every fact from a resolver", () => {
  test("decides as decide does, whatever the values", async () => {
    const seen = { decided: 0, failed: 0, spared: 0 };
    await fc.assert(
      fc.asyncProperty(policyArbitrary, oddFacts, async (policy, facts) => {
        const compiled = compilePolicy(policy);
        const calls = new Set<string>();
        const resolvers = Object.fromEntries(
          Object.entries(facts).map(([name, fact]) => [
            name,
            () => {
              calls.add(name);
              return fact;
            },
          ]),
        );
        const expected = outcome(() => compiled.decide(facts));
        const actual = await compiled.decideAsync({}, resolvers).catch((error: unknown) => ({ error }));
        if (expected instanceof Error) {
          seen.failed += 1;
          if ("error" in actual) expect(DecisionError.isInstance(actual.error)).toBe(true);
          // Only where a fact wasn't asked for can an error stay away.
          else {
            expect(compiled.reads.some((name) => name in facts && !calls.has(name))).toBe(true);
            seen.spared += 1;
          }
          return;
        }
        const { lost, missing, ...rest } = actual as typeof expected;
        const { lost: expectedLost, missing: expectedMissing, ...expectedRest } = expected;
        expect(rest).toEqual(expectedRest);
        if (policy.decide === "first") expect(expectedLost).toEqual(expect.arrayContaining([...lost]));
        else expect(lost).toEqual(expectedLost);
        const isUnread = (name: string) => name.split(" or ").some((fact) => fact in facts && !calls.has(fact));
        expect(missing.filter((name) => !isUnread(name))).toEqual(expectedMissing.filter((name) => !isUnread(name)));
        seen.decided += expected.events.length;
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(seen.decided).toBeGreaterThan(100);
    expect(seen.failed).toBeGreaterThan(20);
  });
});

function outcome<Value>(decide: () => Value): Value | Error {
  try {
    return decide();
  } catch (error) {
    return error as Error;
  }
}

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

test("shared conditions that double are refused before anything is fetched", async () => {
  const double = (level: number) => ({ all: [{ condition: `c${level - 1}` }, { condition: `c${level - 1}` }] });
  const shared = (levels: number) =>
    Object.fromEntries(Array.from({ length: levels + 1 }, (_, level) => [`c${level}`, level === 0 ? test1("a") : double(level)]));
  const doubling = (levels: number) =>
    compilePolicy(policyOf([{ name: "r", conditions: { condition: `c${levels}` }, event: { type: "e" } }], { conditions: shared(levels) }));
  expect((await doubling(8).decideAsync({}, { a: () => 1 })).events).toHaveLength(1);
  const resolver = vi.fn(() => 1);
  await expect(doubling(16).decideAsync({}, { a: resolver })).rejects.toMatchObject({
    code: "too_many_nodes",
    findings: [{ expected: expect.stringContaining("on demand") as string }],
  });
  expect(resolver).not.toHaveBeenCalled();
  expect(doubling(16).decide({ a: 1 }).events).toHaveLength(1);
});

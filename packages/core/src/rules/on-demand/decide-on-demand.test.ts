import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { compilePolicy, type Facts } from "../compile-policy.js";
import { outcome } from "./testing/outcome.js";
import { factsArbitrary, names, policyArbitrary, value } from "./testing/policy-arbitrary.js";

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

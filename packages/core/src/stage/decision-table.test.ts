import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { FactCatalogue } from "../facts/fact-definition.js";
import { booleanFact, listFact, numberFact, textFact } from "../facts/define-fact.js";
import type { Policy, PolicyRule } from "../rules/policy.js";
import { decisionTable, noKey, type DecisionTable } from "./decision-table.js";
import { compilePolicySet } from "./policy-set.js";
import { Evaluation } from "./evaluation.js";
import { createContext } from "./context.js";

const described = { description: "A fact." };
const facts: FactCatalogue = {
  "a.number": numberFact({ ...described, example: 1 }),
  "a.word": textFact({ ...described, example: "x" }),
  "a.flag": booleanFact({ ...described, example: true }),
  "a.list": listFact({ ...described, example: ["x"] }),
  "a.day": { ...textFact({ ...described, example: "2026-01-01T00:00:00Z" }), kind: "instant" },
};
const events = { flag: z.strictObject({ of: z.unknown().optional() }) };
const vocabulary = { name: "flags", facts, events, decisions: { flags: ["flag"] } } as const;
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const ruleOf = (name: string, conditions: object, more: Partial<PolicyRule> = {}): PolicyRule => ({
  name,
  conditions: conditions as PolicyRule["conditions"],
  event: { type: "flag" },
  ...more,
});
const policyOf = (rules: PolicyRule[], more: Partial<Policy> = {}): Policy => ({
  policy: "shop/flags",
  version: "1.0.0",
  stage: "flags",
  decision: "flags",
  decide: "all",
  rules,
  ...more,
});

const tests = [
  ...[0, 5, 10].flatMap((bound) =>
    ["greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive", "equal"].map((operator) => leaf("a.number", operator, bound)),
  ),
  leaf("a.number", "between", [2, 7]),
  leaf("a.number", "lessThan", { fact: "parameters.bound" }),
  leaf("a.word", "equal", "x"),
  leaf("a.word", "in", ["x", "z"]),
  leaf("a.word", "startsWith", "xy"),
  leaf("a.flag", "equal", true),
  leaf("a.flag", "isPresent", false),
  leaf("a.list", "contains", "x"),
  leaf("a.list", "containsAny", ["x", "y"]),
  leaf("a.list", "containsAll", ["x", "y"]),
  leaf("a.day", "isPresent", true),
];
const condition = fc.oneof(
  fc.array(fc.constantFrom(...tests), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(fc.constantFrom(...tests), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  fc.constantFrom(...tests).map((not) => ({ all: [leaf(not.fact, "isPresent", true), { not }] })),
  fc
    .constantFrom(leaf("a.word", "notEqual", "y"), leaf("a.word", "notIn", ["x", "y"]))
    .map((negated) => ({ all: [leaf("a.word", "isPresent", true), negated] })),
);
const dates = fc.constantFrom(
  {},
  { effectiveFrom: "2026-01-10" },
  { effectiveTo: "2026-02-01" },
  { effectiveFrom: "2025-12-31", effectiveTo: "2026-01-10" },
);
const policyArbitrary = fc
  .tuple(fc.array(fc.tuple(condition, dates), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([rules, isDated]) =>
    policyOf(
      rules.map(([conditions, dated], index) => ruleOf(`r${index}`, conditions, isDated ? dated : {})),
      { parameters: { bound: 4 }, ...(isDated ? { asOf: "a.day ?? now" } : {}) },
    ),
  );
const given = fc.record({
  number: fc.constantFrom(undefined, -1, 0, 3, 4, 5, 6, 10, 11, "7", Number.NaN),
  word: fc.constantFrom(undefined, "x", "y", "z", "xyz"),
  flag: fc.constantFrom(undefined, true, false),
  list: fc.constantFrom(undefined, [], ["x"], ["y", "x"], ["z"]),
  day: fc.constantFrom(undefined, "2025-12-30T23:59:59Z", "2025-12-31T00:00:00Z", "2026-01-09T23:30:00-01:00", "2026-02-01T00:00:00Z"),
});

describe("decisions that are looked up", () => {
  it("are those the policy takes", () => {
    fc.assert(
      fc.property(policyArbitrary, fc.array(given, { minLength: 2, maxLength: 12 }), (policy, cases) => {
        const set = compilePolicySet(vocabulary, [policy]);
        // A policy that is watched is asked every time.
        const watched = { ...set, policiesFor: (decision: string) => set.policiesFor(decision).map((each) => ({ ...each })) };
        const context = createContext({ now: Date.UTC(2026, 0, 20) });
        for (const a of [...cases, ...cases]) {
          const [looked, asked] = [set, watched].map((each) => {
            const evaluation = new Evaluation({ a } as never, each, context);
            return [evaluation.decide("flags"), evaluation.provenance()];
          });
          expect(looked).toEqual(asked);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("decisionTable", () => {
  const names = Object.keys(facts).toSorted();
  const tableOf = (policy: Policy): DecisionTable | undefined => {
    const [compiled] = compilePolicySet(vocabulary, [policy]).policiesFor("flags");
    return compiled && decisionTable(compiled, facts, (name) => names.indexOf(name));
  };
  const isBig = { all: [leaf("a.number", "greaterThan", 5)] };
  const valuesOf = (value: unknown) => names.map((name) => (name === "a.number" ? value : undefined));

  it("has one key for values that pass the same tests", () => {
    const table = tableOf(policyOf([ruleOf("big", isBig)]));
    const keys = [undefined, 1, 5, 6, 600].map((value) => table?.keyOf(valuesOf(value)));
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 1, 1, 3, 3]);
  });

  it("leaves objects, and lists where an operator may fail on them, to the policy", () => {
    const table = tableOf(policyOf([ruleOf("big", isBig)]));
    expect([{}, [7]].map((value) => table?.keyOf(valuesOf(value)))).toEqual([noKey, noKey]);
  });

  it("keeps no more than so many, and keeps them as they are", () => {
    const table = tableOf(policyOf([ruleOf("big", isBig)]));
    const decision = { decide: "all", events: [], fired: [], lost: [], missing: [] } as const;
    for (let key = 0; key < 5_000; key += 1) table?.keep(key, { decision: { ...decision }, missing: [] });
    expect([table?.get(0) === undefined, table?.get(4_999) === undefined]).toEqual([false, true]);
    expect(Object.isFrozen(table?.get(0)?.decision)).toBe(true);
  });

  it("is not made where more than tests and UTC dates decides", () => {
    const many = Array.from({ length: 40 }, (_, index) => ruleOf(`r${index}`, { all: [leaf("a.number", "greaterThan", index)] }));
    expect(tableOf(policyOf(many))).toBeUndefined();
    expect(tableOf(policyOf([ruleOf("big", { all: [leaf("a.number", "greaterThan", { fact: "a.number" })] })]))).toBeUndefined();
    const dated = ruleOf("dated", isBig, { effectiveFrom: "2026-01-01" });
    expect(tableOf(policyOf([dated], { asOf: "a.day", zone: "Asia/Tokyo" }))).toBeUndefined();
    expect(tableOf(policyOf([dated], { asOf: "a.day" }))).toBeDefined();
    expect(tableOf(policyOf([ruleOf("taken", isBig, { event: { type: "flag", params: { of: { fact: "a.number" } } } })]))).toBeUndefined();
  });
});

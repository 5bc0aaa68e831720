import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { FactCatalogue } from "../facts/fact-definition.js";
import { booleanFact, listFact, numberFact, textFact } from "../facts/define-fact.js";
import type { Policy, PolicyRule } from "../rules/policy.js";
import { mostCases, type DecisionTable, type KeptDecision } from "./decision-table.js";
import { plainlyCompiled } from "./plainly-compiled.js";
import { planDecisionTable } from "./plan-decision-table.js";
import { compilePolicySet } from "./policy-set.js";
import { Evaluation } from "./evaluation.js";
import { noBits } from "./slot-bits.js";
import { ValueCodes } from "./value-codes.js";
import { createContext } from "./context.js";

const described = { description: "A fact." };
const facts: FactCatalogue = {
  "a.number": numberFact({ ...described, example: 1 }),
  "a.other": numberFact({ ...described, example: 2 }),
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

const pathed = { ...leaf("a.list", "contains", "x"), path: "$[0]" };
const tests = [
  ...[0, 5, 10].flatMap((bound) =>
    ["greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive", "equal"].map((operator) => leaf("a.number", operator, bound)),
  ),
  leaf("a.number", "between", [2, 7]),
  leaf("a.number", "lessThan", { fact: "parameters.bound" }),
  leaf("a.number", "greaterThanInclusive", { fact: "a.other" }),
  leaf("a.other", "equal", { fact: "a.number" }),
  leaf("a.word", "equal", "x"),
  leaf("a.word", "in", ["x", "z"]),
  leaf("a.word", "startsWith", "xy"),
  leaf("a.flag", "equal", true),
  leaf("a.flag", "isPresent", false),
  leaf("a.list", "contains", "x"),
  leaf("a.list", "isPresent", true),
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
const takes = fc.constantFrom<Partial<PolicyRule>>(
  {},
  ...["a.word", "a.number", "a.flag", "a.list"].map((fact) => ({ event: { type: "flag", params: { of: { fact } } } })),
);
const policyArbitrary = fc
  .tuple(fc.array(fc.tuple(condition, dates, takes), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([rules, isDated]) =>
    policyOf(
      rules.map(([conditions, dated, taken], index) => ruleOf(`r${index}`, conditions, { ...taken, ...(isDated ? dated : {}) })),
      { parameters: { bound: 4 }, ...(isDated ? { asOf: "a.day ?? now" } : {}) },
    ),
  );
const given = fc.record({
  number: fc.constantFrom(undefined, -1, 0, 3, 4, 5, 6, 10, 11, 200, 4.5, "7", Number.NaN),
  other: fc.constantFrom(undefined, 0, 3, 6, 200, -1.5, "7", Number.NaN),
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
        // Noted, kept, looked up.
        for (const a of [...cases, ...cases, ...cases]) {
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

describe("decisions that a table can't tell apart", () => {
  const decided = (rules: PolicyRule[], more: Partial<Policy>, cases: readonly object[]) => {
    const set = compilePolicySet(vocabulary, [policyOf(rules, more)]);
    const watched = { ...set, policiesFor: (decision: string) => set.policiesFor(decision).map((each) => ({ ...each })) };
    const context = createContext({ now: Date.UTC(2026, 0, 20) });
    return [set, watched].map((each) =>
      cases.map((a) => {
        try {
          return new Evaluation({ a } as never, each, context).decide("flags").events.length;
        } catch (error) {
          return (error as { readonly code?: string }).code;
        }
      }),
    );
  };
  const often = (usual: object, ...then: readonly object[]) => [usual, usual, usual, ...then];
  const failing = JSON.parse('[{"toString":1,"valueOf":1}]') as unknown;

  it.each<[string, PolicyRule[], Partial<Policy>, readonly object[]]>([
    [
      "parts of a value",
      [ruleOf("part", { all: [{ ...pathed, operator: "isPresent", value: true }] })],
      {},
      often({ list: ["x"] }, { list: [] }),
    ],
    [
      "a part and the whole",
      [ruleOf("part", { all: [pathed] }), ruleOf("whole", { all: [leaf("a.list", "contains", "x")] })],
      {},
      often({ list: ["x"] }, { list: [["x"], "x"] }),
    ],
    [
      "presence as another fact says",
      [ruleOf("told", { all: [leaf("a.word", "isPresent", { fact: "a.flag" })] })],
      {},
      often({ word: "x", flag: true }, { word: "x", flag: false }),
    ],
    [
      "a parameter before a fact",
      [ruleOf("bound", { all: [leaf("parameters.bound", "greaterThan", { fact: "a.number" })] })],
      { parameters: { bound: 5 } },
      often({ number: 4 }, { number: 6 }),
    ],
    [
      "what fails",
      [ruleOf("more", { all: [leaf("a.number", "greaterThan", { fact: "a.other" })] })],
      {},
      often({ number: 3 }, { number: failing }),
    ],
  ])("are taken by the policy: %s", (_name, rules, more, cases) => {
    const [looked, asked] = decided(rules, more, cases);
    expect(looked).toEqual(asked);
  });

  it("are those of the policy that was compiled, whatever its owner makes of it", () => {
    const own = structuredClone(policyOf([ruleOf("big", { all: [leaf("a.number", "greaterThan", 5)] })]));
    const set = compilePolicySet(vocabulary, [own]);
    (own.rules[0] as unknown as { conditions: { all: { value: number }[] } }).conditions.all[0]!.value = 1;
    const fires = (number: number) =>
      new Evaluation({ a: { number } } as never, set, createContext({ now: 0 })).decide("flags").events.length;
    expect([6, 6, 6, 3].map(fires)).toEqual([1, 1, 1, 0]);
  });

  it("aren't spoilt by a list that is another each time it is looked at", () => {
    const set = compilePolicySet(vocabulary, [policyOf([ruleOf("listed", { all: [leaf("a.list", "contains", "x")] })])]);
    const fires = (list: unknown[]) =>
      new Evaluation({ a: { list } } as never, set, createContext({ now: 0 })).decide("flags").events.length;
    let looks = 0;
    const changing: unknown[] = [];
    changing.indexOf = () => ((looks += 1) === 2 ? 0 : -1);
    changing.includes = () => (looks += 1) === 2;
    for (let time = 0; time < 4; time += 1) fires(changing);
    expect([fires([]), fires(["x"])]).toEqual([0, 1]);
  });
});

describe("planDecisionTable", () => {
  const names = Object.keys(facts).toSorted();
  const tableOf = (policy: Policy): DecisionTable | undefined => {
    const [compiled] = compilePolicySet(vocabulary, [policy]).policiesFor("flags");
    const plain = compiled && plainlyCompiled(compiled);
    return plain && planDecisionTable({ ...plain, reads: compiled.reads }, facts, (name) => names.indexOf(name));
  };
  const codes = names.map(() => new ValueCodes(true));
  /** The values of facts by slot, and their codes. */
  const valuesOf = (byName: Readonly<Record<string, unknown>>): [unknown[], number[]] => {
    const values = names.map((name) => byName[name]);
    return [values, values.map((value, at) => codes[at]?.codeOf(value) ?? 0)];
  };
  const keptOf = (): KeptDecision => ({
    decision: { decide: "all", events: [], fired: [], lost: [], missing: [] },
    missing: noBits(names.length),
    rules: [],
  });
  const bigger = { all: [leaf("a.number", "greaterThan", 5)] };
  /** Whether what is kept for one case is found for another. */
  const isFound = (policy: Policy, kept: Readonly<Record<string, unknown>>, asked: Readonly<Record<string, unknown>>): boolean => {
    const table = tableOf(policy) as DecisionTable;
    table.isWanted(...valuesOf(kept));
    if (!table.isWanted(...valuesOf(kept))) return false;
    table.keep(keptOf());
    return table.get(...valuesOf(asked)) !== undefined;
  };

  it("finds what was decided for values that pass the same tests, and nothing else", () => {
    const policy = policyOf([ruleOf("big", bigger)]);
    const values = [undefined, 1, 5, 6, 6.5, 600];
    const found = values.map((kept) => values.filter((asked) => isFound(policy, { "a.number": kept }, { "a.number": asked })));
    expect(found).toEqual([[undefined], [1, 5], [1, 5], [6, 6.5, 600], [6, 6.5, 600], [6, 6.5, 600]]);
  });

  it("tells apart what events take", () => {
    const policy = policyOf([ruleOf("taken", bigger, { event: { type: "flag", params: { of: { fact: "a.word" } } } })]);
    const of = (word: unknown) => ({ "a.number": 6, "a.word": word });
    expect([isFound(policy, of("x"), of("x")), isFound(policy, of("x"), of("y")), isFound(policy, of(true), of(false))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("tells apart which of two numbers is greater", () => {
    const policy = policyOf([ruleOf("more", { all: [leaf("a.number", "greaterThan", { fact: "a.other" })] })]);
    const of = (number: unknown, other: unknown) => ({ "a.number": number, "a.other": other });
    expect(isFound(policy, of(1, 2), of(7, 200))).toBe(true);
    for (const [number, other] of [
      [2, 2],
      [3, 2],
      [1, undefined],
    ])
      expect(isFound(policy, of(1, 2), of(number, other))).toBe(false);
    for (const unlike of [of("1", 2), of(Number.NaN, 2)]) expect(isFound(policy, unlike, unlike)).toBe(false);
  });

  it("leaves objects, and lists where an operator may fail on them, to the policy", () => {
    const policy = policyOf([ruleOf("big", bigger)]);
    for (const value of [{}, [7]]) expect(isFound(policy, { "a.number": value }, { "a.number": value })).toBe(false);
  });

  it("doesn't lose its place where a list of the host's own asks again", () => {
    const policy = policyOf([ruleOf("listed", { all: [leaf("a.list", "contains", "x"), leaf("a.word", "equal", "y")] })]);
    const table = tableOf(policy) as DecisionTable;
    const list: unknown[] = [];
    list.includes = () => table.isWanted(...valuesOf({ "a.list": [], "a.word": "z" }));
    list.indexOf = () => (table.isWanted(...valuesOf({ "a.list": [], "a.word": "z" })) ? 0 : -1);
    const asked = valuesOf({ "a.list": list, "a.word": "y" });
    table.isWanted(...asked);
    if (table.isWanted(...asked)) table.keep(keptOf());
    expect(table.get(...valuesOf({ "a.list": [], "a.word": "z" }))).toBeUndefined();
  });

  it("keeps what comes again, no more than so much, and as it is", () => {
    const many = Array.from({ length: 26 }, (_, index) => ruleOf(`r${index}`, { all: [leaf("a.number", "equal", index)] }));
    const taken = ["a.other", "a.word"].map((fact) => ruleOf(fact, bigger, { event: { type: "flag", params: { of: { fact } } } }));
    const table = tableOf(policyOf([...many, ...taken])) as DecisionTable;
    const first = valuesOf({ "a.number": 0, "a.other": 0, "a.word": "w0" });
    expect([table.isWanted(...first), table.isWanted(...first)]).toEqual([false, true]);
    const kept = keptOf();
    table.keep(kept);
    expect(table.get(...first)).toBe(kept);
    expect(Object.isFrozen(kept.decision) && Object.isFrozen(kept.decision.lost)).toBe(true);
    for (let at = 1; at <= 2 * mostCases; at += 1) {
      const values = valuesOf({ "a.number": at % 26, "a.other": Math.floor(at / 26) % 100, "a.word": `w${Math.floor(at / 2_600)}` });
      table.isWanted(...values);
      if (table.isWanted(...values)) table.keep(keptOf());
    }
    expect(table.get(...first)).toBeUndefined();
  });

  it("is not made where more than tests and UTC dates decides", () => {
    const many = Array.from({ length: 40 }, (_, index) => ruleOf(`r${index}`, { all: [leaf("a.number", "greaterThan", index)] }));
    expect(tableOf(policyOf(many))).toBeUndefined();
    const within = ruleOf("soon", { all: [leaf("a.day", "withinHours", { fact: "a.number" })] });
    expect(tableOf(policyOf([within]))).toBeUndefined();
    const dated = ruleOf("dated", bigger, { effectiveFrom: "2026-01-01" });
    expect(tableOf(policyOf([dated], { asOf: "a.day", zone: "Asia/Tokyo" }))).toBeUndefined();
    expect(tableOf(policyOf([dated], { asOf: "a.day" }))).toBeDefined();
  });
});

import { describe, expect, it } from "vitest";
import * as z from "zod";
import { booleanFact, numberFact } from "../facts/define-fact.js";
import type { FiredRule } from "../rules/decide/decision.js";
import type { Policy } from "../rules/policy.js";
import { AlikeDecisions } from "./alike-decisions.js";
import { createContext } from "./context.js";
import { mostDecisions, type KeptDecision } from "./decision-table.js";
import { Evaluation } from "./evaluation.js";
import { compilePolicySet } from "./policy-set.js";

const keptOf = (missing: number[], fired: readonly string[] = [], lost: readonly string[] = []): KeptDecision => {
  const rulesOf = (names: readonly string[]) => names.map((rule) => ({ rule }) as FiredRule);
  return {
    decision: { decide: "all", events: [{ type: "flag", params: { of: 1 } }], fired: rulesOf(fired), lost: rulesOf(lost), missing: [] },
    missing,
    rules: fired,
  };
};

describe("AlikeDecisions", () => {
  it("keeps the first of those that are alike, frozen, until it forgets them", () => {
    const alike = new AlikeDecisions(false);
    const first = keptOf([1]);
    expect(alike.shared(first)).toBe(first);
    expect(Object.isFrozen(first.decision) && Object.isFrozen(first.decision.events[0])).toBe(true);
    expect(alike.shared(keptOf([1]))).toBe(first);
    alike.forget();
    const next = keptOf([1]);
    expect(alike.shared(next)).toBe(next);
  });

  it("tells apart what differs anywhere", () => {
    const alike = new AlikeDecisions(false);
    const lists = [[], ["a"], ["a", "b"], ["b", "a"], ["ab"]];
    const each = [keptOf([]), keptOf([1]), keptOf([0, 1]), ...lists.slice(1).flatMap((list) => [keptOf([], list), keptOf([], [], list)])];
    expect(each.map((kept) => alike.shared(kept) === kept)).toEqual(each.map(() => true));
    expect(alike.count).toBe(each.length);
  });
});

describe("decisions of cases that a policy tells apart", () => {
  const facts = { "a.number": numberFact({ description: "A fact.", example: 1 }) };
  const vocabulary = {
    name: "flags",
    facts,
    events: { flag: z.strictObject({ of: z.unknown().optional() }) },
    decisions: { flags: ["flag"] },
  } as const;
  const policyOf = (params: Record<string, unknown>): Policy => ({
    policy: "shop/flags",
    version: "1.0.0",
    stage: "flags",
    decision: "flags",
    decide: "all",
    rules: [
      { name: "big", conditions: { all: [{ fact: "a.number", operator: "greaterThan", value: 5 }] }, event: { type: "flag", params } },
      { name: "huge", conditions: { all: [{ fact: "a.number", operator: "greaterThan", value: 500 }] }, event: { type: "flag" } },
      { name: "odd", conditions: { all: [{ fact: "a.number", operator: "between", value: [1, 2] }] }, event: { type: "flag" } },
    ],
  });
  /** What is decided for each number once it was met often. */
  const decisions = (params: Record<string, unknown>, numbers: readonly number[]) => {
    const set = compilePolicySet(vocabulary, [policyOf(params)]);
    const decide = (number: number) => new Evaluation({ a: { number } } as never, set, createContext({ now: 0 })).decide("flags");
    for (let time = 0; time < 2; time += 1) for (const number of numbers) decide(number);
    return numbers.map(decide);
  };

  it("are one object where nothing else tells them apart", () => {
    const [none, below, odd] = decisions({}, [0, 4, 1.5]);
    expect(none).toBe(below);
    expect(odd).not.toBe(none);
  });

  it("end with so many that differ, whatever cases come", () => {
    const count = 14;
    const rules = Array.from({ length: count }, (_, bit) => ({
      name: `bit${bit}`,
      conditions: { all: [{ fact: `a.bit${bit}`, operator: "equal", value: true }] },
      event: { type: "flag" },
    }));
    const bits = Object.fromEntries(rules.map((_, bit) => [`a.bit${bit}`, booleanFact({ description: "A fact.", example: true })]));
    const set = compilePolicySet({ ...vocabulary, facts: bits }, [{ ...policyOf({}), rules }]);
    const decide = (of: number) => {
      const a = Object.fromEntries(rules.map((_, bit) => [`bit${bit}`, ((of >> bit) & 1) === 1]));
      return new Evaluation({ a } as never, set, createContext({ now: 0 })).decide("flags");
    };
    const first = [decide(1), decide(1), decide(1)][2];
    expect(decide(1)).toBe(first);
    for (let of = 2; of < mostDecisions + 10; of += 1) for (let time = 0; time < 2; time += 1) decide(of);
    expect(decide(1)).not.toBe(first);
    expect(decide(1)).toEqual(first);
  });

  it("are frozen as soon as they are kept, whichever case came first", () => {
    const set = compilePolicySet(vocabulary, [policyOf({})]);
    const decide = (number: number) => new Evaluation({ a: { number } } as never, set, createContext({ now: 0 })).decide("flags");
    for (const number of [0, 0, 4]) decide(number);
    expect([decide(4), decide(4), decide(1.5)].map((decision) => Object.isFrozen(decision))).toEqual([true, true, false]);
  });

  it("are told apart by what an event takes, which need be no JSON", () => {
    const list = decisions({ of: { fact: "a.number" } }, [Infinity, 600, 601, Infinity]);
    expect(list.map((decision) => decision.events[0])).toEqual(
      [Infinity, 600, 601, Infinity].map((of) => ({ type: "flag", params: { of } })),
    );
    expect([list[0] === list[3], list[1] === list[2]]).toEqual([true, false]);
    const others = new AlikeDecisions(true);
    const taking = (of: unknown): KeptDecision => {
      const event = { type: "flag", params: { of } };
      return {
        decision: { decide: "all", events: [event], fired: [{ rule: "a", event } as never], lost: [], missing: [] },
        missing: [],
        rules: ["a"],
      };
    };
    const each = [NaN, Infinity, -Infinity, "NaN", "Infinity", null, 0, "0", true, "true"].map(taking);
    expect(each.map((kept) => others.shared(kept) === kept)).toEqual(each.map(() => true));
    expect(others.shared(taking(NaN))).toBe(each[0]);
  });

  it("say what an event takes, case by case", () => {
    const [zero, belowZero] = decisions({ of: { fact: "a.number" } }, [7, -Infinity]);
    expect(zero?.events).toEqual([{ type: "flag", params: { of: 7 } }]);
    expect(belowZero?.events).toEqual([]);
    const [infinite, large] = decisions({ of: { fact: "a.number" } }, [Infinity, 600]);
    expect([infinite?.events[0], large?.events[0]]).toEqual([
      { type: "flag", params: { of: Infinity } },
      { type: "flag", params: { of: 600 } },
    ]);
  });
});

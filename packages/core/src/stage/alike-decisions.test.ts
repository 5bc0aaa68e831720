import { describe, expect, it } from "vitest";
import * as z from "zod";
import { numberFact } from "../facts/define-fact.js";
import type { Policy } from "../rules/policy.js";
import { AlikeDecisions } from "./alike-decisions.js";
import { createContext } from "./context.js";
import type { KeptDecision } from "./decision-table.js";
import { Evaluation } from "./evaluation.js";
import { compilePolicySet } from "./policy-set.js";

const keptOf = (missing: readonly string[], lost: readonly object[] = []): KeptDecision => ({
  decision: { decide: "all", events: [{ type: "flag", params: { of: 1 } }], fired: [], lost: lost as never, missing },
  missing: [missing.length],
  rules: [],
});

describe("AlikeDecisions", () => {
  it("keeps the first of those that are alike, frozen, until it forgets them", () => {
    const alike = new AlikeDecisions();
    const first = keptOf(["a.number"]);
    expect(alike.shared(first)).toBe(first);
    expect(Object.isFrozen(first.decision) && Object.isFrozen(first.decision.events[0])).toBe(true);
    expect(alike.shared(keptOf(["a.number"]))).toBe(first);
    alike.forget();
    const next = keptOf(["a.number"]);
    expect(alike.shared(next)).toBe(next);
  });

  it("tells apart what differs anywhere", () => {
    const alike = new AlikeDecisions();
    const each = [keptOf([]), keptOf(["a.number"]), keptOf(["a.other"]), keptOf([], [{ rule: "lost" }])];
    expect(each.map((kept) => alike.shared(kept) === kept)).toEqual([true, true, true, true]);
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

  it("are each their own where an event takes a fact, which need be no JSON", () => {
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

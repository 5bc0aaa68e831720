import { listFact, moneyFact, numberFact, textFact, wordFact, type FactCatalogue } from "@amends/core/facts";
import { compilePolicy, type Policy, type RuleCondition } from "@amends/core/rules";
import { matches } from "@amends/core/rules/matches";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findWitness } from "./find-witness.js";

const instant = (description: string) => ({ ...textFact({ description, example: "2026-03-03T15:00:00Z" }), kind: "instant" as const });
const facts: FactCatalogue = {
  days: numberFact({ description: "Days.", example: 1 }),
  average: numberFact({ description: "Days.", example: 1 }),
  share: { ...numberFact({ description: "A share.", example: 0.5 }), schema: z.number().min(0).max(1) },
  count: { ...numberFact({ description: "A count.", example: 2 }), schema: z.number().int().nonnegative() },
  total: moneyFact({ description: "An amount.", example: { amount: "1.00", currency: "USD" } }),
  placedAt: instant("Placed."),
  paidAt: instant("Paid."),
  day: { ...textFact({ description: "A date.", example: "2026-03-03" }), kind: "date" },
  time: textFact({ description: "A time of day.", example: "12:00", unit: "HH:MM" }),
  number: textFact({ description: "A number.", example: "A-1" }),
  country: { ...textFact({ description: "A country.", example: "DE" }), kind: "country" },
  tags: listFact({ description: "Tags.", example: ["b2b"] }),
  word: wordFact(["a", "b"], { description: "A word.", example: "a" }),
  other: wordFact(["b", "c"], { description: "A word.", example: "b" }),
  thing: { kind: "object", schema: z.looseObject({}), description: "A thing.", example: { size: 1 } },
  anything: { kind: "any", schema: z.unknown(), description: "Anything.", example: 1 },
  now: textFact({ description: "The clock.", example: "2026-03-03T15:00:00Z" }),
};
const stage = { name: "sample", facts, events: { hit: z.looseObject({}) }, decisions: { hits: ["hit"] } };

const leaf = (fact: string, operator: string, value: unknown, path?: string) =>
  ({ fact, operator, value, ...(path === undefined ? {} : { path }) }) as unknown as RuleCondition;

function policyOf(all: readonly RuleCondition[], changes: object = {}, rule: object = {}): Policy {
  return {
    policy: "sample/hits",
    version: "1.0.0",
    stage: "sample",
    decision: "hits",
    decide: "first",
    currency: "USD",
    rules: [{ name: "hit", conditions: { all }, event: { type: "hit", params: {} }, ...rule }],
    ...changes,
  };
}
const fires = (...all: readonly RuleCondition[]) => {
  const answer = findWitness(policyOf(all), stage, { rule: "hit" }, { operators: [matches] });
  return answer.kind === "satisfiable" ? answer.facts : answer.kind;
};

describe("a witness", () => {
  it.each<[string, readonly RuleCondition[], unknown]>([
    ["a number beside a constant", [leaf("days", "greaterThan", 45)], { days: 46 }],
    ["a number between two", [leaf("share", "greaterThan", 0.1), leaf("share", "lessThan", 0.2)], { share: 0.15 }],
    ["an amount written as text", [leaf("total", "greaterThanInclusive", "12.50")], { total: 12.5 }],
    ["an instant in another offset", [leaf("placedAt", "equal", "2026-03-03T16:00:00+01:00")], { placedAt: "2026-03-03T15:00:00Z" }],
    ["a date", [leaf("day", "lessThan", "2026-03-01")], { day: "2026-02-28" }],
    [
      "a time past midnight",
      [leaf("time", "withinHours", ["22:00", "06:00"]), leaf("time", "withinHours", ["05:00", "23:00"])],
      { time: "05:00" },
    ],
    [
      "the parts of a text",
      [leaf("number", "startsWith", "AMZ-"), leaf("number", "endsWith", "-DE"), leaf("number", "containsAny", ["77"])],
      { number: "AMZ- 77 -DE" },
    ],
    ["a country no rule names", [leaf("country", "notIn", ["DE", "BR"]), leaf("country", "isPresent", true)], { country: "IN" }],
    ["entries of a list", [leaf("tags", "containsAll", ["a", "b"]), leaf("tags", "doesNotContain", "c")], { tags: ["a", "b"] }],
    ["an absent fact", [leaf("days", "isPresent", false)], {}],
    ["two facts in order", [leaf("days", "greaterThan", { fact: "average" }), leaf("average", "greaterThan", 3)], { days: 5, average: 4 }],
    ["two words of different lists", [leaf("word", "equal", { fact: "other" })], { word: "b", other: "b" }],
    ["anything but a constant", [leaf("anything", "notEqual", 1), leaf("anything", "isPresent", true)], { anything: "something else" }],
    ["an object that is there", [leaf("thing", "isPresent", true)], { thing: { size: 1 } }],
    ["what a regular expression asks", [leaf("number", "matches", "^AMZ-[0-9]{3}$")], { number: "AMZ-111" }],
    ["a value inside an object", [leaf("thing", "equal", 7, "$.size")], { thing: { size: 7 } }],
    ["a constant in place of the fact", [leaf("parameters.x", "equal", 3)], "unsatisfiable"],
  ])("shows %s", (_what, all, expected) => {
    const changes = { parameters: { x: 4 } };
    const answer = findWitness(policyOf(all, changes), stage, { rule: "hit" }, { operators: [matches] });
    expect(answer.kind === "satisfiable" ? answer.facts : answer.kind).toEqual(expected);
  });

  it.each<[string, readonly RuleCondition[]]>([
    ["an empty interval", [leaf("days", "greaterThan", 45), leaf("days", "lessThanInclusive", 45)]],
    ["no whole number between", [leaf("count", "greaterThan", 2), leaf("count", "lessThan", 3)]],
    ["beyond what the fact allows", [leaf("share", "greaterThan", 1)]],
    ["two beginnings", [leaf("number", "startsWith", "AMZ"), leaf("number", "startsWith", "EB")]],
    ["a part that the beginning has", [leaf("number", "startsWith", "AMZ"), { not: leaf("number", "containsAny", ["MZ"]) }]],
    ["a circle", [leaf("days", "greaterThan", { fact: "average" }), leaf("average", "greaterThanInclusive", { fact: "days" })]],
    [
      "a second that doesn't lie between",
      [leaf("placedAt", "lessThan", "2026-03-03T15:00:01Z"), leaf("placedAt", "greaterThan", "2026-03-03T15:00:00Z")],
    ],
    ["an expression and its opposite", [leaf("number", "matches", "a+b"), { not: leaf("number", "matches", "a+b") }]],
    ["the same path twice", [leaf("thing", "equal", 1, "$.a"), leaf("thing", "not:equal", 1, "$.a")]],
  ])("is proved not to exist: %s", (_what, all) => {
    expect(fires(...all)).toBe("unsatisfiable");
  });

  it("is not claimed where none was found", () => {
    const policy = policyOf([leaf("number", "matches", "^[a-f]{7}[^a-z]+(x|y){3}$")]);
    expect(findWitness(policy, stage, { rule: "hit" }, { operators: [matches], tries: 25 })).toEqual({ kind: "unknown", tries: 25 });
  });

  it("is the same for the same seed", () => {
    const policy = policyOf([leaf("number", "matches", "^A"), leaf("country", "matches", "^D")]);
    const find = (seed: number) => findWitness(policy, stage, { rule: "hit" }, { operators: [matches], seed });
    expect(find(7)).toEqual(find(7));
    expect(find(7).kind).toBe("satisfiable");
  });

  it("knows when a rule is in force", () => {
    const dated = (effectiveFrom: string, effectiveTo: string, all: readonly RuleCondition[] = []) =>
      findWitness(policyOf(all, { asOf: "placedAt ?? paidAt", zone: "Asia/Tokyo" }, { effectiveFrom, effectiveTo }), stage, {
        rule: "hit",
      });
    const answer = dated("2026-03-01", "2026-03-02");
    expect(answer.kind === "satisfiable" && answer.facts).toEqual({ placedAt: "2026-02-28T15:00:00Z" });
    expect(dated("2026-03-01", "2026-03-02", [leaf("placedAt", "lessThan", "2026-02-28T15:00:00Z")]).kind).toBe("unsatisfiable");
    const later = dated("2026-03-01", "2026-03-02", [leaf("placedAt", "isPresent", false)]);
    expect(later.kind === "satisfiable" && later.facts).toEqual({ paidAt: "2026-02-28T15:00:00Z" });
  });

  it("has the facts that the outcome quotes", () => {
    const policy = policyOf([], {}, { event: { type: "hit", params: { days: { fact: "days" } } } });
    const answer = findWitness(policy, stage, { rule: "hit" });
    expect(answer.kind === "satisfiable" && Object.keys(answer.facts)).toEqual(["days"]);
  });

  it("can be wanted for the rule that decides, and for one comparison", () => {
    const late = leaf("days", "greaterThan", 10);
    const policy = policyOf([], {
      conditions: { late: { all: [late] } },
      rules: [
        { name: "first", priority: 2, conditions: { all: [{ condition: "late" }] }, event: { type: "hit" } },
        { name: "second", conditions: { all: [leaf("word", "equal", "a")] }, event: { type: "hit" } },
      ],
    });
    const answer = findWitness(policy, stage, { rule: "second", decides: true });
    expect(answer.kind === "satisfiable" && compilePolicy(policy, { stage }).decide(answer.facts).fired[0]?.rule).toBe("second");
    const path = ["conditions", "late", "all", 0];
    const [yes, no] = [true, false].map((result) => findWitness(policy, stage, { path, result }));
    expect([yes?.kind === "satisfiable" && yes.facts, no?.kind === "satisfiable" && no.facts]).toEqual([{ days: 11 }, { days: 10 }]);
    expect(findWitness(policy, stage, { path: ["rules", 9], result: true })).toEqual({ kind: "unknown", tries: 0 });
    expect(findWitness(policy, stage, { rule: "no such rule" }).kind).toBe("unsatisfiable");
  });
});

import { expect, test } from "vitest";
import { DecisionError } from "../../../errors/decision-error.js";
import { compileRules, type RuleEngine } from "../compile-rules.js";
import type { RuleCondition, RuleProperties } from "../rule-properties.js";
import { RuleMarks } from "./rule-marks.js";

const rule = (index: number, ...members: RuleCondition[]): RuleProperties => ({
  name: `rule ${index}`,
  conditions: { all: members },
  event: { type: String(index) },
});
const equal = (fact: string, value: unknown): RuleCondition => ({ fact, operator: "equal", value });
const kinds = Array.from({ length: 40 }, (_, index) => rule(index, equal("kind", `kind ${index % 10}`)));

function typesOf(engine: RuleEngine, facts: object): { all: string[]; first: string | undefined } {
  return { all: engine.matches(facts).map(({ type }) => type), first: engine.first(facts)?.type };
}

test("rules found anywhere in the tree come in their order", () => {
  const engine = compileRules([...kinds, rule(40, equal("place", "x")), { ...rule(41, equal("kind", "kind 3")), priority: 9 }]);
  expect(typesOf(engine, { kind: "kind 3", place: "x" })).toEqual({ all: ["41", "3", "13", "23", "33", "40"], first: "41" });
  expect(typesOf(engine, { kind: "none", place: "none" })).toEqual({ all: [], first: undefined });
});

test("rules that may fail are evaluated in their order, between those found", () => {
  const failing = { fact: "place", operator: "failing", value: 1 };
  const operators = {
    failing: (place: unknown) => {
      if (place === "bad") throw new Error("no such place");
      return true;
    },
  };
  const engine = compileRules([...kinds.slice(0, 20), rule(20, failing), ...kinds.slice(20), rule(40, failing)], { operators });
  expect(typesOf(engine, { kind: "kind 4", place: "x" })).toEqual({ all: ["4", "14", "20", "24", "34", "40"], first: "4" });
  expect(typesOf(engine, { kind: "none", place: "x" })).toEqual({ all: ["20", "40"], first: "20" });
  expect(() => engine.matches({ kind: "kind 4", place: "bad" })).toThrow(expect.objectContaining({ rule: "rule 20" }) as DecisionError);
  expect(engine.first({ kind: "kind 4", place: "bad" })?.type).toBe("4");
  expect(() => engine.first({ kind: "none", place: "bad" })).toThrow(DecisionError);
});

test("a fact missing in a rule that can't fire still fails the run, with that rule's name", () => {
  const engine = compileRules([...kinds, rule(40, equal("kind", "other"), equal("place", "x"))]);
  expect(() => engine.matches({ kind: "kind 1" })).toThrow(/Rule "rule 40" failed: Undefined fact: "place"/);
  expect(engine.first({ kind: "kind 1" })?.type).toBe("1");
  expect(typesOf(engine, { kind: "kind 1", place: undefined }).first).toBe("1");
});

test("a getter that fails makes the rule fail that reads it first", () => {
  const facts = Object.defineProperty({ kind: "kind 1" }, "place", {
    enumerable: true,
    get: () => {
      throw new Error("not at home");
    },
  });
  const engine = compileRules([...kinds, rule(40, equal("kind", "other"), equal("place", "x"))]);
  expect(() => engine.matches(facts)).toThrow(/Rule "rule 40" failed: not at home/);
});

test("rules may be asked again while they decide", () => {
  const answers: string[][] = [];
  const engine: RuleEngine = compileRules([...kinds, rule(40, { fact: "deep", path: "$.a", operator: "equal", value: "x" })], {
    pathResolver: (value) => {
      if ("outer" in value) answers.push(typesOf(engine, { kind: "kind 2", deep: { inner: true } }).all);
      return "x";
    },
  });
  expect(typesOf(engine, { kind: "kind 1", deep: { outer: true } }).all).toEqual(["1", "11", "21", "31", "40"]);
  expect(answers[0]).toEqual(["2", "12", "22", "32", "40"]);
});

test("an operator that breaks its promise not to fail fails its rule", () => {
  const operators = {
    broken: {
      answers: "anyFacts" as const,
      evaluate: () => {
        throw new Error("broken");
      },
    },
  };
  const engine = compileRules([...kinds, rule(40, { fact: "place", operator: "broken", value: 1 })], { operators });
  expect(() => engine.matches({ kind: "kind 1", place: "x" })).toThrow(/Rule "rule 40" failed: broken/);
  expect(engine.first({ kind: "kind 1", place: "x" })?.type).toBe("1");
  expect(() => engine.first({ kind: "none", place: "x" })).toThrow(DecisionError);
});

test("lists too long to stand in a tree are looked up", () => {
  const long = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
  const engine = compileRules([
    ...kinds,
    rule(40, { fact: "number", operator: "in", value: [...long, undefined] }),
    rule(41, { fact: "number", operator: "notIn", value: long }),
  ]);
  expect(typesOf(engine, { kind: "kind 1", number: "n4999" }).all).toEqual(["1", "11", "21", "31", "40"]);
  expect(typesOf(engine, { kind: "none", number: undefined }).all).toEqual(["40", "41"]);
  expect(typesOf(engine, { kind: "none", number: Number.NaN }).all).toEqual(["41"]);
});

test("short lists are looked up where a fact is compared with very many values", () => {
  const many = Array.from({ length: 2_100 }, (_, index) => rule(index, equal("number", `n${index}`)));
  const engine = compileRules([...many, rule(2_100, { fact: "number", operator: "notIn", value: ["n1", "n2"] })]);
  expect(typesOf(engine, { number: "n2" })).toEqual({ all: ["2"], first: "2" });
  expect(typesOf(engine, { number: "n3" })).toEqual({ all: ["3", "2100"], first: "3" });
  expect(typesOf(engine, { number: "other" })).toEqual({ all: ["2100"], first: "2100" });
});

test("facts are plain whatever they call their constructor", () => {
  class Ticket {
    kind = "kind 1";
  }
  const engine = compileRules(kinds);
  const bare = Object.assign(Object.create(null) as object, { kind: "kind 1" });
  for (const facts of [new Ticket(), bare, { kind: "kind 1", constructor: "x" }, Object.create({ kind: "kind 1" }) as object]) {
    expect(typesOf(engine, facts)).toEqual({ all: ["1", "11", "21", "31"], first: "1" });
  }
});

test("a test that many rules make is evaluated once a run", () => {
  const asked: unknown[] = [];
  const operators = { asks: { answers: "anyFacts" as const, evaluate: (given: unknown) => asked.push(given) > 0 } };
  const engine = compileRules(
    kinds.map((each, index) =>
      rule(index, ...(each.conditions as { all: RuleCondition[] }).all, { fact: "place", operator: "asks", value: [1, "a"] }),
    ),
    { operators },
  );
  expect(engine.matches({ kind: "kind 1", place: "x" })).toHaveLength(4);
  expect(engine.matches({ kind: "kind 1", place: "y" })).toHaveLength(4);
  expect(asked).toEqual(["x", "y"]);
});

test("marks are taken ascending, and once", () => {
  const marks = new RuleMarks(3_000);
  const names = Array.from({ length: 3_000 }, (_, index) => index);
  for (const mark of [2_999, 31, 0, 32, 1_024, 31]) marks.add(mark);
  expect(marks.take(names)).toEqual([0, 31, 32, 1_024, 2_999]);
  expect(marks.take(names)).toEqual([]);
});

test("conditions too large to be taken apart are evaluated whole", () => {
  const any = Array.from({ length: 70 }, (_, index) => equal(`fact ${index}`, "x"));
  const engine = compileRules([...kinds, rule(40, equal("kind", "kind 1"), { any }), rule(41, { not: { any } })], {
    allowUndefinedFacts: true,
  });
  expect(typesOf(engine, { kind: "kind 1", "fact 69": "x" }).all).toEqual(["1", "11", "21", "31", "40"]);
  expect(typesOf(engine, { kind: "kind 1" }).all).toEqual(["1", "11", "21", "31", "41"]);
});

import { booleanFact, listFact, numberFact, textFact, wordFact, type FactCatalogue } from "@amends/core/facts";
import { compilePolicy, type Policy, type RuleCondition } from "@amends/core/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { negationOf } from "./formula.js";
import { hasFired, PolicyReasoner } from "./policy-reasoner.js";

const count = { ...numberFact({ description: "A whole number.", example: 1 }), schema: z.number().int().min(0).max(6) };
const facts: FactCatalogue = {
  whole: count,
  other: count,
  real: numberFact({ description: "A number.", example: 1 }),
  flag: booleanFact({ description: "Yes or no.", example: true }),
  word: wordFact(["a", "b", "c"], { description: "A word.", example: "a" }),
  words: { ...listFact({ description: "Words.", example: ["x"] }), words: ["x", "y", "z"] },
  tags: listFact({ description: "Tags.", example: ["x"] }),
  text: textFact({ description: "A text.", example: "m" }),
  now: textFact({ description: "The clock.", example: "2026-03-03T15:00:00Z" }),
};

const stage = { name: "sample", facts, events: { hit: z.object({}) }, decisions: { hits: ["hit"] } };

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value }) as unknown as RuleCondition;
const comparing = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
const negatable = (operators: readonly string[]) => fc.constantFrom(...operators, ...operators.map((operator) => `not:${operator}`));

const numberLeaf = fc.oneof(
  fc.tuple(negatable([...comparing, "equal", "notEqual"]), fc.integer({ min: 0, max: 6 })),
  fc.tuple(negatable(["in", "notIn"]), fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 })),
  fc.tuple(fc.constant("between"), fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 3, max: 6 }))),
  fc.tuple(fc.constant("isPresent"), fc.boolean()),
);
const leaves: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.tuple(fc.constantFrom("whole", "other", "real"), numberLeaf).map(([fact, [operator, value]]) => leaf(fact, operator, value)),
  fc.constantFrom(...comparing, "equal", "notEqual").map((operator) => leaf("whole", operator, { fact: "other" })),
  fc.boolean().map((value) => leaf("flag", "equal", value)),
  fc.tuple(negatable(["equal", "notEqual"]), fc.constantFrom("a", "b", "c")).map(([operator, value]) => leaf("word", operator, value)),
  fc.tuple(negatable(["in", "notIn"]), fc.subarray(["a", "b", "c"])).map(([operator, value]) => leaf("word", operator, value)),
  fc
    .tuple(fc.constantFrom("words", "tags"), negatable(["contains", "doesNotContain"]), fc.constantFrom("x", "y", "z"))
    .map(([fact, operator, value]) => leaf(fact, operator, value)),
  fc
    .tuple(fc.constantFrom("words", "tags"), negatable(["containsAny", "containsAll"]), fc.subarray(["x", "y", "z"]))
    .map(([fact, operator, value]) => leaf(fact, operator, value)),
  fc
    .tuple(fc.constantFrom("words", "tags"), negatable(["someFact:equal", "everyFact:equal", "everyFact:notIn"]), fc.constantFrom("x", "y"))
    .map(([fact, operator, value]) => leaf(fact, operator, operator.endsWith("notIn") ? [value] : value)),
  fc
    .tuple(negatable(["equal", "startsWith", "endsWith"]), fc.constantFrom("m", "mn", "n", "nm", "mnm"))
    .map(([operator, value]) => leaf("text", operator, value)),
  fc
    .tuple(negatable(["containsAny", "containsAll", "in"]), fc.subarray(["m", "mn", "n", "mm"]))
    .map(([operator, value]) => leaf("text", operator, value)),
);

const tree = fc.letrec<{ node: RuleCondition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc.array(tie("node"), { minLength: 0, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie("node"), { minLength: 0, maxLength: 3 }).map((any) => ({ any })),
    tie("node").map((not) => ({ not })),
  ),
})).node;
const conditions = fc.array(tree, { minLength: 1, maxLength: 4 }).map((all) => ({ all }));

const policyOf = (...all: readonly RuleCondition[]) =>
  ({
    policy: "sample/hits",
    version: "1.0.0",
    stage: "sample",
    decision: "hits",
    decide: "all",
    rules: all.map((each, index) => ({ name: `r${index}`, conditions: each, event: { type: "hit", params: {} } })),
  }) as Policy;

/** What texts begin and end with, kept apart by a sign that nothing asks for, and something between. */
const ends = ["", "m", "mn", "n", "nm", "mnm"];
const apart = ends.flatMap((start) => ends.flatMap((end) => ["o", "omo", "ono", "omno", "ommo"].map((middle) => start + middle + end)));

/** Every text of up to five signs of which two matter. */
const texts = ["", "o"]
  .flatMap((start) =>
    Array.from({ length: 6 - start.length }, (_, length) =>
      Array.from({ length: 2 ** length }, (__, bits) => start + bits.toString(2).padStart(length, "0").slice(0, length)),
    ).flat(),
  )
  .map((text) => text.replaceAll("0", "m").replaceAll("1", "n"))
  .concat(apart);
const lists = [undefined, [], ["x"], ["y"], ["z"], ["x", "y"], ["y", "z"], ["x", "z"], ["x", "y", "z"]];

/** Every value that small constants can tell apart, of each fact: for the oracle, found without the solver. */
const domains: Readonly<Record<string, readonly unknown[]>> = {
  whole: [undefined, 0, 1, 2, 3, 4, 5, 6],
  other: [undefined, 0, 1, 2, 3, 4, 5, 6],
  real: [undefined, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7],
  flag: [undefined, true, false],
  word: [undefined, "a", "b", "c"],
  words: lists,
  tags: [...lists, ["w"], ["x", "w"]],
  text: [undefined, ...texts],
};

function* everyCase(names: readonly string[]): Generator<Record<string, unknown>> {
  const [name, ...rest] = names;
  if (name === undefined) {
    yield {};
    return;
  }
  for (const others of everyCase(rest))
    for (const value of domains[name] ?? []) yield value === undefined ? others : { ...others, [name]: value };
}

describe("the solver", () => {
  it("keeps a beginning and an end apart", () => {
    const all = [leaf("text", "startsWith", "m"), leaf("text", "endsWith", "n"), leaf("text", "not:containsAll", ["mn"])];
    const reasoner = new PolicyReasoner(policyOf({ all }), stage);
    expect(reasoner.find([reasoner.model.fires(0)], (decision) => hasFired(decision, "r0")).kind).toBe("satisfiable");
  });

  it("agrees with trying every case", () => {
    fc.assert(
      fc.property(conditions, fc.option(conditions, { nil: undefined }), (first, second) => {
        const policy = policyOf(first, second ?? { all: [] });
        const compiled = compilePolicy(policy, { stage });
        const size = compiled.reads.reduce((product, name) => product * (domains[name]?.length ?? 1), 1);
        fc.pre(size <= 5000);
        const reasoner = new PolicyReasoner(policy, stage);
        const { model } = reasoner;
        const wanted = second === undefined ? [model.fires(0)] : [model.fires(0), negationOf(model.fires(1))];
        const shows = (decision: Parameters<typeof hasFired>[0]) =>
          hasFired(decision, "r0") && (second === undefined || !hasFired(decision, "r1"));
        const answer = reasoner.find(wanted, shows);
        const exists = [...everyCase(compiled.reads)].some((each) => shows(compiled.decide(each)));
        expect(answer.kind).toBe(exists ? "satisfiable" : "unsatisfiable");
        if (answer.kind === "satisfiable") {
          expect(shows(compiled.decide(answer.facts))).toBe(true);
          for (const [name, value] of Object.entries(answer.facts)) expect(facts[name]?.schema.safeParse(value).success).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});

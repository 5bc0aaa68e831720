import fc from "fast-check";
import { defaultOperators } from "../../operators/default-operators.js";
import type { OperatorDefinition } from "../../operators/operator-definition.js";
import type { RuleOptions } from "../rule-options.js";
import type { RuleProperties } from "../rule-properties.js";

/** A set of rules large enough for a tree over few facts, and facts to decide. */
export interface LargeRuleSet {
  readonly rules: readonly RuleProperties[];
  readonly options: RuleOptions;
  readonly given: readonly object[];
}

const words = ["a", "b", "c", "d", "5", "toString"];
const wordFacts = ["kind", "place", "toString"];
const numberFacts = ["total", "days"];
const numbers = [-3, -0, 0, 1, 2.5, 4, 5, 7, 9, 12, 30, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE];
const constants: readonly unknown[] = [...words, 5, 0, true, false, null, undefined, Number.NaN, 5n];
const shared = { name: "a", list: [1, "a"] };
const promise = Promise.resolve("a");

/** Operators that may fail or answer oddly, and one that promises not to. */
export const customOperators: readonly OperatorDefinition[] = [
  {
    name: "startsLow",
    evaluate: (factValue) => {
      if (factValue === "d") throw new Error("d is not allowed");
      return factValue === "a";
    },
  },
  { name: "one", evaluate: () => 1 as unknown as boolean },
  { name: "isText", answers: "anyFacts", evaluate: (factValue) => typeof factValue === "string" },
];

const number = fc.constantFrom(...numbers);
const word = fc.constantFrom(...words);
const fact = fc.constantFrom(...wordFacts, ...numberFacts, "list", "deep");

const equality = fc.oneof(
  { weight: 5, arbitrary: fc.record({ fact: fc.constantFrom(...wordFacts), operator: fc.constant("equal"), value: word }) },
  {
    weight: 3,
    arbitrary: fc.record({
      fact: fc.constantFrom(...wordFacts),
      operator: fc.constantFrom("in", "notIn", "not:in"),
      value: fc.array(word, { maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      fact,
      operator: fc.constantFrom("equal", "notEqual", "not:notEqual", "not:equal"),
      value: fc.constantFrom(...constants),
    }),
  },
  { weight: 1, arbitrary: fc.record({ fact, operator: fc.constantFrom("in", "notIn"), value: fc.array(fc.constantFrom(...constants)) }) },
  { weight: 1, arbitrary: fc.record({ fact, operator: fc.constant("isPresent"), value: fc.boolean() }) },
);

const comparison = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numberFacts),
      operator: fc.constantFrom("lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "not:greaterThan"),
      value: number,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numberFacts),
      operator: fc.constantFrom("between", "not:between"),
      value: fc.tuple(number, number).map(([left, right]) => (left <= right ? [left, right] : [right, left])),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numberFacts),
      operator: fc.constantFrom("lessThan", "greaterThan"),
      value: fc.constantFrom<unknown>("5", null, true, 5n, Number.NaN, { fact: "days" }),
    }),
  },
);

const odd = fc.oneof(
  fc.record({ fact: fc.constantFrom(...wordFacts), operator: fc.constantFrom("startsWith", "not:endsWith"), value: word }),
  fc.record({ fact: fc.constant("list"), operator: fc.constantFrom("contains", "doesNotContain", "not:contains"), value: word }),
  fc.record({
    fact: fc.constant("list"),
    operator: fc.constantFrom("containsAny", "containsAll"),
    value: fc.array(word, { maxLength: 2 }),
  }),
  fc.record({ fact: fc.constant("list"), operator: fc.constantFrom("someFact:greaterThan", "everyFact:lessThan"), value: number }),
  fc.record({ fact, operator: fc.constantFrom("someValue:equal", "everyValue:notEqual"), value: fc.array(word, { maxLength: 2 }) }),
  fc.record({ fact: fc.constant("deep"), path: fc.constantFrom("$.name", "$.list[0]"), operator: fc.constant("equal"), value: word }),
  fc.record({ fact, operator: fc.constantFrom("equal", "in", "greaterThan"), value: fc.constant({ fact: "place" }) }),
);

const risky = fc.record({ fact, operator: fc.constantFrom("startsLow", "one", "isText", "in"), value: fc.constantFrom("a", "abc5") });

function conditions(withRisky: number): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    { weight: 60, arbitrary: equality },
    { weight: 40, arbitrary: comparison },
    { weight: 8, arbitrary: odd },
    { weight: withRisky, arbitrary: risky },
  );
  const priority = fc.constantFrom(undefined, 5, 1);
  const { root } = fc.letrec<{ root: unknown; node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: "large-rules" },
      { weight: 8, arbitrary: leaf },
      { weight: 2, arbitrary: fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }), priority }) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie("node"), { maxLength: 3 }), priority }) },
      { weight: 1, arbitrary: fc.record({ not: tie("node") }) },
      { weight: 1, arbitrary: fc.constantFrom({ condition: "late" }, { condition: "early" }) },
    ),
    root: fc.oneof(
      { weight: 8, arbitrary: fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 5 }) }) },
      { weight: 2, arbitrary: fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 4 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie("node") }) },
      { weight: 1, arbitrary: fc.constant({ condition: "late" }) },
    ),
  }));
  return root;
}

const plainValue = { word: fc.constantFrom<unknown>(...words), number: fc.oneof(number, fc.double()) };
const oddValue = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  Number.NaN,
  -0,
  5,
  "5",
  " 7 ",
  "5 days",
  "",
  5n,
  [5],
  [],
  ["a", 7],
  [Symbol("s"), {}],
  shared,
  { name: "b", list: ["a"] },
  Symbol("s"),
  new Date(5),
  Object.create(null),
  promise,
  () => "a",
);

function facts(oddity: number): fc.Arbitrary<object> {
  const usual = { word: fc.oneof({ weight: 20, arbitrary: plainValue.word }, { weight: oddity, arbitrary: oddValue }) };
  const measured = fc.oneof({ weight: 20, arbitrary: plainValue.number }, { weight: oddity, arbitrary: oddValue });
  const record = fc.record(
    {
      kind: usual.word,
      place: usual.word,
      toString: usual.word,
      total: measured,
      days: measured,
      list: fc.oneof({ weight: 20, arbitrary: fc.array(word, { maxLength: 3 }) }, { weight: oddity, arbitrary: oddValue }),
      deep: fc.oneof({ weight: 20, arbitrary: fc.constant(shared) }, { weight: oddity, arbitrary: oddValue }),
    },
    oddity === 0 ? {} : { requiredKeys: [] },
  );
  return fc.tuple(record, fc.constantFrom("plain", "plain", "inherited", "bare")).map(([values, form]) => {
    if (form === "plain") return { ...values };
    return form === "bare" ? Object.assign(Object.create(null) as object, values) : (Object.create({ ...values }) as object);
  });
}

/** Sets of 20 to 300 rules over few facts, with facts of which most are of the usual kind. */
export const largeRuleSetArbitrary: fc.Arbitrary<LargeRuleSet> = fc
  .record({
    allowUndefinedFacts: fc.boolean(),
    allowUndefinedConditions: fc.boolean(),
    replaceFactsInEventParams: fc.boolean(),
    withPathResolver: fc.boolean(),
    withRisky: fc.constantFrom(0, 0, 1),
    oddity: fc.constantFrom(0, 1, 4),
  })
  .chain(({ withRisky, oddity, withPathResolver, ...settings }) => {
    const root = conditions(withRisky);
    const late = fc.record({ all: fc.array(fc.oneof(equality, comparison), { minLength: 1, maxLength: 3 }) });
    const rule = fc.record({
      conditions: root,
      priority: fc.constantFrom(1, 1, 1, 2, 5),
      filled: fc.constantFrom(false, false, false, false, false, false, false, true),
    });
    return fc
      .record({
        rules: fc.array(rule, { minLength: 20, maxLength: 300, size: "max" }),
        late,
        early: late,
        given: fc.array(facts(oddity), { minLength: 4, maxLength: 8 }),
      })
      .map(({ rules, late: first, early, given }) => ({
        rules: rules.map(({ conditions: written, priority, filled }, index) => ({
          name: `rule ${index}`,
          priority,
          conditions: written as RuleProperties["conditions"],
          event: { type: "hit", params: filled ? { index, kind: { fact: "kind" } } : { index } },
        })),
        options: {
          ...settings,
          operators: [...customOperators, ...defaultOperators.filter(({ name }) => name === "endsWith")],
          conditions: settings.allowUndefinedConditions ? { late: first } : { late: first, early },
          ...(withPathResolver ? { pathResolver: resolvePath } : {}),
        },
        given,
      }));
  });

function resolvePath(value: object, path: string): unknown {
  const { name, list } = value as { name?: unknown; list?: unknown };
  if (name === "b") throw new Error("b can't be read");
  return path === "$.name" ? name : Array.isArray(list) ? (list as unknown[])[0] : undefined;
}

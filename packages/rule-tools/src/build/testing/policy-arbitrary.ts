import type { Policy } from "@amends/core/rules";
import fc from "fast-check";

type Leaf = { fact: string; operator: string; value: unknown; path?: string; priority?: number };

const words = ["a", "b", "c", "d", "e", "5", "5 days", ""];
const wordFacts = ["issue.type", "country", "channel", "constructor"];
const numberFacts = ["days", "order.total", "orders"];
const numbers = [0, -0, 1, 2, 5, 7.5, 10, 45, 100, -3];
const decorators = ["", "", "", "", "not:", "someFact:", "everyFact:", "swap:", "someValue:", "not:someFact:"];

const word = fc.constantFrom(...words);
const someWords = fc.array(fc.constantFrom<unknown>(...words, null, true, 5), { maxLength: 7 });
const limit = fc.constantFrom(...numbers);
const ordering = fc.constantFrom("greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive");

const keyed: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ fact: fc.constantFrom("issue.type", "country", "channel"), operator: fc.constant("equal"), value: word }),
  fc.record({ fact: fc.constantFrom("issue.type", "country", "channel"), operator: fc.constant("in"), value: someWords }),
  fc.record({ fact: fc.constantFrom("days", "order.total"), operator: ordering, value: limit }),
);

const odd: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...wordFacts, "list"),
    operator: fc.constantFrom("equal", "notEqual"),
    value: fc.constantFrom<unknown>(...words, null, true, 5, -0, ["a"], {}),
  }),
  fc.record({
    fact: fc.constantFrom(...wordFacts, "list"),
    operator: fc.constantFrom("in", "notIn"),
    value: fc.oneof({ weight: 6, arbitrary: someWords }, { weight: 1, arbitrary: fc.constant<unknown>("abcde") }),
  }),
  fc.record({
    fact: fc.constantFrom(...numberFacts, "country"),
    operator: ordering,
    value: fc.constantFrom<unknown>(...numbers, "5", "2026-01-01", null, true),
  }),
  fc.record({
    fact: fc.constantFrom(...numberFacts, "country"),
    operator: fc.constant("between"),
    value: fc.constantFrom([0, 5], [-3, 45], ["a", "c"]),
  }),
  fc.record({ fact: fc.constantFrom(...wordFacts, ...numberFacts, "list"), operator: fc.constant("isPresent"), value: fc.boolean() }),
  fc.record({
    fact: fc.constantFrom("list", "country", "deep"),
    operator: fc.constantFrom("contains", "doesNotContain"),
    value: fc.constantFrom<unknown>("a", 5, null),
  }),
  fc.record({ fact: fc.constantFrom("list", "country"), operator: fc.constantFrom("containsAny", "containsAll"), value: someWords }),
  fc.record({ fact: fc.constantFrom("country", "days"), operator: fc.constantFrom("startsWith", "endsWith"), value: word }),
  fc.record({
    fact: fc.constant("deep"),
    path: fc.constantFrom("$.x", "$.x.y", "$.list[0]", "$['x']", "$.constructor"),
    operator: fc.constantFrom("equal", "greaterThan", "in"),
    value: fc.constantFrom<unknown>(["a", 5]),
  }),
  fc.record({
    fact: fc.constant("deep"),
    path: fc.constantFrom("$.x", "$.list[0]"),
    operator: fc.constantFrom("equal", "greaterThan"),
    value: fc.constantFrom<unknown>(5, "a"),
  }),
  fc.record({
    fact: fc.constantFrom(...wordFacts, ...numberFacts),
    operator: fc.constantFrom("equal", "notEqual", "greaterThan", "lessThanInclusive", "in", "contains"),
    value: fc.constantFrom<unknown>(
      { fact: "country" },
      { fact: "days" },
      { fact: "list" },
      { fact: "parameters.limit" },
      { fact: "parameters.words" },
      { fact: "deep", path: "$.list" },
    ),
  }),
  fc.record({
    fact: fc.constantFrom("parameters.limit", "parameters.words"),
    operator: fc.constantFrom("equal", "contains", "greaterThan"),
    value: fc.constantFrom<unknown>(5, "a"),
  }),
  fc
    .record({
      fact: fc.constantFrom("list", "days", "country"),
      decorator: fc.constantFrom(...decorators),
      operator: fc.constantFrom("equal", "in", "greaterThan", "contains"),
      value: fc.constantFrom<unknown>(["a", 5], [5], ["a", "b"]),
    })
    .map(({ decorator, operator, ...leaf }) => ({ ...leaf, operator: `${decorator}${operator}` })),
);

const leaf = fc.oneof({ weight: 3, arbitrary: keyed }, { weight: 2, arbitrary: odd });
const prioritised = fc
  .tuple(leaf, fc.constantFrom(undefined, undefined, undefined, 1, 2, 5))
  .map(([test, priority]) => (priority === undefined ? test : { ...test, priority }));

const { condition, group } = fc.letrec<{ condition: unknown; group: unknown }>((tie) => ({
  group: fc.oneof(
    { weight: 5, arbitrary: fc.record({ all: fc.array(tie("condition"), { maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie("condition"), { maxLength: 4 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("condition") }) },
    { weight: 1, arbitrary: fc.record({ condition: fc.constantFrom("late", 'far and "wide"') }) },
  ),
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: "built" },
    { weight: 5, arbitrary: prioritised },
    { weight: 1, arbitrary: tie("group") },
  ),
}));

const keyedRoot = fc.record({ all: fc.array(keyed, { minLength: 1, maxLength: 5 }) });

const params = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(undefined, { points: 3 }, { points: -8, group: "g" }, { points: 1, list: ["a", { b: 1 }] }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({ points: { fact: "orders" } }, { points: { fact: "parameters.limit" }, who: { fact: "country" } }),
  },
);

const rule = (conditions: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      conditions,
      priority: fc.constantFrom(1, 2, 5),
      because: fc.constantFrom("a reason", "two\nlines", "*/ throw 1 /*"),
      event: params.map((given) => ({ type: "score", ...(given === undefined ? {} : { params: given }) })),
      effectiveFrom: fc.constant("2026-02-01"),
    },
    { requiredKeys: ["conditions", "event"] },
  );

/** The same rule with dates only where the policy has some. */
const undated = (rules: readonly object[]) => rules.map((given) => ({ ...given, effectiveFrom: undefined }));

/** Policies of every shape, small ones with odd conditions and large ones that an index splits. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc
  .record({
    decide: fc.constantFrom("first", "all", "sum", "strictest", "mostSpecific"),
    rules: fc.oneof(
      { weight: 3, arbitrary: fc.array(rule(group), { maxLength: 8 }) },
      { weight: 2, arbitrary: fc.array(rule(keyedRoot), { minLength: 30, maxLength: 130 }) },
      {
        weight: 2,
        arbitrary: fc.array(rule(fc.oneof({ weight: 8, arbitrary: keyedRoot }, { weight: 1, arbitrary: group })), {
          minLength: 20,
          maxLength: 80,
        }),
      },
    ),
    dated: fc.boolean(),
    late: fc.record({ all: fc.array(condition, { maxLength: 3 }) }),
    wide: fc.record({ any: fc.array(leaf, { maxLength: 3 }) }),
  })
  .map(({ decide, rules, dated, late, wide }) => ({
    policy: "shop/random",
    version: "1.0.0",
    stage: "risk",
    decision: "score",
    decide,
    parameters: { limit: 5, words: ["a", "b"] },
    conditions: { late: acyclic(late), 'far and "wide"': wide },
    rules: (dated ? rules : undated(rules)).map((given, index) => withoutUndefined({ name: `rule ${index}`, ...given })),
  })) as fc.Arbitrary<Policy>;

/** Without references, which would go round in a circle. */
function acyclic(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(acyclic);
  if (typeof given !== "object" || given === null) return given;
  if ("condition" in given) return { all: [] };
  return Object.fromEntries(Object.entries(given).map(([key, member]) => [key, key === "value" ? (member as unknown) : acyclic(member)]));
}

function withoutUndefined(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const failing = {
  get x(): never {
    throw new Error("no x");
  },
};

const oddValue = fc.constantFrom<unknown>(
  undefined,
  null,
  Number.NaN,
  true,
  5n,
  ["a", 5],
  [],
  [Symbol("s")],
  [[5]],
  { x: 5, list: ["a"] },
  { x: { y: "a" }, list: [5] },
  { x: () => 1 },
  Object.create(null),
  failing,
  Symbol("s"),
  () => 1,
  Promise.resolve(5),
  new Date(5),
  { toString: 5, valueOf: 5 },
);

const plainFacts = fc.record(
  {
    "issue.type": word,
    country: fc.constantFrom(...words),
    channel: word,
    days: limit,
    "order.total": fc.oneof(limit, fc.constantFrom<unknown>("5", "45", "x", null)),
    orders: limit,
    list: fc.array(fc.constantFrom<unknown>(...words, 5), { maxLength: 3 }),
    deep: fc.constantFrom<unknown>({ x: 5, list: ["a"] }, { x: { y: "a" } }, "a"),
    now: fc.constantFrom("2026-01-31T23:00:00Z", "2026-02-01T00:00:00Z", "soon"),
  },
  { requiredKeys: ["issue.type"] },
);

const oddNames = [...wordFacts, ...numberFacts, "list", "deep", "parameters.limit"];

/** Facts as tickets have them, and facts with values that no ticket has. */
export const factsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 3, arbitrary: plainFacts },
  {
    weight: 2,
    arbitrary: fc
      .tuple(plainFacts, fc.array(fc.tuple(fc.constantFrom(...oddNames), oddValue), { minLength: 1, maxLength: 2 }), fc.boolean())
      .map(([facts, changes, inherited]) => {
        const given = { ...facts, ...Object.fromEntries(changes) } as Record<string, unknown>;
        return inherited ? (Object.create(given) as Record<string, unknown>) : given;
      }),
  },
);

import fc from "fast-check";

/** Facts as tickets have them: words, amounts, yes or no. */
const words = {
  issue: ["delay", "damage", "lost", "wrong"],
  country: ["US", "DE", "JP", "CN"],
  channel: ["amazon", "ebay", "shop"],
} as const;
const numbers = ["days", "total"] as const;
const thresholds = [0, 7, 14, 45, 45.5, 100];

type Word = keyof typeof words;
const wordNames = Object.keys(words) as Word[];

const wordTest = fc.constantFrom(...wordNames).chain((fact) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ fact: fc.constant(fact), operator: fc.constant("equal"), value: fc.constantFrom(...words[fact]) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        fact: fc.constant(fact),
        operator: fc.constantFrom("in", "notIn"),
        value: fc.subarray([...words[fact], ...words.country], { minLength: 0, maxLength: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        fact: fc.constant(fact),
        operator: fc.constantFrom("notEqual", "not:equal"),
        value: fc.constantFrom<unknown>(...words[fact], { fact: "country" }),
      }),
    },
  ),
);

const numberTest = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numbers),
      operator: fc.constantFrom("lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"),
      value: fc.constantFrom<unknown>(...thresholds, "45", null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numbers),
      operator: fc.constant("between"),
      value: fc.constantFrom([7, 45], [0, 100], [14, 14]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fact: fc.constantFrom(...numbers),
      operator: fc.constantFrom("equal", "in", "greaterThan"),
      value: fc.constantFrom<unknown>([45, 7], [Number.NaN, 0], { fact: "total" }, { fact: "days" }),
    }),
  },
);

const flagTest = fc.record({ fact: fc.constant("vip"), operator: fc.constant("equal"), value: fc.boolean() });
const tagTest = fc.constantFrom(
  { fact: "tags", operator: "contains", value: "fragile" },
  { fact: "tags", operator: "doesNotContain", value: "gift" },
  { fact: "tags", operator: "containsAny", value: ["fragile", "gift"] },
);
const test = fc.oneof(
  { weight: 5, arbitrary: wordTest },
  { weight: 3, arbitrary: numberTest },
  { weight: 1, arbitrary: flagTest },
  { weight: 1, arbitrary: tagTest },
);

/** Conditions as policies have them: most rules test words for equality, some amounts for ranges, few are nested. */
export const keyedRootArbitrary: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.array(test, { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: fc.record({ any: fc.array(test, { minLength: 1, maxLength: 3 }) }) },
        { weight: 1, arbitrary: fc.record({ not: test }) },
        {
          weight: 1,
          arbitrary: fc.record({
            not: fc.record({ all: fc.array(test, { minLength: 2, maxLength: 2 }) }),
            priority: fc.constantFrom(1, 3),
          }),
        },
        { weight: 1, arbitrary: fc.record({ condition: fc.constantFrom("late", "costly", "keyed") }) },
        { weight: 1, arbitrary: fc.tuple(test, fc.constantFrom(-1, 5)).map(([leaf, priority]) => ({ ...leaf, priority })) },
      ),
      { maxLength: 1 },
    ),
    fc.constantFrom("all", "all", "all", "all", "all", "any"),
  )
  .map(([tests, more, kind]) => ({ [kind]: [...tests, ...more] }));

const odd = fc.constantFrom<unknown>(undefined, null, Number.NaN, "45", "US", 45, -0, [45], ["fragile"], {}, true, 7n);
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: odd });

/** Facts for them, of which some may be absent or of a kind nobody expects. */
export const keyedFactsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc.record({
      issue: mostly(fc.constantFrom(...words.issue)),
      country: mostly(fc.constantFrom(...words.country)),
      channel: mostly(fc.constantFrom(...words.channel, "fax")),
      days: mostly(fc.constantFrom(...thresholds, 46)),
      total: mostly(fc.constantFrom(...thresholds, -1)),
      vip: mostly(fc.boolean()),
      tags: mostly(fc.subarray(["fragile", "gift", "returned"])),
    }),
    fc.oneof({ weight: 6, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray(["issue", "days", "vip", "tags"]) }),
  )
  .map(([facts, absent]) => Object.fromEntries(Object.entries(facts).filter(([name]) => !absent.includes(name))));

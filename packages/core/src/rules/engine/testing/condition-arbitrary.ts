import fc from "fast-check";
import { additionalOperators } from "../../operators/default-operators.js";
import { constantArbitrary, factNames, primitives, texts } from "./value-arbitrary.js";

const paths = ["$.x", "$.x.y", "$['x']", "$.list[0]", "$.list[1].x", "$", "$.constructor", "$.__proto__", "$.length", "$[0]", ""];
const plainNames = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
];
const decoratorNames = ["someFact", "everyFact", "someValue", "everyValue", "swap", "not"];

const reference = fc.record(
  { fact: fc.constantFrom(...factNames), path: fc.constantFrom(...paths), params: fc.constantFrom<unknown>({ of: 1 }, null, "text") },
  { requiredKeys: ["fact"] },
);

/** The other side of a test: a constant, or another fact. */
export const operandArbitrary = fc.oneof({ weight: 3, arbitrary: constantArbitrary }, { weight: 1, arbitrary: reference });

const fits = (operator: string, value: unknown): boolean => {
  const definition = additionalOperators.find(({ name }) => operator.endsWith(name));
  return definition === undefined || definition.checkValue?.(value) === undefined;
};

const tame = fc.record({
  fact: fc.constantFrom("a", "b", "order.total"),
  operator: fc.constantFrom("equal", "notEqual", "greaterThan", "lessThanInclusive", "not:contains"),
  value: fc.constantFrom<unknown>(1, 5, "abc", null, { fact: "a" }),
});

// Values that are equal to others that look different, or not even to themselves.
const delicate = fc.record({
  fact: fc.constantFrom("a", "b", "c"),
  operator: fc.constantFrom("equal", "notEqual", "in", "notIn", "in", "notIn", "contains", "not:in", "someFact:equal"),
  value: fc.constantFrom<unknown>(
    Number.NaN,
    -0,
    undefined,
    [Number.NaN, -0],
    [...Array(20).keys(), Number.NaN, undefined, "a", null],
    [...Array(20).keys(), Number.NaN, "5"],
  ),
});

// Decorators on decorators, over lists whose entries are perhaps lists.
const stacked = fc.record({
  fact: fc.constantFrom("a", "b", "list"),
  operator: fc.constantFrom(
    "everyValue:someValue:equal",
    "someValue:everyValue:notEqual",
    "someFact:someValue:equal",
    "everyFact:someFact:greaterThan",
    "someValue:swap:someFact:equal",
    "swap:someFact:someValue:equal",
  ),
  value: fc.constantFrom<unknown>([[1, 2], [5]], [undefined, [1]], [1, 2, "a"], [[1], 2], []),
});

const added = fc.oneof(
  fc.record({ fact: fc.constantFrom(...factNames), operator: fc.constant("isPresent"), value: fc.boolean() }),
  fc.record({ fact: fc.constantFrom(...factNames), operator: fc.constant("between"), value: fc.constantFrom([0, 5], ["a", "b"]) }),
  fc.record({
    fact: fc.constantFrom(...factNames),
    operator: fc.constantFrom("startsWith", "not:endsWith"),
    value: fc.constantFrom(...texts),
  }),
  fc.record({
    fact: fc.constantFrom(...factNames),
    operator: fc.constantFrom("containsAny", "containsAll"),
    value: fc.array(fc.constantFrom(...primitives), { maxLength: 3 }),
  }),
);

function testArbitrary(own: readonly string[]): fc.Arbitrary<unknown> {
  const operatorName = fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.array(fc.constantFrom(...decoratorNames), { maxLength: 3 }) },
      ),
      fc.constantFrom(...plainNames, ...own),
    )
    .map(([decorators, name]) => [...decorators, name].join(":"));
  const wild = fc
    .record(
      {
        fact: fc.constantFrom(...factNames, "missing"),
        operator: operatorName,
        value: operandArbitrary,
        path: fc.constantFrom<unknown>(...paths, null),
        params: fc.constantFrom<unknown>({ deep: [1] }, [1], "text", 0, null),
        priority: fc.constantFrom<unknown>(0, 1, 2, 2.9, 5, -1, 10, null, Number.POSITIVE_INFINITY),
        name: fc.constantFrom<unknown>("named", "", null, 7),
      },
      { requiredKeys: ["fact", "operator", "value"] },
    )
    .filter(({ operator, value }) => fits(operator, value));
  return fc.oneof(
    { weight: 5, arbitrary: tame },
    { weight: 4, arbitrary: wild },
    { weight: 1, arbitrary: added },
    { weight: 2, arbitrary: delicate },
    { weight: 1, arbitrary: stacked },
  );
}

const label = {
  priority: fc.constantFrom<unknown>(0, 1, 2, 2.9, 5, -1, 10, "3", null, Number.NaN, Number.POSITIVE_INFINITY),
  name: fc.constantFrom<unknown>("group", "other", "", null),
};

/** A reference to one of these conditions. */
export function referenceArbitrary(names: readonly string[]): fc.Arbitrary<unknown> {
  return fc.record(
    { condition: fc.constantFrom(...names), priority: fc.constantFrom<unknown>(0, 2, 5, -1, null), name: label.name },
    { requiredKeys: ["condition"] },
  );
}

/** Roots of rules and of shared conditions, of any shape, that may refer to conditions of these names and use these operators. */
export function rootArbitrary(own: readonly string[], names: readonly string[]): fc.Arbitrary<unknown> {
  const test = testArbitrary(own);
  const link = names.length === 0 ? fc.constant<unknown>({ all: [] }) : referenceArbitrary(names);
  const { root } = fc.letrec<{ root: unknown; node: unknown; group: unknown }>((tie) => {
    const members = fc.oneof(
      { weight: 6, arbitrary: fc.array(tie("node"), { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.array(tie("node"), { maxLength: 1 }) },
    );
    // A test that decides before a fact is read that may not be there.
    const guarded = fc
      .tuple(tame, fc.constantFrom("missing", "c", "deep"), fc.constantFrom(10, 2, 1), fc.constantFrom(0, 1, -1), tie("node"))
      .map(([first, fact, high, low, other]) => [
        { ...first, priority: high },
        { fact, operator: "notEqual", value: 1, priority: low },
        other,
      ]);
    const grouped = fc.oneof({ weight: 5, arbitrary: members }, { weight: 1, arbitrary: guarded });
    const group = fc.oneof(
      { weight: 8, arbitrary: fc.record({ all: grouped, ...label }, { requiredKeys: ["all"] }) },
      { weight: 8, arbitrary: fc.record({ any: grouped, ...label }, { requiredKeys: ["any"] }) },
      { weight: 4, arbitrary: fc.record({ not: tie("node"), ...label }, { requiredKeys: ["not"] }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.record({ any: members, all: members, not: tie("node") }, { requiredKeys: ["all"] }), test)
          .map(([keys, leaf]) => ({ ...(leaf as object), ...keys })),
      },
      { weight: 2, arbitrary: link },
      { weight: 1, arbitrary: fc.tuple(link, fc.record({ all: members })).map(([by, keys]) => ({ ...(by as object), ...keys })) },
    );
    return {
      root: group,
      group,
      node: fc.oneof(
        { maxDepth: 6, depthSize: "medium", depthIdentifier: "rules" },
        { weight: 3, arbitrary: test },
        { weight: 2, arbitrary: tie("group") },
      ),
    };
  });
  return root;
}

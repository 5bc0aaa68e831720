import fc from "fast-check";
import type { OperatorDefinition } from "../../operators/operator-definition.js";
import { additionalOperators } from "../../operators/default-operators.js";
import type { RuleOptions } from "../rule-options.js";
import type { RuleProperties } from "../rule-properties.js";

/** Rules, settings and facts to decide. `given` says how the facts object is made. */
export interface RuleSetCase {
  readonly rules: readonly RuleProperties[];
  readonly options: RuleOptions;
  readonly facts: object;
}

const factNames = ["a", "b", "c", "order.total", "list", "deep", "toString", "__proto__"];
const conditionNames = ["late", "costly", "chained"];
const paths = ["$.x", "$.x.y", "$['x']", "$.list[0]", "$.list[1].x", "$", "$.constructor", "$.__proto__", "$.length", "$[0]", ""];
const texts = ["", "5", "5abc", "0x10", "abc", "a", "Infinity", " 7 ", "order 5"];
const sharedList = [1, 2, "a"];
const sharedObject = { x: { y: 5 }, list: [1, { x: "a" }], fact: "a" };

/** Operators that answer something other than a boolean, fail, or carry the name of a decorated one. */
export const awkwardOperators: readonly OperatorDefinition[] = [
  { name: "one", evaluate: () => 1 as unknown as boolean },
  { name: "objectOrNothing", evaluate: (factValue) => (factValue ? ({} as unknown as boolean) : (undefined as unknown as boolean)) },
  {
    name: "failing",
    evaluate: (factValue) => {
      if (factValue === "abc") throw new Error("abc is not allowed");
      return true;
    },
  },
  { name: "not:equal", evaluate: (factValue, value) => factValue === value },
  { name: "lessThan", evaluate: (factValue, value) => String(factValue) < String(value) },
];

const primitives: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  0,
  -0,
  1,
  2,
  5,
  7.5,
  -3,
  Number.POSITIVE_INFINITY,
  true,
  false,
  5n,
  ...texts,
];

const constant = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...primitives) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...primitives), { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [...Array(20).keys(), Number.NaN, undefined, "a", null],
      [[5], ["a", 1]],
      {},
      { x: 5 },
      new Date(5),
      [{ x: 1 }],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(sharedList, sharedObject.x) },
);

const factValue = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...primitives) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...primitives), { maxLength: 4 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      sharedList,
      sharedObject,
      sharedObject.x,
      {},
      [],
      [[5]],
      [[1, 2, "a"], []],
      { x: 5, list: ["a"] },
      { x: null },
      Object.create(null),
      Object.create({ x: 5 }),
      new Date(5),
      new Set([1]),
      new Map([["x", 1]]),
      /a/,
      Symbol("s"),
      new Uint8Array([1, 5]),
      JSON.parse('{"__proto__":5,"constructor":7,"x":{"y":"a"}}'),
    ),
  },
);

const reference = fc.record(
  { fact: fc.constantFrom(...factNames), path: fc.constantFrom(...paths), params: fc.constant({ of: 1 }) },
  { requiredKeys: ["fact"] },
);
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
const priority = fc.constantFrom(0, 1, 2, 2.9, 5, -1, 10);

const operand = fc.oneof({ weight: 3, arbitrary: constant }, { weight: 1, arbitrary: reference });
const fits = (operator: string, value: unknown): boolean => {
  const definition = additionalOperators.find(({ name }) => operator.endsWith(name));
  return definition === undefined || definition.checkValue?.(value) === undefined;
};

const factCondition = (own: readonly string[]): fc.Arbitrary<unknown> => {
  const operatorName = fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.array(fc.constantFrom(...decoratorNames), { maxLength: 3 }) },
      ),
      fc.constantFrom(...plainNames, ...own),
    )
    .map(([decorators, name]) => [...decorators, name].join(":"));
  const tame = fc.record({
    fact: fc.constantFrom("a", "b", "order.total"),
    operator: fc.constantFrom("equal", "notEqual", "greaterThan", "lessThanInclusive", "not:contains"),
    value: fc.constantFrom<unknown>(1, 5, "abc", null, { fact: "a" }),
  });
  const wild = fc
    .record(
      {
        fact: fc.constantFrom(...factNames, "missing"),
        operator: operatorName,
        value: operand,
        path: fc.constantFrom(...paths),
        params: fc.constant({ deep: [1] }),
        priority,
        name: fc.constantFrom("named", ""),
      },
      { requiredKeys: ["fact", "operator", "value"] },
    )
    .filter(({ operator, value }) => fits(operator, value));
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
  return fc.oneof({ weight: 4, arbitrary: tame }, { weight: 4, arbitrary: wild }, { weight: 1, arbitrary: added });
};

const label = { priority, name: fc.constantFrom("group", "other") };

function conditionTree(
  own: readonly string[],
  references: readonly string[],
): { root: fc.Arbitrary<unknown>; node: fc.Arbitrary<unknown> } {
  const leaf = factCondition(own);
  const link = fc.record({ condition: fc.constantFrom(...references), ...label }, { requiredKeys: ["condition"] });
  const { root, node } = fc.letrec<{ root: unknown; node: unknown; group: unknown }>((tie) => {
    const members = fc.oneof(
      { weight: 6, arbitrary: fc.array(tie("node"), { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.array(tie("node"), { maxLength: 1 }) },
    );
    const group = fc.oneof(
      { weight: 4, arbitrary: fc.record({ all: members, ...label }, { requiredKeys: ["all"] }) },
      { weight: 4, arbitrary: fc.record({ any: members, ...label }, { requiredKeys: ["any"] }) },
      { weight: 2, arbitrary: fc.record({ not: tie("node"), ...label }, { requiredKeys: ["not"] }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.record({ any: members, all: members, not: tie("node") }, { requiredKeys: ["all"] }), leaf)
          .map(([keys, test]) => ({ ...(test as object), ...keys })),
      },
      { weight: references.length === 0 ? 0 : 1, arbitrary: link },
      {
        weight: references.length === 0 ? 0 : 1,
        arbitrary: fc.tuple(link, fc.record({ all: members })).map(([by, keys]) => ({ ...by, ...keys })),
      },
    );
    return {
      root: group,
      group,
      node: fc.oneof({ maxDepth: 3, depthIdentifier: "rules" }, { weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: tie("group") }),
    };
  });
  return { root, node };
}

const eventParams = fc.oneof(
  fc.constant(undefined),
  fc.dictionary(fc.constantFrom("x", "y", "z"), operand, { maxKeys: 3 }),
  fc.array(operand, { maxLength: 2 }),
  fc.constantFrom<unknown>("text", 5, 0, null),
);

/** Random rules of every shape with random facts, all of which both engines accept. */
export const ruleSetArbitrary: fc.Arbitrary<RuleSetCase> = fc
  .record({
    allowUndefinedFacts: fc.boolean(),
    allowUndefinedConditions: fc.boolean(),
    replaceFactsInEventParams: fc.boolean(),
    withOperators: fc.boolean(),
  })
  .chain(({ withOperators, ...settings }) => {
    const own = withOperators ? awkwardOperators.map(({ name }) => name) : [];
    // An unknown reference makes json-rules-engine leave rejected promises unhandled, so it is tried on its own elsewhere.
    const unknown = settings.allowUndefinedConditions ? ["nowhere"] : [];
    const plain = conditionTree(own, unknown.length === 0 ? ["late"] : unknown).root;
    const first = unknown.length === 0 ? fc.record({ all: fc.array(factCondition(own), { maxLength: 3 }) }) : plain;
    const trees = conditionTree(own, [...conditionNames, ...unknown]);
    const rule = fc.record(
      {
        conditions: trees.root,
        event: fc.record({ type: fc.constantFrom("offer", "flag", "success"), params: eventParams }),
        priority: fc.constantFrom<unknown>(undefined, 0, 1, 2, 2.9, 7, "3"),
        name: fc.constantFrom<unknown>(undefined, "r", 0, 7),
      },
      { requiredKeys: ["conditions", "event"] },
    );
    const given = fc.dictionary(fc.constantFrom(...factNames), factValue, { minKeys: 4, maxKeys: 8, noNullPrototype: false });
    return fc
      .record({
        rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
        first,
        second: conditionTree(own, ["late"]).root,
        facts: fc.tuple(fc.constantFrom("plain", "inherited", "bare"), given),
      })
      .map(({ rules, first: late, second, facts: [form, values] }) => ({
        rules: rules as unknown as RuleProperties[],
        options: {
          ...settings,
          conditions: { late, costly: second, chained: { condition: "costly", name: "link" } } as unknown as NonNullable<
            RuleOptions["conditions"]
          >,
          operators: withOperators ? awkwardOperators : [],
        },
        facts:
          form === "plain"
            ? { ...values }
            : form === "bare"
              ? Object.assign(Object.create(null) as object, values)
              : (Object.create({ ...values }, { c: { value: 5, enumerable: true } }) as object),
      }));
  });

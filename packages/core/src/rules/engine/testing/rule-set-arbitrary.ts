import fc from "fast-check";
import type { RuleOptions } from "../rule-options.js";
import type { RuleProperties } from "../rule-properties.js";
import { awkwardOperators } from "./awkward-operators.js";
import { operandArbitrary, referenceArbitrary, rootArbitrary } from "./condition-arbitrary.js";
import { keyedFactsArbitrary, keyedRootArbitrary } from "./keyed-arbitrary.js";
import { factNames, factValueArbitrary } from "./value-arbitrary.js";

/** Rules, settings and facts to decide. */
export interface RuleSetCase {
  readonly rules: readonly RuleProperties[];
  readonly options: RuleOptions;
  readonly facts: object;
}

/** Rules and settings with several sets of facts to decide, one after another. */
export interface RuleSetBatch extends Omit<RuleSetCase, "facts"> {
  readonly factSets: readonly object[];
}

interface Settings {
  readonly allowUndefinedFacts: boolean;
  readonly allowUndefinedConditions: boolean;
  readonly replaceFactsInEventParams: boolean;
}

const conditionNames = ["late", "costly", "chained", "keyed", "constructor"];

const eventParams = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom("x", "y", "prototype"), operandArbitrary, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.array(operandArbitrary, { maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>("text", 5, 0, null, false, { deep: { at: { fact: "a" } }, fact: "b" }, [[{ fact: "a" }]]),
  },
);

const eventArbitrary = fc.oneof(
  { weight: 20, arbitrary: fc.record({ type: fc.constantFrom<unknown>("offer", "flag", "success", "failure", ""), params: eventParams }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, 0, { type: 7 }, { type: null, params: { a: 1 } }, { type: "x", note: "left out" }),
  },
);

const head = {
  event: eventArbitrary,
  priority: fc.constantFrom<unknown>(undefined, 0, 1, 2, 2.9, 7, "3", null),
  name: fc.constantFrom<unknown>(undefined, "r", 0, 7, "", true),
};

/** Mostly a few rules, now and then as many as an index is made for. */
function rulesArbitrary(conditions: fc.Arbitrary<unknown>, most: number): fc.Arbitrary<readonly unknown[]> {
  const rule = fc.record({ conditions, ...head }, { requiredKeys: ["conditions", "event"] });
  const rules = fc.oneof(
    { weight: 12, arbitrary: fc.array(rule, { minLength: 1, maxLength: 4, size: "max" }) },
    { weight: 2, arbitrary: fc.array(rule, { minLength: 5, maxLength: 15, size: "max" }) },
    { weight: 1, arbitrary: fc.array(rule, { minLength: Math.min(16, most), maxLength: most, size: "max" }) },
  );
  const twice = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });
  return fc.tuple(rules, twice).map(([made, copies]) => [...made, ...made.slice(0, copies)]);
}

/** The arbitraries of one vocabulary, built once: building them costs more than drawing from them. */
function vocabulary(withOperators: boolean, withUnknown: boolean) {
  const own = withOperators ? awkwardOperators.map(({ name }) => name) : [];
  // An unknown reference makes json-rules-engine leave rejected promises unhandled, so it is tried on its own elsewhere.
  const unknown = withUnknown ? ["nowhere"] : [];
  const mixed = rootArbitrary(own, [...conditionNames, ...unknown]);
  const referring = fc.oneof(
    fc.record({ all: fc.array(referenceArbitrary(conditionNames), { minLength: 1, maxLength: 5 }) }),
    fc.record({ any: fc.array(fc.record({ not: referenceArbitrary(conditionNames) }), { minLength: 1, maxLength: 3 }) }),
    referenceArbitrary(conditionNames),
  );
  return {
    late: rootArbitrary(own, unknown),
    costly: rootArbitrary(own, ["late"]),
    mixed: rulesArbitrary(mixed, 20),
    referring: rulesArbitrary(fc.oneof(referring, mixed), 20),
    keyed: rulesArbitrary(keyedRootArbitrary, 80),
    both: rulesArbitrary(fc.oneof({ weight: 3, arbitrary: keyedRootArbitrary }, { weight: 1, arbitrary: mixed }), 40),
  };
}

const vocabularies = [false, true].map((withOperators) => [false, true].map((withUnknown) => vocabulary(withOperators, withUnknown)));

const anyFacts = fc.dictionary(fc.constantFrom(...factNames), factValueArbitrary, { minKeys: 4, maxKeys: 8, noNullPrototype: false });
const form = fc.constantFrom("plain", "plain", "inherited", "bare");
const factSets = (facts: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<readonly object[]> =>
  fc.array(fc.tuple(form, facts).map(factsObject), { minLength: 1, maxLength: 6, size: "max" });
const bothFacts = fc.tuple(anyFacts, keyedFactsArbitrary).map(([any, keyed]) => ({ ...keyed, ...any }));

const styles = [
  { style: "mixed", facts: factSets(anyFacts) },
  { style: "referring", facts: factSets(anyFacts) },
  { style: "keyed", facts: factSets(bothFacts) },
  { style: "both", facts: factSets(bothFacts) },
] as const;

/** What refers to another condition may hide the name and the priority of what refers to it. */
const chainedArbitrary = fc.record(
  { condition: fc.constant("costly"), name: fc.constantFrom<unknown>("link", "", null), priority: fc.constantFrom<unknown>(4, 0, null) },
  { requiredKeys: ["condition"] },
);

const keyedShared = fc.record({
  all: fc.array(
    fc.constantFrom({ fact: "days", operator: "greaterThan", value: 14 }, { fact: "country", operator: "in", value: ["US", "DE"] }),
    { minLength: 1, maxLength: 2 },
  ),
});

function optionsOf(settings: Settings, conditions: Record<string, unknown>, withOperators: boolean): RuleOptions {
  return {
    ...settings,
    conditions: { ...conditions, constructor: { not: { all: [] } } },
    operators: withOperators ? awkwardOperators : [],
  };
}

/** Facts as a caller may hold them: a plain object, one without a prototype, one that inherits most of them. */
function factsObject([shape, values]: readonly [string, Record<string, unknown>]): object {
  if (shape === "plain") return { ...values };
  if (shape === "bare") return Object.assign(Object.create(null) as object, values);
  return Object.create({ ...values }, { c: { value: 5, enumerable: true } }) as object;
}

/** Random rules of every shape with random facts, all of which both engines accept. */
export const ruleSetBatchArbitrary: fc.Arbitrary<RuleSetBatch> = fc
  .record({
    allowUndefinedFacts: fc.boolean(),
    allowUndefinedConditions: fc.boolean(),
    replaceFactsInEventParams: fc.boolean(),
    withOperators: fc.boolean(),
    style: fc.constantFrom(...styles),
  })
  .chain(({ withOperators, style: { style, facts }, ...settings }) => {
    const words = vocabularies[Number(withOperators)]?.[Number(settings.allowUndefinedConditions)] as ReturnType<typeof vocabulary>;
    return fc
      .record({
        rules: words[style],
        late: words.late,
        costly: words.costly,
        keyed: keyedShared,
        chained: chainedArbitrary,
        factSets: facts,
      })
      .map(({ rules, factSets: given, ...conditions }) => ({
        rules: rules as RuleProperties[],
        options: optionsOf(settings, conditions, withOperators),
        factSets: given,
      }));
  });

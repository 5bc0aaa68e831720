import fc from "fast-check";
import { expect, it } from "vitest";
import { compilePolicy, type CompiledPolicy } from "../compile-policy.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import type { Wanted } from "./fact-change.js";
import { conditionTrees } from "./testing/condition-trees.js";

const names = ["a", "b", "c"] as const;
/** Values of every type, among them those that compare as others do. */
const scalars: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  -1,
  0,
  0.5,
  1,
  1.5,
  2,
  3,
  "",
  "0",
  "1",
  "1.0",
  "2",
  "3",
  "a",
  "b",
  "ab",
  "ba",
  "1a",
  "c",
];
const domain: readonly unknown[] = [...scalars, [], [1], ["1"], ["a"], ["a", "b"], [1, 2], [2], [null]];
const constants = [0, 1, 2, "a", "b", "1", "", true, null];

const constant = fc.constantFrom<unknown>(...constants);
const some = fc.array(constant, { minLength: 1, maxLength: 3 });
const leafOf = (operators: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...operators), fc.constantFrom("", "", "not:"), value)
    .map(([fact, operator, negation, threshold]) => ({ fact, operator: `${negation}${operator}`, value: threshold }));
const leaf = fc.oneof(
  leafOf(["equal", "notEqual", "swap:equal", "someFact:equal", "everyFact:equal", "contains", "doesNotContain"], constant),
  leafOf(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "swap:lessThan", "someFact:greaterThan"], constant),
  leafOf(
    ["in", "notIn", "containsAny", "containsAll", "someValue:equal", "everyValue:notEqual", "someFact:in", "someValue:lessThan"],
    some,
  ),
  leafOf(["in", "startsWith", "endsWith", "swap:in"], fc.constantFrom("a", "b", "1", "ab")),
  leafOf(["between"], fc.constantFrom([0, 1], [1, 2], ["a", "b"], ["0", "2"])),
  leafOf(["isPresent"], fc.boolean()),
  leafOf(
    ["equal", "notEqual", "lessThan", "greaterThanInclusive"],
    fc.constantFrom(...names).map((fact) => ({ fact })),
  ),
);
const tree = conditionTrees(leaf);
/** Facts that come as JSON never share a list. */
function apart(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? [...(value as unknown[])] : value]));
}
const facts = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...domain)]))).map(apart);
const dates = fc.constantFrom({}, {}, { effectiveFrom: "2026-01-01" }, { effectiveFrom: "2025-01-01", effectiveTo: "2026-01-01" });
const nows = [undefined, "2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z"];

type Facts = Readonly<Record<string, unknown>>;

/** Whether a rule fires; one that can't be decided doesn't. */
function firingOf(policy: CompiledPolicy): (tried: Facts) => boolean {
  return (tried) => {
    try {
      return policy.decide(apart(tried)).fired.length > 0;
    } catch {
      return false;
    }
  };
}

function isDecidable(policy: CompiledPolicy, tried: Facts): boolean {
  try {
    policy.decide(tried);
    return true;
  } catch {
    return false;
  }
}

/** The smallest number of facts with which a rule fires, by trying every value for each set of facts. */
function leastChanges(fires: (tried: Facts) => boolean, present: Facts, read: readonly string[]): number | undefined {
  const valuesOf = (name: string) => (name === "now" ? nows : domain);
  const canFire = (members: readonly string[], tried: Facts): boolean => {
    const [name, ...rest] = members;
    return name === undefined ? fires(tried) : valuesOf(name).some((value) => canFire(rest, { ...tried, [name]: value }));
  };
  const subsets = Array.from({ length: 2 ** read.length }, (_, bits) => read.filter((__, index) => (bits & (1 << index)) !== 0));
  const bySize = subsets.sort((left, right) => left.length - right.length);
  return bySize.find((members) => canFire(members, present))?.length;
}

/** Whether a claim that names single values names this one; other claims aren't judged here. */
function isNamed(wanted: Wanted, value: unknown): boolean {
  return wanted.kind !== "oneOf" || wanted.values.some((each) => each.value === value);
}

it("claims nothing that trying everything refutes", () => {
  const seen = { exact: 0, approximate: 0, never: 0 };
  fc.assert(
    fc.property(tree, facts, dates, fc.constantFrom(...nows), (conditions, given, more, now) => {
      const present = { ...given, now };
      const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: conditions as never, ...more })] }));
      const fires = firingOf(policy);
      const written = JSON.stringify(conditions);
      const read = [...names.filter((name) => written.includes(`"fact":"${name}"`)), ...("effectiveFrom" in more ? ["now"] : [])];
      // Three facts of every value would take too long for each run.
      fc.pre(read.filter((name) => name !== "now").length < 3 && !fires(present) && isDecidable(policy, present));
      const [missed] = policy.explain(present).missed;
      const least = leastChanges(fires, present, read);
      if (missed?.never === true) {
        seen.never += 1;
        expect(least).toBeUndefined();
      }
      if (missed?.changes === undefined) return;
      seen[missed.approximate === true ? "approximate" : "exact"] += 1;
      const proposed = missed.changes.map(({ fact, wanted, value }): [string, unknown] => [
        fact,
        wanted.kind === "absent" ? undefined : value === undefined ? "anything" : value,
      ]);
      // Of an operator whose values nobody can list, the condition is told without a value.
      const isOpen = missed.changes.some(({ wanted, value }) => wanted.kind === "conditions" && value === undefined);
      if (isOpen) expect(missed.approximate).toBe(true);
      else expect(fires({ ...present, ...Object.fromEntries(proposed) })).toBe(true);
      if (missed.approximate !== true && least !== undefined) expect(missed.changes.length).toBeLessThanOrEqual(least);
      const [only] = missed.changes;
      if (missed.changes.length !== 1 || only === undefined || only.fact === "now") return;
      // Of the types that a claim names, no value beside those that it names will do.
      const types = new Set(only.wanted.kind === "oneOf" ? only.wanted.values.map(({ value }) => typeof value) : []);
      for (const value of scalars)
        if (types.has(typeof value) && fires({ ...present, [only.fact]: value }))
          expect([value, isNamed(only.wanted, value)]).toEqual([value, true]);
    }),
    { numRuns: 200 },
  );
  expect(seen.exact).toBeGreaterThan(50);
  expect(seen.never).toBeGreaterThan(0);
});

it("of three facts claims no smaller set, nor none, where there is one", () => {
  expect.hasAssertions();
  const few: readonly unknown[] = [undefined, null, true, 0, 1, 2, "", "1", "a", "ab", [1]];
  fc.assert(
    fc.property(tree, facts, (conditions, present) => {
      const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: conditions as never })] }));
      fc.pre(isDecidable(policy, present));
      const [missed] = policy.explain(present).missed;
      if (missed === undefined) return;
      const known = missed.never === true ? 4 : missed.approximate === true ? 0 : (missed.changes?.length ?? 0);
      const fires = firingOf(policy);
      for (const a of [present["a"], ...few])
        for (const b of [present["b"], ...few])
          for (const c of [present["c"], ...few]) {
            const changed = [a, b, c].filter((value, index) => value !== present[names[index] as string]).length;
            if (changed < known) expect(fires({ a, b, c })).toBe(false);
          }
    }),
    { numRuns: 60 },
  );
});

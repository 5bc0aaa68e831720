import fc from "fast-check";
import { expect, it } from "vitest";
import { compilePolicy } from "../compile-policy.js";
import { compileRules } from "../engine/compile-rules.js";
import type { RootCondition } from "../engine/rule-properties.js";
import { policyOf, ruleOf } from "../testing/sample-vocabulary.js";
import { conditionTrees } from "./testing/condition-trees.js";

const names = ["a", "b"] as const;
const letters = ["x", "y", "o"];
/** Every text of up to four letters. */
const texts = Array.from({ length: 4 }).reduce<string[]>(
  (shorter) => [...new Set([...shorter, ...shorter.flatMap((text) => letters.map((letter) => text + letter))])],
  [""],
);
/** Every list of different entries, but for their order, with one that no rule asks for. */
const lists = Array.from({ length: 32 }, (_, bits) => ["x", "y", "xy", 1, "other"].filter((__, index) => (bits & (1 << index)) !== 0));
const domain: readonly unknown[] = [undefined, null, true, 1, 2, ...texts, ...lists];

const part = fc.constantFrom("x", "y", "xy");
const entry = fc.constantFrom<unknown>("x", "y", "xy", 1);
const negated = (operator: string) => fc.constantFrom(operator, operator, `not:${operator}`);
const comparison = (operators: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...operators).chain(negated), value)
    .map(([fact, operator, constant]) => ({ fact, operator, value: constant }));
const leaf = fc.oneof(
  { arbitrary: comparison(["startsWith", "endsWith"], part), weight: 4 },
  { arbitrary: comparison(["contains", "doesNotContain"], entry), weight: 4 },
  { arbitrary: comparison(["containsAny", "containsAll"], fc.array(entry, { maxLength: 3 })), weight: 3 },
  { arbitrary: comparison(["someFact:equal", "everyFact:equal", "everyFact:notEqual"], entry), weight: 1 },
  { arbitrary: comparison(["equal", "notEqual"], part), weight: 1 },
  { arbitrary: comparison(["isPresent"], fc.boolean()), weight: 1 },
);
const tree = conditionTrees(leaf);
const facts = fc.record({ a: fc.constantFrom(...domain), b: fc.constantFrom(...domain) });

/** The smallest number of facts with which a rule can be made to fire, by trying everything. */
function leastChanges(fires: (tried: object) => boolean, present: { a: unknown; b: unknown }): number | undefined {
  if (domain.some((a) => fires({ ...present, a })) || domain.some((b) => fires({ ...present, b }))) return 1;
  return domain.some((a) => domain.some((b) => fires({ a, b }))) ? 2 : undefined;
}

it("of texts and lists is as small as trying everything finds, and makes the rule fire", () => {
  const seen = { exact: 0, approximate: 0, never: 0 };
  fc.assert(
    fc.property(tree, facts, (conditions, present) => {
      const policy = compilePolicy(policyOf({ rules: [ruleOf({ conditions: conditions as never })] }));
      const [missed] = policy.explain(present).missed;
      if (missed === undefined) return;
      const engine = compileRules([{ conditions: conditions as RootCondition, event: { type: "fired" } }], { allowUndefinedFacts: true });
      const fires = (tried: object) => engine.first(tried) !== undefined;
      const least = leastChanges(fires, present);
      if (missed.changes !== undefined) {
        const changed = missed.changes.map(({ fact, wanted, value }): [string, unknown] => [
          fact,
          wanted.kind === "absent" ? undefined : (value ?? "anything"),
        ]);
        expect(fires({ ...present, ...Object.fromEntries(changed) })).toBe(true);
      }
      if (missed.approximate === true) {
        seen.approximate += 1;
        // It may not find the way, but never says that there is none.
        expect(missed.never).toBeUndefined();
        if (missed.changes !== undefined && least !== undefined) expect(missed.changes.length).toBeGreaterThanOrEqual(least);
        return;
      }
      seen[least === undefined ? "never" : "exact"] += 1;
      expect([missed.changes?.length, missed.never]).toEqual([least, least === undefined ? true : undefined]);
    }),
    { numRuns: 200 },
  );
  expect(seen.exact).toBeGreaterThan(50);
});

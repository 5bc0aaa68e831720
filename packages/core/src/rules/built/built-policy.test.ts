import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecisionError } from "../../errors/decision-error.js";
import { intlZoneProvider } from "../../time/intl-zone-provider.js";
import { createBuiltPolicy, type BuiltPolicyDefinition, type BuiltRule } from "./built-policy.js";
import { fillEvent } from "./fill-params.js";
import { readFact } from "./read-fact.js";
import { rulesInForce } from "./rules-in-force.js";

const ruleOf = (rule: string, changes: Partial<BuiltRule> = {}): BuiltRule => ({
  rule,
  priority: 1,
  specificity: 1,
  event: { type: rule },
  test: (facts) => readFact(facts, rule) === true,
  ...changes,
});

const policyOf = (changes: Partial<BuiltPolicyDefinition> = {}) =>
  createBuiltPolicy({
    policy: "shop/x",
    version: "1.0.0",
    decide: "all",
    rules: [ruleOf("a"), ruleOf("b")],
    compared: ["a", "b"],
    find: () => undefined,
    ...changes,
  });

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe("createBuiltPolicy", () => {
  it("answers in the order of decision, each rule once", () => {
    const rules = Array.from({ length: 100 }, (_, index) => ruleOf(`rule-${index}`));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99 })), (places) => {
        const { matches, first } = policyOf({ rules, find: () => [...places] });
        const expected = [...new Set(places)].sort((left, right) => left - right).map((place) => `rule-${place}`);
        expect(typesOf(matches({}))).toEqual(expected);
        expect(first({})?.type).toBe(expected[0]);
      }),
    );
  });

  it("asks every rule where the facts are no plain data", () => {
    const { decide, matches, first } = policyOf();
    expect(typesOf(matches({ a: false, b: true }))).toEqual(["b"]);
    expect(decide({ a: true }).missing).toEqual(["b"]);
    expect(first({ a: true })).toEqual({ type: "a" });
    expect(first({})).toBeUndefined();
  });

  it("fails with the first rule that fails, whatever failed while searching", () => {
    const { decide, matches, first } = policyOf({
      find: () => {
        throw new RangeError("somewhere");
      },
    });
    const facts = { a: true, b: Promise.resolve(true) };
    expect(() => matches(facts)).toThrow(DecisionError);
    expect(() => decide(facts)).toThrow(/Rule "b" failed: Fact "b" is a promise/);
    expect(first(facts)).toEqual({ type: "a" });
    expect(() => first({ ...facts, a: false })).toThrow(/Rule "b" failed/);
  });

  it("quotes what the rule says, and freezes its params", () => {
    const rules = [ruleOf("a", { because: "so", event: { type: "a", params: { list: [1] } } })];
    const [fired] = policyOf({ rules, find: () => [0] }).decide({}).fired;
    expect(fired).toEqual({
      policy: "shop/x",
      version: "1.0.0",
      rule: "a",
      priority: 1,
      specificity: 1,
      because: "so",
      event: { type: "a", params: { list: [1] } },
    });
    expect(Object.isFrozen(fired?.event.params?.["list"])).toBe(true);
  });

  it("leaves out rules whose params lack a fact, and rules that are not in force", () => {
    const taking: BuiltRule = {
      rule: "a",
      priority: 1,
      specificity: 1,
      test: () => true,
      readEvent: (facts, missing) => fillEvent({ type: "a", params: { points: { fact: "orders" } } }, facts, missing),
    };
    const dated = { facts: ["now"], inForce: rulesInForce(["now"], "UTC", intlZoneProvider) };
    const policy = policyOf({ rules: [taking, ruleOf("b", { effectiveFrom: "2026-02-01" })], find: () => [1, 0], dated });
    expect(policy.matches({ orders: 3, now: "2026-02-01T00:00:00Z" })).toEqual([{ type: "a", params: { points: 3 } }, { type: "b" }]);
    expect(policy.first({ now: "2026-02-01T00:00:00Z" })).toEqual({ type: "b" });
    expect(policy.decide({ a: true, b: true })).toMatchObject({ events: [], missing: ["now", "orders"] });
    expect(policy.first({})).toBeUndefined();
  });

  it("refuses facts that are no object", () => {
    expect(() => policyOf().matches("a" as never)).toThrow(/invalid_facts|Facts must be an object/);
  });
});

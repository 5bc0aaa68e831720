import { describe, expect, it } from "vitest";
import { compilePolicy } from "@amends/core/rules";
import { buildPolicy } from "./build-policy.js";
import { policyOf, ruleOf } from "./testing/built-policy.js";
import { loadModule } from "./testing/load-module.js";

describe("buildPolicy", () => {
  it("cuts many rules into functions of about 50", () => {
    const rules = Array.from({ length: 1_000 }, (_, index) =>
      ruleOf({
        name: `rule-${index}`,
        conditions: {
          all: [
            { fact: "issue", operator: "equal", value: `issue ${index % 20}` },
            { fact: "country", operator: "equal", value: `country ${index % 37}` },
            { fact: "days", operator: "greaterThan", value: index % 50 },
          ],
        },
      }),
    );
    const { code } = buildPolicy(policyOf({ rules }));
    const pushes = code.split(/^function /m).map((text) => text.split("hits.push(").length - 1);
    expect(pushes.length).toBeGreaterThan(10);
    expect(Math.max(...pushes)).toBeLessThanOrEqual(60);
    const module = loadModule(code);
    const facts = { issue: "issue 3", country: "country 6", days: 48 };
    expect(module.decide(facts)).toEqual(compilePolicy(policyOf({ rules })).decide(facts));
  });

  it("finds the first of hundreds of rules wherever the tree has it", () => {
    const scattered = (index: number, below: number) => (index * 7919 + 13) % below;
    const rules = Array.from({ length: 600 }, (_, index) => {
      const late = { fact: "days", operator: "greaterThanInclusive", value: scattered(index, 97) };
      const risky = { fact: "score", operator: "lessThan", value: scattered(index, 89) - 20 };
      const keyed = { fact: "issue", operator: "equal", value: `issue ${scattered(index, 5)}` };
      const listed = { fact: "country", operator: "in", value: ["country 1", `country ${scattered(index, 7)}`] };
      const all = index % 3 === 0 ? [late, risky] : index % 3 === 1 ? [keyed, late, risky] : [listed, risky, late];
      return ruleOf({ name: `rule-${index}`, conditions: { all } });
    });
    const policy = policyOf({ rules, decide: "first" });
    const { code } = buildPolicy(policy);
    expect(code).toMatch(/if \(!\(hits\.end <= \d+\)\) find\d+\(/);
    const module = loadModule(code);
    const names = new Set<unknown>();
    for (let index = 0; index < 3_000; index += 1) {
      const [days, score] = [(index * 31) % 101, ((index * 17) % 91) - 25];
      const facts = { issue: `issue ${index % 6}`, country: `country ${index % 8}`, days, score };
      const [expected] = module.matches(facts) as unknown[];
      expect(module.first(facts)).toBe(expected);
      const [fired] = module.decide(facts).fired;
      if (fired !== undefined) names.add(fired.rule);
    }
    expect(names.size).toBeGreaterThan(40);
  });

  it("finds a rule among hundreds of words, and among intervals", () => {
    const words = Array.from({ length: 400 }, (_, index) =>
      ruleOf({
        name: `word-${index}`,
        conditions: { all: [{ fact: "sku", operator: "equal", value: index % 2 === 0 ? `sku ${index}` : index }] },
      }),
    );
    const intervals = Array.from({ length: 300 }, (_, index) =>
      ruleOf({
        name: `interval-${index}`,
        conditions: {
          all: [
            { fact: "days", operator: index % 2 === 0 ? "greaterThan" : "greaterThanInclusive", value: index },
            { fact: "days", operator: index % 3 === 0 ? "lessThan" : "lessThanInclusive", value: index + 5 },
          ],
        },
      }),
    );
    const below = ruleOf({ name: "below", conditions: { all: [{ fact: "days", operator: "lessThan", value: 0 }] } });
    const policy = policyOf({ rules: [...words, ...intervals, below] });
    const { code } = buildPolicy(policy);
    const pushes = code.split(/^function /m).map((text) => text.split("hits.push(").length - 1);
    expect(Math.max(...pushes)).toBeLessThanOrEqual(60);
    const module = loadModule(code);
    const compiled = compilePolicy(policy);
    const skus = [...Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? `sku ${index}` : index)), "other", undefined, null];
    for (const [index, sku] of skus.entries()) {
      const facts = { sku, days: index % 5 === 4 ? String(index / 2) : index % 7 === 6 ? undefined : index - 3 };
      expect(module.decide(facts)).toEqual(compiled.decide(facts));
    }
  });
});

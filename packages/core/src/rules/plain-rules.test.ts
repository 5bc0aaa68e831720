import { describe, expect, it } from "vitest";
import { caseFacts } from "../facts/case-facts.js";
import type { FactCatalogue } from "../facts/fact-definition.js";
import type { FactCondition } from "./engine/rule-properties.js";
import { factReferences, plainRules } from "./plain-rules.js";
import { policyOf, ruleOf, ruleWhere } from "./testing/sample-vocabulary.js";

const leafOf = (fact: string, value: unknown, catalogue: FactCatalogue = caseFacts) => {
  const { rules } = plainRules(policyOf({ rules: [ruleWhere(fact, "equal", value)] }), { days: 45 }, catalogue);
  return (rules[0]?.conditions as { all: FactCondition[] } | undefined)?.all[0]?.value;
};

describe("plainRules", () => {
  it("fills parameters in and names events by the rule's place", () => {
    const { rules } = plainRules(
      policyOf({ rules: [ruleOf({ priority: 7 }), ruleWhere("x", "equal", { fact: "parameters.days" }, { name: "b" })] }),
      { days: 45 },
      undefined,
    );
    expect(rules.map(({ name, priority, event }) => [name, priority, event])).toEqual([
      ["vip", 7, { type: "0" }],
      ["b", 1, { type: "1" }],
    ]);
    expect(rules[1]?.conditions).toEqual({ all: [{ fact: "x", operator: "equal", value: 45 }] });
  });

  it("writes money as numbers and instants in UTC, as facts are", () => {
    expect(leafOf("order.total", "100.10")).toBe(100.1);
    expect(leafOf("order.total", ["-1", "2.50", "many"])).toEqual([-1, 2.5, "many"]);
    expect(leafOf("order.placedAt", "2026-01-01T00:00:00.900+02:00")).toBe("2025-12-31T22:00:00Z");
    expect(leafOf("order.placedAt", ["2026-01-01T00:00:00Z", "soon"])).toEqual(["2026-01-01T00:00:00Z", "soon"]);
    expect(leafOf("ticket.text", "100.10")).toBe("100.10");
    expect(leafOf("order.total", "100.10", {})).toBe("100.10");
  });

  it("lists what rules read, through shared conditions and references, and counts it for each rule", () => {
    const policy = policyOf({
      conditions: {
        late: { all: [{ fact: "d", operator: "equal", value: 1 }, { condition: "deeper" }] },
        deeper: { not: { fact: "e", operator: "equal", value: 1 } },
      },
      rules: [
        ruleOf({
          conditions: {
            any: [
              { fact: "a", operator: "equal", value: { fact: "b" } },
              { fact: "a", operator: "equal", value: 2 },
              { condition: "late" },
              { condition: "late" },
            ],
          },
        }),
        ruleWhere("a", "equal", 1, {
          name: "b",
          event: { type: "score", params: { points: { fact: "c" }, group: { fact: "parameters.days" } } },
        }),
      ],
    });
    const { reads, specificities } = plainRules(policy, { days: 1 }, undefined);
    expect([...reads].sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(specificities).toEqual([4, 1]);
  });
});

describe("factReferences", () => {
  it("finds the facts that params take, parameters aside", () => {
    expect(factReferences({ a: { fact: "order.total" }, b: { fact: "parameters.x" }, c: 1, d: null, e: { fact: 1 } })).toEqual([
      "order.total",
    ]);
    expect(factReferences(undefined)).toEqual([]);
  });
});

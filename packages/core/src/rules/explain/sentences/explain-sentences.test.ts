import { describe, expect, it } from "vitest";
import { compilePolicy } from "../../compile-policy.js";
import type { Policy } from "../../policy.js";
import { policyOf, ruleOf, vocabulary } from "../../testing/sample-vocabulary.js";
import { explainTree } from "../tree/explain-tree.js";
import { explainSentences } from "./explain-sentences.js";

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const all = (...conditions: object[]) => ({ all: conditions }) as never;

const offers: Policy = policyOf({
  currency: "USD",
  decide: "first",
  parameters: { longDelayDays: 45, cheap: "20.00" },
  conditions: { late: all(leaf("shipment.daysInTransit", "greaterThanInclusive", { fact: "parameters.longDelayDays" })) },
  rules: [
    ruleOf({ name: "vip", because: "VIPs go first", conditions: all(leaf("customer.vip", "equal", true)) }),
    ruleOf({ name: "regular", conditions: all(leaf("customer.orders", "greaterThan", 3)) }),
    ruleOf({ name: "late", conditions: { all: [{ condition: "late" }, leaf("customer.country", "in", ["US", "CA"])] } as never }),
    ruleOf({ name: "cheap", conditions: all(leaf("order.total", "lessThan", { fact: "parameters.cheap" })) }),
    ruleOf({ name: "old", effectiveFrom: "2020-01-01", effectiveTo: "2021-01-01", conditions: all(leaf("customer.vip", "equal", true)) }),
    ruleOf({ name: "impossible", conditions: all(leaf("sample.size", "equal", "small"), leaf("sample.size", "equal", "large")) }),
  ],
});
const policy = compilePolicy(offers, { stage: vocabulary });
const facts = {
  now: "2026-03-03T15:00:00Z",
  "customer.vip": true,
  "customer.orders": 5,
  "customer.country": "US",
  "shipment.daysInTransit": 30,
  "order.total": 89.9,
};

describe("sentences", () => {
  it("say in English what decided, what lost, and what would have made the others fire", () => {
    expect(explainSentences(policy.explain(facts), "en")).toMatchInlineSnapshot(`
      [
        "sample/score decided by the rule "vip", the first that fired.",
        "Because: “VIPs go first”",
        "customer.vip is true; it has to be true, and is.",
        ""regular" fired too, but "vip" comes before it.",
        ""late" did not fire.",
        "It would have fired with one other fact:",
        "shipment.daysInTransit is 30 days; it would have to be at least 45 (parameter longDelayDays).",
        ""cheap" did not fire.",
        "It would have fired with one other fact:",
        "order.total is 89.9 USD; it would have to be less than 20 (parameter cheap).",
        ""old" did not fire.",
        "It applies from 2020-01-01 until before 2021-01-01, and the case is dated 2026-03-03T15:00:00Z; nothing else kept it from firing.",
        ""impossible" did not fire.",
        "No facts whatever make it fire.",
      ]
    `);
  });

  it("say the same in Chinese", () => {
    expect(explainSentences(policy.explain(facts), "zh")).toMatchInlineSnapshot(`
      [
        "策略 sample/score 按规则“vip”作出决定（最先命中）。",
        "理由：“VIPs go first”",
        "customer.vip 为 “是”，要求为 “是”，已满足。",
        "规则“regular”也命中了，但规则“vip”排在它前面。",
        "规则“late”没有命中。",
        "只要以下 1 项改变，该规则就会命中：",
        "shipment.daysInTransit 为 30 天，需要不少于 45（参数 longDelayDays）。",
        "规则“cheap”没有命中。",
        "只要以下 1 项改变，该规则就会命中：",
        "order.total 为 89.9 USD，需要小于 20（参数 cheap）。",
        "规则“old”没有命中。",
        "该规则自 2020-01-01 起，2021-01-01 之前有效，而本案日期为 2026-03-03T15:00:00Z；除此之外条件均已满足。",
        "规则“impossible”没有命中。",
        "无论事实如何，该规则都不可能命中。",
      ]
    `);
  });

  it("tell the conditions of the one rule that was asked for though it lost, and what was not looked at", () => {
    expect(explainSentences(policy.explain(facts, { rule: "regular" }), "en")).toEqual([
      '"regular" fired too, but "vip" comes before it.',
      "customer.orders is 5 orders; it has to be more than 3, and is.",
    ]);
    const conditions = all({ ...leaf("a", "equal", 1), priority: 9 }, leaf("b", "equal", 2), { condition: "late" });
    const early = compilePolicy(policyOf({ ...offers, rules: [ruleOf({ name: "early", conditions })] }));
    expect(explainSentences(early.explain({ a: 0 }, { rule: "early" }), "en").slice(1, 4)).toEqual([
      "a is 0; it has to be 1, and isn't.",
      "b was not looked at; it has to be 2.",
      'The condition "late" was not looked at.',
    ]);
  });

  it("say it when nothing fired", () => {
    expect(explainSentences(policy.explain({ now: facts.now }, { nearest: 1 }), "en")).toMatchInlineSnapshot(`
      [
        "No rule of sample/score fired.",
        ""vip" did not fire.",
        "Because: “VIPs go first”",
        "It would have fired with one other fact:",
        "customer.vip is absent; it would have to be true.",
        "5 more rules did not fire.",
      ]
    `);
  });
});

describe("a tree", () => {
  it("shows each comparison with what it saw", () => {
    expect(explainTree(policy.explain(facts))).toMatchInlineSnapshot(`
      "sample/score (score, first)
      ✔ vip
          because: VIPs go first
        ✔ all
          ✔ customer.vip equal true: true
      ✔ regular, lost to vip (stands before it)
        ✔ all
          ✔ customer.orders greaterThan 3: 5 orders
      ✘ late
        ✘ all
          ✘ all "late"
            ✘ shipment.daysInTransit greaterThanInclusive 45 (parameters.longDelayDays): 30 days
          ✔ customer.country in ["US","CA"]: "US"
        → shipment.daysInTransit is 30 days; it would have to be at least 45 (parameter longDelayDays)
      ✘ cheap
        ✘ all
          ✘ order.total lessThan 20 (parameters.cheap): 89.9 USD
        → order.total is 89.9 USD; it would have to be less than 20 (parameter cheap)
      ✘ old (its dates leave it out of force)
        ✔ all
          ✔ customer.vip equal true: true
        → now is 2026-03-03T15:00:00Z; it would have to be dated from 2020-01-01 until before 2021-01-01
      ✘ impossible
        ✘ all
          ✘ sample.size equal "small": absent
          ✘ sample.size equal "large": absent
        → No facts whatever make it fire."
    `);
  });

  it("is painted by a style", () => {
    const style = { yes: (text: string) => `<g>${text}</g>`, no: (text: string) => `<r>${text}</r>` };
    expect(explainTree(policy.explain(facts, { rule: "vip" }), style).split("\n")[1]).toBe("<g>✔</g> vip");
  });
});

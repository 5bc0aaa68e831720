import { describe, expect, it } from "vitest";
import { formatPath } from "../../errors/json-path.js";
import { checkPolicy } from "./check-policy.js";
import type { Policy } from "../policy.js";
import { policyOf, ruleOf, ruleWhere, vocabulary } from "../testing/sample-vocabulary.js";

const check = (changes: Partial<Policy>) =>
  checkPolicy(policyOf(changes), vocabulary).map(({ code, at, fix }) => [code, formatPath(at), fix]);
const event = (type: string, params?: Record<string, unknown>) => [
  ruleOf({ event: { type, ...(params === undefined ? {} : { params }) } }),
];

describe("checkPolicy", () => {
  it("accepts what the stage understands", () => {
    expect(check({})).toEqual([]);
    expect(
      check({
        asOf: ["order.placedAt", "now"],
        parameters: { points: { value: 5 } },
        rules: event("score", { points: { fact: "parameters.points" } }),
      }),
    ).toEqual([]);
  });

  it("finds another stage's policy and an unknown decision", () => {
    expect(check({ stage: "sla", decision: "scores", rules: [] })).toEqual([
      ["stage_mismatch", "stage", undefined],
      ["decision_unknown", "decision", 'did you mean "score"?'],
    ]);
  });

  it("finds dates that are no instants", () => {
    expect(check({ asOf: "order.placed" })).toEqual([["fact_unknown", "asOf", 'did you mean "order.placedAt"?']]);
    expect(check({ asOf: ["now", "customer.vip"] })).toEqual([["fact_unknown", "asOf[1]", undefined]]);
  });

  it("finds events the decision doesn't understand, even where another decision does", () => {
    expect(check({ rules: event("scor", { points: 1 }) })).toEqual([["event_unknown", "rules[0].event.type", 'did you mean "score"?']]);
    expect(check({ rules: event("note", { text: "" }) })).toEqual([["event_unknown", "rules[0].event.type", undefined]]);
  });

  it("finds params the event can't take", () => {
    expect(check({ rules: event("score", { points: "5" }) })).toEqual([
      ["event_params_invalid", "rules[0].event.params.points", undefined],
    ]);
    expect(check({ rules: event("score") })).toEqual([["event_params_invalid", "rules[0].event.params.points", undefined]]);
    expect(check({ rules: event("score", { points: 1, bonus: 1 }) })).toEqual([
      ["event_params_invalid", "rules[0].event.params.bonus", undefined],
    ]);
    expect(check({ parameters: { points: "many" }, rules: event("score", { points: { fact: "parameters.points" } }) })).toEqual([
      ["event_params_invalid", "rules[0].event.params.points", undefined],
    ]);
  });

  it("finds unknown parameters and facts in params, at any depth", () => {
    expect(check({ parameters: { points: 1 }, rules: event("score", { points: { fact: "parameters.point" } }) })).toEqual([
      ["parameter_unknown", "rules[0].event.params.points.fact", 'did you mean "points"?'],
    ]);
    expect(check({ rules: event("score", { points: [{ deep: { fact: "parameters.none" } }] }) })).toEqual([
      ["parameter_unknown", "rules[0].event.params.points[0].deep.fact", undefined],
    ]);
    expect(check({ rules: event("score", { points: { fact: "customer.order" } }) })).toEqual([
      ["fact_unknown", "rules[0].event.params.points.fact", 'did you mean "customer.orders"?'],
    ]);
    expect(check({ rules: event("score", { points: { fact: "customer.orders" } }) })).toEqual([]);
  });

  it("asks for a currency where money is compared", () => {
    const rules = [ruleWhere("order.total", "greaterThan", 100)];
    expect(check({ rules })).toEqual([
      ["currency_missing", "rules[0].conditions.all[0].fact", 'add "currency", such as "USD", to the policy'],
    ]);
    expect(check({ rules, currency: "USD" })).toEqual([]);
    const twice = { all: [100, 200].map((value) => ({ fact: "order.total", operator: "greaterThan", value })) };
    expect(check({ conditions: { dear: twice }, rules: [ruleOf({ conditions: twice })] }).map(([, path]) => path)).toEqual([
      "rules[0].conditions.all[0].fact",
      "conditions.dear.all[0].fact",
    ]);
    expect(check({ rules: event("score", { points: { fact: "order.total" } }) })[0]?.slice(0, 2)).toEqual([
      "currency_missing",
      "rules[0].event.params.points.fact",
    ]);
  });

  it("checks shared conditions and every group", () => {
    const leaf = { fact: "customer.vipp", operator: "equal", value: true };
    const fix = 'did you mean "customer.vip"?';
    expect(
      check({
        conditions: { shared: { any: [leaf] } },
        rules: [ruleOf({ conditions: { not: { all: [leaf, { condition: "shared" }] } } })],
      }),
    ).toEqual([
      ["fact_unknown", "rules[0].conditions.not.all[0].fact", fix],
      ["fact_unknown", "conditions.shared.any[0].fact", fix],
    ]);
  });
});

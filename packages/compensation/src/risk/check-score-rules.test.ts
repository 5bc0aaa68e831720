import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import { caseFacts } from "@amends/core/facts";
import { checkPolicy, checkPolicyText, type Policy } from "@amends/core/rules";
import { compilePolicySet } from "@amends/core/stage";
import { refusalOf } from "../testing/refusal-of.js";
import { riskStage } from "./risk-stage.js";
import { scoreRisk } from "./score-risk.js";
import { scorePolicies } from "./testing/score-policies.js";

const caseFile = { now: "2026-03-03T15:00:00Z", ticket: { channel: "email" as const }, customer: { orders: 3 } };
const orders = { fact: "customer.orders", operator: "greaterThan", value: 0 };
const lane = { fact: "shipment.laneLossAboveAverage", operator: "equal", value: true };

const load = (...given: Parameters<typeof scorePolicies>) => scoreRisk(caseFile, scorePolicies(...given));
const refusal = (...given: Parameters<typeof scorePolicies>): readonly unknown[] => {
  try {
    load(...given);
  } catch (error) {
    if (InvalidPolicyError.isInstance(error)) return error.findings.map(({ code, path }) => [code, path]);
    throw error;
  }
  return [];
};
const points = "rules[0].event.params.points";
const observed = "rules[0].event.params.observed";

describe("a rule that scores", () => {
  it("loads where it observes what it reads, and the standard ones do", () => {
    expect(load({ all: [orders] })).toMatchObject({ score: 1 });
    expect(scoreRisk(caseFile)).toMatchObject({ score: 0 });
  });

  it.each<[string, object, object]>([
    ["at its root", { all: [orders, lane] }, {}],
    ["behind not", { all: [orders, { not: lane }] }, {}],
    ["nested", { any: [orders, { all: [orders, { any: [{ not: { all: [lane] } }] }] }] }, {}],
    ["in a named condition", { all: [orders, { condition: "far" }] }, { conditions: { far: { all: [lane] } } }],
    [
      "in a named condition of another",
      { condition: "away" },
      { conditions: { away: { not: { condition: "far" } }, far: { all: [lane] } } },
    ],
    ["as a value", { all: [orders, { fact: "shipment.delivered", operator: "equal", value: { fact: lane.fact } }] }, {}],
  ])("adds no points for a lane %s, nor reads one it doesn't observe", (_where, conditions, more) => {
    const both = ["customer.orders", "shipment.delivered"];
    const lower = { points: -1, observed: both };
    expect(refusal(conditions, { observed: both }, more)).toEqual([
      ["signal_not_observed", observed],
      ["lane_raises_score", points],
    ]);
    expect(refusal(conditions, lower, more)).toEqual([["signal_not_observed", observed]]);
    expect(refusal(conditions, { ...lower, observed: [...both, lane.fact] }, more)).toEqual([]);
  });

  it("adds no points for a parcel's days as a share of its lane's", () => {
    const early = { all: [{ fact: "shipment.transitRatio", operator: "lessThan", value: 1 }] };
    const quoting = (worth: number) => refusal(early, { points: worth, observed: ["shipment.transitRatio"] });
    expect(quoting(5)).toContainEqual(["lane_raises_score", points]);
    expect(quoting(-5)).toEqual([]);
  });

  it("adds no points for how long a parcel took, which tells how far away somebody lives, and may take some off", () => {
    const long = { all: [{ fact: "shipment.daysInTransit", operator: "greaterThan", value: 30 }] };
    const quoting = (worth: number) => refusal(long, { points: worth, observed: ["shipment.daysInTransit"] });
    expect(quoting(5)).toContainEqual(["lane_raises_score", points]);
    expect(quoting(-5)).toEqual([]);
    const early = { all: [{ fact: "shipment.daysPastPromise", operator: "lessThan", value: 0 }] };
    expect(refusal(early, { points: 5, observed: ["shipment.daysPastPromise"] })).toEqual([]);
  });

  it("adds no points for a lane by a parameter", () => {
    const params = { points: { fact: "parameters.worth" }, observed: ["shipment.laneLossAboveAverage"] };
    expect(refusal({ all: [lane] }, params, { parameters: { worth: -3 } })).toEqual([]);
    expect(refusal({ all: [lane] }, params, { parameters: { worth: 3 } })).not.toEqual([]);
  });

  it.each<[string, object]>([
    ["compared", { all: [{ fact: "order.total", operator: "greaterThan", value: 100 }] }],
    ["behind not", { all: [orders, { not: { fact: "claim.amount", operator: "lessThan", value: 100 } }] }],
    ["compared with another", { all: [{ fact: "claim.amount", operator: "greaterThan", value: { fact: "order.total" } }] }],
  ])("reads no amount, %s", (_how, conditions) => {
    const found = refusal(conditions, { observed: ["customer.orders", "order.total", "claim.amount"] }, { currency: "BRL" });
    expect(new Set(found.map(String))).toEqual(new Set(["signal_is_money,rules[0].conditions"]));
  });

  it("reads allowed signals alone, even where the policies were compiled with more facts", () => {
    const country = { fact: "customer.country", operator: "equal", value: "BR" };
    const wider = { ...riskStage, facts: { ...riskStage.facts, "customer.country": caseFacts["customer.country"] } };
    const set = compilePolicySet(wider, scorePolicies({ all: [orders, { not: country }] }));
    expect(() => riskStage.run(caseFile, set)).toThrow(expect.objectContaining({ code: "signal_not_allowed" }));
  });

  it("is refused with what is wrong and how to mend it, under the policy's name", () => {
    const wider = { ...riskStage, check: undefined, facts: { ...riskStage.facts, "customer.country": caseFacts["customer.country"] } };
    const country = { fact: "customer.country", operator: "equal", value: "BR" };
    const total = { fact: "order.total", operator: "greaterThan", value: 100 };
    const set = compilePolicySet(wider, scorePolicies({ all: [country, total, orders, lane] }, { observed: ["now"] }, { currency: "BRL" }));
    const { message, findings } = refusalOf(() => riskStage.run(caseFile, set));
    expect(message).toMatch(/^The policy "shop\/score" can't be loaded:\n/);
    const notQuoted = (name: string) => ({
      code: "signal_not_observed",
      message: `the rule reads "${name}", which is not among "observed"`,
      path: observed,
      expected: "every fact that the conditions read",
      fix: `add "${name}"`,
    });
    expect(findings).toEqual([
      {
        code: "signal_not_allowed",
        message: '"customer.country" is no fact that a risk policy may read',
        path: "rules[0].conditions",
        expected: "allowed signals",
      },
      {
        code: "signal_is_money",
        message: '"order.total" is an amount, and its currency stands for a country',
        path: "rules[0].conditions",
        expected: "no amounts in rules that score",
        fix: 'compare a ratio, such as "claim.toOrderRatio"',
      },
      notQuoted("customer.orders"),
      notQuoted("shipment.laneLossAboveAverage"),
      {
        code: "lane_raises_score",
        message: 'what a lane does may only lower the score, and "shipment.laneLossAboveAverage" tells where the parcel went',
        path: points,
        expected: "0 or less",
        fix: 'give no points for it, or compare "shipment.daysPastPromise" instead',
      },
    ]);
  });

  it("compares amounts by their ratio", () => {
    const ratio = { all: [{ fact: "claim.toOrderRatio", operator: "greaterThan", value: 2 }] };
    expect(refusal(ratio, { observed: ["claim.toOrderRatio"] })).toEqual([]);
    expect(refusal(ratio)).toEqual([["signal_not_observed", observed]]);
  });

  it("is held to it in a compiled set too, whatever the case", () => {
    const set = compilePolicySet(riskStage, scorePolicies({ all: [lane] }, { observed: [lane.fact], points: 0 }));
    expect(riskStage.run(caseFile, set)).toMatchObject({ score: 0 });
    expect(() => compilePolicySet(riskStage, scorePolicies({ all: [orders, lane] }))).toThrow(InvalidPolicyError);
    const lowering = scorePolicies(
      { all: [lane] },
      { observed: [lane.fact], points: { fact: "parameters.lost" } },
      { parameters: { lost: -1 } },
    );
    expect(() => compilePolicySet(riskStage, lowering, { parameters: { "shop/score": { lost: 2 } } })).toThrow(InvalidPolicyError);
    const bad = compilePolicySet({ ...riskStage, check: undefined }, scorePolicies({ all: [orders, lane] }));
    for (const given of [caseFile, { now: caseFile.now }]) expect(() => riskStage.run(given, bad)).toThrow(InvalidPolicyError);
  });
});

it("is found in a file too, each at its place", () => {
  const policy = scorePolicies({ all: [orders, { ...lane, fact: "order.total", operator: "isPresent" }, lane] }, { observed: ["now"] }).at(
    -1,
  );
  const found = checkPolicyText(JSON.stringify({ ...policy, currency: "USD" }), { stage: riskStage });
  expect(found.findings.map(({ code, path }) => [code, path])).toEqual([
    ["signal_not_observed", "rules[0].event.params.observed"],
    ["signal_is_money", "rules[0].conditions"],
    ["signal_not_observed", "rules[0].event.params.observed"],
    ["lane_raises_score", "rules[0].event.params.points"],
  ]);
  const named = { all: [{ fact: "customer.orders", operator: "greaterThan", value: { fact: "parameters.many" } }] };
  const reads = (lost: number) =>
    scorePolicies(
      { all: [...named.all, lane] },
      { points: { fact: "parameters.points" }, observed: ["customer.orders", "shipment.laneLossAboveAverage"] },
      { parameters: { many: 3, points: { value: lost } } },
    ).at(-1);
  expect(checkPolicy(reads(-1) as Policy, riskStage)).toEqual([]);
  expect(checkPolicy(reads(1) as Policy, riskStage).map(({ code }) => code)).toContain("lane_raises_score");
  for (const standard of riskStage.policies) expect(checkPolicy(standard, riskStage)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { InvalidPolicyError } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { riskStage } from "./risk-stage.js";
import { scoreRisk } from "./score-risk.js";
import { now } from "./testing/sample-risk.js";
import { scorePolicies } from "./testing/score-policies.js";

describe("a policy of risk", () => {
  const ordered = { all: [{ fact: "customer.orders", operator: "greaterThan", value: 0 }] };
  const withRule = ({ conditions = ordered }: { conditions?: object }, params: object = {}): Policy[] =>
    scorePolicies(conditions, { agent: "a {customer.orders}", ...params });
  const run = (policies: Policy[], given: Partial<CaseFile> = {}) =>
    scoreRisk({ now, ticket: { channel: "email" }, customer: { orders: 3 }, ...given }, policies);

  it("loads where it reads allowed signals", () => {
    expect(run(withRule({}))).toMatchObject({ score: 1, reasons: [{ agent: "a 3" }] });
  });

  it.each([
    "customer.language",
    "customer.country",
    "customer.name",
    "customer.email",
    "customer.zone",
    "customer.age",
    "customer.gender",
    "customer.id",
    "customer",
    "customer.claims",
    "ticket.language",
    "ticket.text",
    "ticket.subject",
    "ticket.messages",
    "ticket.marketplace",
    "ticket",
    "language",
    "language.code",
    "language.script",
    "order.shipTo",
    "order",
    "order.paymentMethod",
    "order.items",
    "shipment",
    "shipment.lane",
    "shipment.carrier",
    "shipment.trackingNumber",
    "shipment.laneAverageDays",
    "shipment.laneLossRate",
    "shipment.events",
    "claim",
    "rates",
    "rates.base",
    "payment.gateway",
    "classification.evidence",
    "classification.extracted",
    "assignment.language",
    "agents",
    "event.data",
  ])("doesn't load where it reads %s", (fact) => {
    expect(() => run(withRule({ conditions: { all: [{ fact, operator: "isPresent", value: true }] } }))).toThrow(InvalidPolicyError);
  });

  it("doesn't load where it compares with, quotes or adds a withheld fact, or reaches one by a path", () => {
    expect(() =>
      run(withRule({ conditions: { all: [{ fact: "customer.orders", operator: "equal", value: { fact: "customer.age" } }] } })),
    ).toThrow(InvalidPolicyError);
    expect(() => run(withRule({ conditions: { all: [{ fact: "customer", path: "$.country", operator: "equal", value: "CN" }] } }))).toThrow(
      InvalidPolicyError,
    );
    expect(() => run(withRule({}, { observed: ["customer.country"] }))).toThrow(/no fact that a risk policy may read/);
    expect(() => run(withRule({}, { observed: ["shipment.laneLossAboveAverage", "customer.orders"] }))).toThrow(/may only lower the score/);
    expect(() => run(withRule({}, { agent: "{customer.claimRate}" }))).toThrow(/not among "observed"/);
    expect(() => run(withRule({}, { points: { fact: "customer.age" } }), { customer: { orders: 3, age: 70 } as never })).toThrow(
      /customer\.age/,
    );
  });

  const bandsOf = (...rules: unknown[]) => ({ ...riskStage.policies[1], policy: "risk/standard-bands", rules }) as Policy;
  const bandRule = (params: object) => ({
    name: "any",
    conditions: { all: [{ fact: "risk.score", operator: "isPresent", value: true }] },
    event: { type: "band", params },
  });
  const contest = { agent: "Ask a colleague.", customer: "Answer this message." };
  const banded = (params: object) => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf(bandRule(params))]);

  it("can't let the high band pass without a human, whatever it says", () => {
    expect(() => banded({ band: "high", humanReview: false, contest })).toThrow(/must be true in the high band/);
    expect(banded({ band: "high", humanReview: true, contest })).toMatchObject({ score: 0, band: "high", humanReview: true });
  });

  it.each(["review", "high"])("can't leave a customer in the %s band without a way to contest", (band) => {
    expect(() => banded({ band, humanReview: true })).toThrow(/must be told how to contest/);
    expect(() => banded({ band, humanReview: true, contest: { ...contest, customer: "" } })).toThrow(InvalidPolicyError);
    expect(banded({ band, humanReview: true, contest })).toMatchObject({ safeguards: { contest } });
  });

  it.each(["deny", "reject", "refuse", "remedies.exclude"])("can't say %s: there is no such event", (type) => {
    const rule = { ...bandRule({}), event: { type, params: {} } };
    expect(() => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf(rule)])).toThrow(InvalidPolicyError);
  });

  it("can't leave a score without a band", () => {
    expect(() => scoreRisk({ now, ticket: { channel: "email" } }, [bandsOf()])).toThrow(/puts a score of 0 into a band/);
  });
});

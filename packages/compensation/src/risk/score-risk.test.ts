import { describe, expect, it } from "vitest";
import { caseFileSchema, type CaseFile } from "@amends/core/model";
import { fillSentence } from "./fill-sentence.js";
import { scoreRisk } from "./score-risk.js";
import { now, said, score, usd } from "./testing/sample-risk.js";

describe("the worked example of 45 days", () => {
  it("scores nothing: one in eight similar orders has the same delay", () => {
    const risk = score({
      customer: { orders: 6, complaints: 0, vip: false },
      order: { total: usd("89.90") },
      claim: { issueType: "logistics_delay", amount: usd("89.90") },
      peers: { similarOrders: 500, withSameIssue: 60 },
    });
    expect(risk).toMatchObject({ score: 0, band: "low", humanReview: false, evidence: [], churn: false });
    expect(risk.reasons.map(({ code, points }) => [code, points])).toEqual([["some_peers_have_it", -15]]);
  });
});

describe("the extremes", () => {
  const worst: Partial<CaseFile> = {
    customer: { orders: 10, complaints: 9 },
    order: { total: usd("50.00") },
    claim: { issueType: "logistics_not_received", amount: usd("200.00") },
    peers: { similarOrders: 400, withSameIssue: 0 },
  };

  it.each([
    [["review_threat"], 70],
    [["chargeback_threat"], 70],
    [["review_threat", "chargeback_threat"], 72],
  ])("of all four dimensions is high with %j", (signals, points) => {
    const risk = score({ ...worst, classification: said(signals) });
    expect(risk).toMatchObject({ score: points, band: "high", humanReview: true });
    expect(risk.evidence).toEqual(["proof_of_delivery", "carrier_statement", "affidavit"]);
    expect(risk.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
  });

  it("of kindness is low and never below zero", () => {
    const risk = score({
      customer: { orders: 40, complaints: 0 },
      order: { total: usd("50.00") },
      claim: { amount: usd("5.00") },
      peers: { similarOrders: 100, withSameIssue: 90 },
    });
    expect(risk).toMatchObject({ score: 0, band: "low" });
  });

  it("of every row never goes above a hundred", () => {
    const recent = { at: "2026-02-20T00:00:00Z" };
    const risk = score({
      ...worst,
      classification: said(["review_threat", "chargeback_threat"]),
      shipment: { proof: "signature", deliveredAt: "2026-02-01T00:00:00Z" },
      customer: {
        orders: 10,
        complaints: 9,
        links: { confirmedAbuser: true, accounts: 9 },
        refunds: [recent, recent, recent],
        claims: Array.from({ length: 3 }, () => ({ ...recent, issueType: "logistics_not_received" })),
      },
    });
    expect(risk).toMatchObject({ score: 100, band: "high" });
  });
});

describe("reasons", () => {
  it("quote what was observed, in sentences", () => {
    const [reason] = score({ order: { total: usd("30.00") }, claim: { amount: usd("100.00") } }).reasons;
    expect(reason).toEqual({
      code: "claim_far_above_order",
      points: 28,
      observed: { "claim.toOrderRatio": 100 / 30 },
      agent: "The claim is 3.33 times the order's total.",
      customer: "You ask for more than you paid, so please tell us how the amount comes about.",
    });
  });

  it("say unknown of what nobody observed, and list words", () => {
    expect(fillSentence("{shipment.proof}, {a.b}, {classification.signals}", { "a.b": true, "classification.signals": ["abuse"] })).toBe(
      'unknown, true, ["abuse"]',
    );
  });

  it("are missing where nothing is to be scored", () => {
    expect(scoreRisk({ now, event: { kind: "order_paid" } as never })).toEqual({ undecided: true, missing: ["claim", "ticket"] });
  });
});

describe("what no score takes away", () => {
  it("is said with every score: it denies nothing, and the law comes first", () => {
    expect(score({}).safeguards).toEqual({ denies: false, statutoryRights: "unaffected" });
    const risky = score({ customer: { orders: 10, complaints: 9, links: { confirmedAbuser: true } } });
    expect(risky).toMatchObject({ band: "review", safeguards: { denies: false, statutoryRights: "unaffected" } });
    expect(risky.safeguards?.contest?.customer).toMatch(/answer this message/);
  });

  it.each([{ denies: true, statutoryRights: "unaffected" }, { denies: false, statutoryRights: "waived" }, { denies: false }])(
    "can't be written otherwise into a case file: %j",
    (safeguards) => {
      const written = (risk: object) => caseFileSchema.safeParse({ ticket: { channel: "email" }, risk }).success;
      expect(written(score({}))).toBe(true);
      expect(written({ ...score({}), safeguards })).toBe(false);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { said, score, usd } from "./testing/sample-risk.js";

describe("each dimension is monotone:", () => {
  const count = fc.integer({ min: 0, max: 60 });
  const background = fc.record({
    orders: fc.integer({ min: 0, max: 30 }),
    claims: count,
    cents: fc.integer({ min: 0, max: 50_000 }),
    same: count,
    signals: fc.subarray(["review_threat", "chargeback_threat", "abuse"]),
  });
  const caseOf = ({
    orders,
    claims,
    cents,
    same,
    signals,
  }: {
    orders: number;
    claims: number;
    cents: number;
    same: number;
    signals: string[];
  }): Partial<CaseFile> => ({
    customer: { orders, complaints: claims },
    order: { total: usd("100.00") },
    claim: { issueType: "quality_defect", amount: usd((cents / 100).toFixed(2)) },
    peers: { similarOrders: 100, withSameIssue: same },
    classification: said(signals),
  });

  const points = (given: Parameters<typeof caseOf>[0]) => score(caseOf(given)).score;

  it("more complaints never lower the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 20 }), (given, more) => {
        expect(points({ ...given, claims: given.claims + more })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("an order more without a claim never raises the score, apart from the fifth, from which on orders count in full", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), (given, orders, claims) => {
        for (const at of [{ ...given, orders, claims }, given].filter((each) => each.orders !== 4))
          expect(points({ ...at, orders: at.orders + 1 })).toBeLessThanOrEqual(points(at));
      }),
    );
    const few = (orders: number, complaints: number) => score({ customer: { orders, complaints } }).score;
    expect([few(4, 2), few(5, 2), few(4, 3), few(5, 3), few(10, 9)]).toEqual([8, 16, 16, 28, 28]);
  });
  it("a similar order more without the problem never lowers the score, whether it counts as one of few or not", () => {
    const among = (similarOrders: number, withSameIssue: number, given: Parameters<typeof caseOf>[0]) =>
      score({ ...caseOf(given), peers: { similarOrders, withSameIssue } }).score;
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (given, similar, same) => {
        const events = Math.min(same, similar);
        expect(among(similar + 1, events, given)).toBeGreaterThanOrEqual(among(similar, events, given));
      }),
    );
  });
  it("a larger claim never lowers the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 40_000 }), (given, more) => {
        expect(points({ ...given, cents: given.cents + more })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("a threat more never lowers the score", () => {
    fc.assert(
      fc.property(background, (given) => {
        expect(points({ ...given, signals: [...new Set([...given.signals, "review_threat"])] })).toBeGreaterThanOrEqual(points(given));
      }),
    );
  });
  it("more peers with the same problem never raise the score", () => {
    fc.assert(
      fc.property(background, fc.integer({ min: 1, max: 40 }), (given, more) => {
        expect(points({ ...given, same: given.same + more })).toBeLessThanOrEqual(points(given));
      }),
    );
  });
  const evidenceCase = fc.record({
    issueType: fc.constantFrom("logistics_not_received", "quality_defect"),
    accounts: fc.integer({ min: 0, max: 6 }),
    confirmedAbuser: fc.boolean(),
    missing: fc.integer({ min: 0, max: 4 }),
    refunds: fc.integer({ min: 0, max: 4 }),
    photos: fc.integer({ min: 0, max: 2 }),
    proof: fc.integer({ min: 0, max: 2 }),
  });
  const proofs = ["none", "scan", "signature"] as const;
  const at = "2026-02-20T00:00:00Z";
  const evidencePoints = (given: typeof evidenceCase extends fc.Arbitrary<infer Given> ? Given : never) =>
    score({
      customer: {
        orders: 20,
        links: { accounts: given.accounts, confirmedAbuser: given.confirmedAbuser },
        claims: Array.from({ length: given.missing }, () => ({ at, issueType: "logistics_not_received" })),
        refunds: Array.from({ length: given.refunds }, () => ({ at })),
      },
      shipment: { proof: proofs[given.proof] },
      claim: { issueType: given.issueType, photos: given.photos },
    }).score;

  it.each(["accounts", "missing", "refunds", "proof"] as const)("more of %s never lowers the score", (key) => {
    fc.assert(
      fc.property(evidenceCase, (given) => {
        fc.pre(key !== "proof" || given.proof < 2);
        expect(evidencePoints({ ...given, [key]: given[key] + 1 })).toBeGreaterThanOrEqual(evidencePoints(given));
      }),
    );
  });
  it("a link to abuse never lowers the score, and a photo never raises it", () => {
    fc.assert(
      fc.property(evidenceCase, (given) => {
        expect(evidencePoints({ ...given, confirmedAbuser: true })).toBeGreaterThanOrEqual(evidencePoints(given));
        expect(evidencePoints({ ...given, photos: given.photos + 1 })).toBeLessThanOrEqual(evidencePoints(given));
      }),
    );
  });

  it("the score stays on its scale, in a band that fits, and is the same twice", () => {
    fc.assert(
      fc.property(background, (given) => {
        const risk = score(caseOf(given));
        expect(risk.band).toBe(risk.score >= 65 ? "high" : risk.score >= 30 ? "review" : "low");
        expect(risk.score).toBeGreaterThanOrEqual(0);
        expect(risk.score).toBeLessThanOrEqual(100);
        expect(risk.humanReview).toBe(risk.band === "high");
        expect(JSON.stringify(score(caseOf(given)))).toBe(JSON.stringify(risk));
      }),
    );
  });
});

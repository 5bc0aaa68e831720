import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { riskStage } from "./risk-stage.js";
import { score } from "./testing/sample-risk.js";

describe("derived facts", () => {
  const codes = (given: Partial<CaseFile>) => score(given).reasons.map(({ code }) => code);

  it.each([
    [1, 1, ["claims_on_some_orders"]],
    [4, 2, ["claims_on_some_orders"]],
    [4, 4, ["claims_on_many_orders"]],
    [0, 0, []],
    [5, 3, ["claims_on_most_orders"]],
    [8, 7, ["claims_on_most_orders"]],
  ])("draw %i orders with %i claims towards the ordinary under five orders", (orders, complaints, expected) => {
    expect(codes({ customer: { orders, complaints } })).toEqual(expected);
  });

  it("count missing parcels and refunds within their windows only, to the instant", () => {
    const claims = (at: string) => Array.from({ length: 2 }, () => ({ at, issueType: "logistics_not_received" }));
    expect(codes({ customer: { claims: claims("2025-09-04T15:00:00Z") } })).toEqual(["not_received_twice"]);
    expect(codes({ customer: { claims: claims("2025-09-04T14:59:59Z") } })).toEqual([]);
    expect(codes({ customer: { claims: claims("2026-03-03T15:00:01Z") } })).toEqual([]);
    const refunds = (at: string) => Array.from({ length: 3 }, () => ({ at }));
    expect(codes({ customer: { refunds: refunds("2026-02-01T15:00:00Z") } })).toEqual(["many_refunds"]);
    expect(codes({ customer: { refunds: refunds("2026-02-01T14:59:59Z") } })).toEqual([]);
    expect(codes({ customer: { refunds: [{}, {}, {}] } })).toEqual([]);
  });

  it("draw few similar orders towards an ordinary share", () => {
    expect(codes({ peers: { similarOrders: 2, withSameIssue: 1 } })).toEqual([]);
    expect(codes({ peers: { similarOrders: 10, withSameIssue: 5 } })).toEqual(["some_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 10, withSameIssue: 9 } })).toEqual(["many_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 20, withSameIssue: 2 } })).toEqual(["some_peers_have_it"]);
    expect(codes({ peers: { similarOrders: 0, withSameIssue: 0 } })).toEqual([]);
  });

  it("know a missing photo only where photos were counted", () => {
    expect(codes({ claim: { issueType: "quality_defect", photos: 0 } })).toEqual(["required_photo_missing"]);
    expect(codes({ claim: { issueType: "quality_defect", photos: 1 } })).toEqual([]);
    expect(codes({ claim: { issueType: "logistics_delay", photos: 0 } })).toEqual([]);
    expect(score({ claim: { issueType: "quality_defect" } }).missing).toContain("claim.requiredPhotoMissing");
    expect(codes({ claim: { photos: 0 } })).toEqual([]);
  });

  it("let a lane's losses lower the score only", () => {
    expect(codes({ shipment: { laneLossRate: 0.02 } })).toEqual(["lane_loses_many"]);
    expect(codes({ shipment: { laneLossRate: 0.005 } })).toEqual([]);
  });

  it("take the claim's issue before the text's", () => {
    const classification = { issueType: "logistics_not_received", signals: [] } as unknown as NonNullable<CaseFile["classification"]>;
    const shipment = { proof: "photo" } as const;
    expect(codes({ classification, shipment })).toEqual(["proof_against_not_received"]);
    expect(codes({ classification, shipment, claim: { issueType: "quality_defect", photos: 2 } })).toEqual([]);
    expect(codes({ classification, shipment, claim: { issueType: "no such word" } })).toEqual(["proof_against_not_received"]);
  });
});

describe("the fact catalogue of risk", () => {
  it("holds nothing that tells a language, a country, an age or a gender", () => {
    const names = Object.keys(riskStage.facts);
    expect(
      names.filter((name) =>
        /lang|country|zone|name|mail|[.]age|gender|shipTo|[.]lane$|carrier|tracking|market|channel|text|subject|currency|script/i.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(Object.values(riskStage.facts).filter(({ kind }) => kind === "object" || kind === "any")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { kinds, now, offer } from "./testing/sample-offer.js";
import { band } from "./testing/stage-outputs.js";

describe("risk", () => {
  it("never removes what is owed: it asks for an approval and evidence, and nothing is paid in advance", () => {
    const high = offer({ ...delayed, risk: band("high") });
    expect(kinds(high)).toEqual(kinds(offer(delayed)));
    expect(high.choices[0]?.gives).toEqual({});
    expect(high.approval).toMatchObject({ needed: true, role: "operations", rule: "compensation/standard-approvals/high-risk" });
    expect(high.plays).toEqual(["ask_for_evidence"]);
    expect(high).toMatchObject({ advancePayout: false, carrierClaim: { reason: "delayed" } });
  });
  it("can't be made to remove it by a policy", () => {
    const harsh: Policy = {
      policy: "shop/harsh",
      version: "1.0.0",
      stage: "remedies",
      decision: "exclusions",
      decide: "all",
      rules: [
        {
          name: "deny",
          conditions: { all: [{ fact: "risk.band", operator: "equal", value: "high" }] },
          event: { type: "exclude", params: { remedies: ["full_refund", "reship", "wait"], code: "risky" } },
        },
      ],
    };
    const remedies = offer({ ...delayed, risk: band("high") }, [...remediesStage.policies, harsh]);
    expect(kinds(remedies)).toEqual(["reship", "full_refund"]);
    expect(remedies.excluded.map(({ remedy, reason, rule }) => [remedy, reason, rule])).toEqual([
      ["wait", "risky", "shop/harsh/deny"],
      ["nextPurchaseDiscountPercent", "waits_for_review", "compensation/standard-exclusions/goodwill-waits-for-the-review"],
    ]);
  });
});

describe("the high risk band", () => {
  const claimer: Partial<CaseFile> = {
    customer: { country: "US", orders: 14, complaints: 9 },
    order: { id: "O-1", total: usd("249.00"), shipTo: "US" },
    shipment: { carrier: "usps", deliveredAt: "2026-03-01T19:12:00Z", proof: "photo", events: [{ at: now, status: "delivered" }] },
    claim: { issueType: "logistics_not_received", amount: usd("249.00"), expectation: usd("249.00") },
  };
  const churning = { band: "high", churn: true } as unknown as NonNullable<CaseFile["risk"]>;
  const review = "compensation/standard-exclusions/goodwill-waits-for-the-review";

  it("keeps what is owed after the check, holds what goes beyond it, and asks a person", () => {
    const remedies = offer({ ...claimer, risk: churning });
    expect(remedies).toMatchObject({
      tier: 2,
      choices: [
        { remedy: "wait", gives: { investigationDays: 5 } },
        { remedy: "reship", gives: { afterInvestigation: true } },
        { remedy: "full_refund", gives: { refundPercent: 100, afterInvestigation: true, amount: usd("249.00") } },
      ],
      alwaysAdd: {},
      beyondExpectation: null,
      approval: { role: "operations", rule: "compensation/standard-approvals/high-risk" },
      plays: ["investigate_with_carrier", "ask_for_evidence"],
    });
    expect(remedies.excluded).toEqual([
      { remedy: "beyondExpectation", reason: "waits_for_review", because: expect.stringContaining("goodwill waits"), rule: review },
    ]);
    expect(remedies.rules).toContain(review);
    const content = { ...claimer, claim: { ...claimer.claim, expectation: usd("150.00") } };
    expect(offer({ ...content, risk: { ...churning, band: "review" } })).toMatchObject({
      beyondExpectation: { min: usd("180.00"), max: usd("195.00") },
      plays: expect.arrayContaining(["retention"]),
    });
  });
  it("holds coupons, points, parts and additions by name, and asks a person even where nothing else is left", () => {
    const late = { claim: { issueType: "logistics_delay" }, shipment: { shippedAt: "2026-02-01T00:00:00Z", laneAverageDays: 12 } };
    const held = offer({ ...late, customer: { vip: true }, order: { id: "O-1", total: usd("60.00") }, risk: churning });
    expect(kinds(held)).toEqual(["wait", "reship", "full_refund"]);
    expect(held.excluded.map(({ remedy }) => remedy)).toEqual(["partial_refund", "couponPercent", "points"]);
    const coupons = remediesStage.policies.map((policy) => {
      if (policy.decision !== "offer") return policy;
      const [rule] = policy.rules.filter(({ name }) => name === "refund-on-its-way");
      const params = { tier: 1, choices: [{ remedy: "coupon", gives: { couponPercent: 10 } }] };
      const conditions = { all: [{ fact: "claim.issue", operator: "equal", value: "refund_status" }] };
      return { ...policy, conditions: {}, rules: [{ ...rule, conditions, event: { type: "offer", params } }] } as Policy;
    });
    const only = offer({ claim: { issueType: "refund_status" }, risk: churning }, coupons);
    expect(only).toMatchObject({ choices: [], approval: { rule: "compensation/standard-approvals/high-risk" } });
    expect(only.excluded).toMatchObject([{ remedy: "coupon", reason: "waits_for_review" }]);
  });
  it("names no rule that held nothing", () => {
    expect(offer({ claim: { issueType: "product_inquiry" }, risk: churning }).rules).toEqual([
      "compensation/standard-offers/nothing-to-make-good",
      "compensation/standard-plays/evidence-first",
    ]);
  });
});

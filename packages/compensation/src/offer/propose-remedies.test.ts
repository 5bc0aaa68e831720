import { describe, expect, it } from "vitest";
import { proposeRemedies } from "./propose-remedies.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { kinds, now, offer } from "./testing/sample-offer.js";
import { text } from "./testing/stage-outputs.js";

describe("the worked example of 45 days", () => {
  it("offers the playbook, its cost, and pays before the carrier does", () => {
    expect(offer(delayed)).toMatchObject({
      tier: 2,
      choices: [
        { remedy: "wait", gives: { couponPercent: 20 }, cost: usd("0.00") },
        { remedy: "reship", gives: { priority: true, goodsValue: usd("89.90") }, cost: usd("53.94") },
        { remedy: "full_refund", gives: { refundPercent: 100, amount: usd("89.90") }, cost: usd("89.90") },
      ],
      alwaysAdd: { nextPurchaseDiscountPercent: 20 },
      cost: { min: usd("0.00"), max: usd("89.90") },
      advancePayout: true,
      returnRequired: false,
      approval: null,
      excluded: [],
    });
  });

  it("knows no claim terms of the carrier, and invents none", () => {
    const { carrierClaim, missing } = offer(delayed);
    expect(carrierClaim).toEqual({
      carrier: "yunexpress",
      reason: "delayed",
      amount: usd("89.90"),
      evidence: ["carrier_statement"],
      fileBy: null,
      liabilityLimit: null,
      source: null,
      confidence: null,
      note: "no claim terms of yunexpress are on file",
    });
    expect(missing).toContain("packs.carrier/terms.yunexpress");
  });

  it("leaves out waiting where the parcel goes nowhere", () => {
    const { choices, excluded } = offer({ ...delayed, shipment: { ...delayed.shipment, events: [{ at: now, status: "returned" }] } });
    expect(choices.map(({ remedy }) => remedy)).toEqual(["reship", "full_refund"]);
    expect(excluded).toEqual([
      {
        remedy: "wait",
        reason: "nothing_to_wait_for",
        because: "The parcel won't come any more.",
        rule: "compensation/standard-exclusions/nothing-to-wait-for",
      },
    ]);
  });
});

describe("the issue", () => {
  it("is undecided where neither claim nor text names one", () => {
    expect(proposeRemedies({ now, ticket: { channel: "email" } })).toEqual({
      undecided: true,
      missing: ["claim.issueType", "classification.issueType"],
    });
    expect(proposeRemedies({ now, ticket: { channel: "email" }, claim: { issueType: "no such word" } })).toHaveProperty("undecided", true);
  });
  it("is the claim's before the text's, and the text's where the claim's isn't known", () => {
    const classification = text({ issueType: "service_complaint", isComplaint: true });
    expect(kinds(offer({ classification }))).toEqual(["apology", "coupon", "points"]);
    expect(kinds(offer({ classification, claim: { issueType: "product_inquiry" } }))).toEqual([]);
    const unknown = offer({ classification, claim: { issueType: "no such word" } });
    expect(kinds(unknown)).toEqual(["apology", "coupon", "points"]);
    expect(unknown.missing).toContain("claim.issueType");
  });
  it("without a grievance is made good with nothing", () => {
    const remedies = offer({ claim: { issueType: "product_inquiry" }, order: { total: usd("5000.00") } });
    expect(remedies).toMatchObject({
      tier: null,
      choices: [],
      alwaysAdd: {},
      cost: null,
      approval: null,
      returnRequired: false,
      advancePayout: false,
      carrierClaim: null,
    });
  });
});

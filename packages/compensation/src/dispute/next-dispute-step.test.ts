import { describe, expect, it } from "vitest";
import type { CaseFile, Dispute } from "@amends/core/model";
import { packFindings } from "@amends/core/packs";
import standard from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { disputeDeadlines } from "./dispute-deadlines.js";
import { disputePackReader } from "./dispute-fact.js";
import { nextDisputeStep } from "./next-dispute-step.js";

const usd = (amount: string) => ({ amount, currency: "USD" });
const at = "2026-03-05T15:00:00Z";

function disputed(dispute: Partial<Dispute>, more: Partial<CaseFile> = {}): CaseFile {
  const { state = "requested" } = dispute;
  return {
    now: "2026-03-06T09:00:00Z",
    ticket: { channel: "marketplace_message", createdAt: at },
    customer: { zone: "America/New_York" },
    order: { total: usd("60.00"), shipTo: "US" },
    dispute: { venue: "ebay", reason: "not_received", state, history: [{ state: state ?? "requested", at }], ...dispute },
    ...more,
  };
}
const dates = (dispute: Partial<Dispute>, more: Partial<CaseFile> = {}) =>
  disputeDeadlines(disputed(dispute, more)).deadlines.map(({ fact, at: end }) => [fact, end]);
const step = (dispute: Partial<Dispute>, more: Partial<CaseFile> = {}) => nextDisputeStep(disputed(dispute, more));

describe("the standard pack", () => {
  it("is in order", () => {
    expect(packFindings(disputePackReader.read(standard), "2026-11-21")).toEqual([]);
  });
});

describe("disputeDeadlines", () => {
  it.each<[string, Partial<Dispute>, Partial<CaseFile>, unknown]>([
    ["Amazon's 72 hours", { venue: "amazon", state: "info_requested" }, {}, [["amazon.a_to_z_information", "2026-03-08T15:00:00Z"]]],
    [
      "Amazon Australia's 48",
      { venue: "amazon", state: "info_requested", country: "AU" },
      {},
      [["amazon.au.a_to_z_information", "2026-03-07T15:00:00Z"]],
    ],
    ["Amazon's appeal", { venue: "amazon", state: "lost" }, {}, [["amazon.a_to_z_appeal", "2026-04-05T04:00:00Z"]]],
    [
      "eBay's three business days",
      {},
      {},
      [
        ["ebay.item_not_received_answer", "2026-03-11T04:00:00Z"],
        ["ebay.step_in_closes", "2026-04-05T04:00:00Z"],
      ],
    ],
    ["Shopee's two days", { venue: "shopee", country: "PH" }, {}, [["shopee.ph.answer", "2026-03-07T16:00:00Z"]]],
    ["TikTok's two business days", { venue: "tiktok", country: "US" }, {}, [["tiktok.us.review", "2026-03-10T04:00:00Z"]]],
    [
      "TikTok's four above 100",
      { venue: "tiktok", country: "US", amount: usd("100.01") },
      {},
      [["tiktok.us.review_above", "2026-03-12T04:00:00Z"]],
    ],
    ["Vietnam's one", { venue: "tiktok", country: "VN" }, {}, [["tiktok.vn.answer", "2026-03-06T17:00:00Z"]]],
    ["Walmart's day", { venue: "walmart", country: "US" }, {}, [["walmart.us.fix", "2026-03-06T15:00:00Z"]]],
    ["PayPal's twenty", { venue: "paypal" }, {}, [["paypal.escalate", "2026-03-26T04:00:00Z"]]],
    ["PayPal's ten", { venue: "paypal", state: "escalated" }, {}, [["paypal.claim_answer", "2026-03-16T04:00:00Z"]]],
    ["Visa's thirty", { venue: "visa", state: "escalated" }, {}, [["visa.chargeback_answer", "2026-04-05T04:00:00Z"]]],
    [
      "Mastercard's forty-five",
      { venue: "mastercard", state: "escalated" },
      {},
      [["mastercard.chargeback_answer", "2026-04-20T04:00:00Z"]],
    ],
    [
      "the date that the venue named",
      { venue: "visa", state: "escalated", dueAt: "2026-03-14T00:00:00Z" },
      {},
      [["visa.chargeback_answer", "2026-03-14T00:00:00Z"]],
    ],
    ["nothing once it is closed", { state: "closed" }, {}, []],
  ])("know %s", (_what, dispute, more, expected) => {
    expect(dates(dispute, more)).toEqual(expected);
  });

  it("skip listed holidays, and take the earliest calendar where none is known", () => {
    const holidays = { packs: { "public-holidays": { US: ["2026-03-09"] } } };
    expect(disputeDeadlines(disputed({}), holidays).deadlines[0]?.on).toBe("2026-03-11");
    const anywhere = disputeDeadlines(disputed({}, { customer: null, order: { total: usd("60.00"), shipTo: "US" } }));
    expect(anywhere.missing).toEqual(["customer.zone", "packs.public-holidays.US"]);
    // An hour and three quarters before the day ends eight hours ahead: a zone between whole hours, and daylight saving.
    expect(anywhere.deadlines[0]?.at).toBe("2026-03-10T14:15:00Z");
  });

  it("name the start that nobody knows, the site, the reason and the venue", () => {
    expect(disputeDeadlines(disputed({ venue: "paypal", history: [] }))).toMatchObject({
      deadlines: [],
      missing: ["dispute.history.requested"],
    });
    const unsaid = disputeDeadlines(disputed({ venue: "shopee" }, { order: null }));
    expect(unsaid).toMatchObject({ deadlines: [], missing: ["dispute.country"] });
    expect(disputeDeadlines(disputed({ venue: null })).missing).toContain("dispute.venue");
    expect(disputeDeadlines(disputed({ reason: null })).missing).toContain("dispute.reason");
    const foreign = disputeDeadlines(disputed({ venue: "tiktok", country: "US", amount: { amount: "90.00", currency: "EUR" } }));
    expect(foreign.deadlines.map(({ fact }) => fact)).toEqual(["tiktok.us.review", "tiktok.us.review_above"]);
    expect(foreign.missing).toEqual(["dispute.amount in USD", "packs.public-holidays.US"]);
  });

  it("without a dispute, tell from when and until when there may be one", () => {
    const open = disputeDeadlines({
      now: "2026-03-06T09:00:00Z",
      ticket: { channel: "email", marketplace: "aliexpress", createdAt: at },
      customer: { zone: "Europe/Madrid" },
      order: { placedAt: "2026-02-20T00:00:00Z", paymentMethod: "PayPal", shipTo: "ES" },
      shipment: { shippedAt: "2026-02-21T00:00:00Z" },
      claim: { issueType: "logistics_not_received" },
    });
    expect(open.deadlines.map(({ kind, nature, state }) => [kind, nature, state])).toEqual([
      ["aliexpress_dispute_opens", "opens", "passed"],
      ["paypal_dispute_closes", "closes", "ahead"],
    ]);
    expect(open.missing).toEqual(["order.completedAt"]);
  });

  it("go by a host's rules, by their dates", () => {
    const fact = {
      id: "ebay.item_not_received_answer",
      value: {
        kind: "deadline",
        because: "Five.",
        venues: ["ebay"],
        duty: "answer",
        owedBy: "seller",
        states: ["requested"],
        from: ["dispute.requested"],
        within: { days: 5 },
      },
      source: "eBay's letter to us",
      confidence: "A",
      verifiedAt: "2026-11-21",
      effectiveFrom: "2026-03-05",
    };
    const packs = { "marketplace/disputes": { pack: "ours", version: "1.0.0", facts: [fact] } };
    expect(disputeDeadlines(disputed({}), { packs }).deadlines[0]).toMatchObject({
      on: "2026-03-10",
      source: "eBay's letter to us",
      onSilence: null,
    });
    const before = disputed({ history: [{ state: "requested", at: "2026-03-04T00:00:00Z" }] });
    // Before the host's rule, the standard one holds.
    expect(disputeDeadlines(before, { packs }).deadlines[0]).toMatchObject({ on: "2026-03-06", source: "ebay.com, help 4116" });
    const undated = disputed({ history: [] }, { ticket: { channel: "email" } });
    expect(disputeDeadlines(undated, { packs }).missing).toContain("ticket.createdAt");
    expect(nextDisputeStep(disputed({}), { packs }).ifNothing).toMatchObject({ outcome: "unknown", money: usd("60.00") });
    expect(() => disputeDeadlines(disputed({}), { packs: { "marketplace/disputes": { facts: [{ ...fact, value: 1 }] } } })).toThrow(
      /can't be read/,
    );
  });
});

describe("nextDisputeStep", () => {
  const delivered = { shipment: { trackingNumber: "1", deliveredAt: "2026-03-01T12:00:00Z", proof: "signature" as const } };
  it.each<[string, Partial<Dispute>, Partial<CaseFile>, string, string]>([
    ["refunds what is lost", {}, { shipment: { status: "lost" } }, "refund", "the parcel is lost"],
    ["answers with what it has", {}, delivered, "answer", "the evidence is complete"],
    ["answers with the tracking", {}, { shipment: { trackingNumber: "1" } }, "answer", "the parcel is under way"],
    ["answers with a solution", { reason: "not_as_described" }, {}, "answer", "listing, photo would be wanted"],
    ["waits for the buyer", { state: "answered" }, {}, "wait", "the seller has answered"],
    ["submits what is complete", { venue: "visa", state: "escalated" }, delivered, "submit_evidence", "everything"],
    ["gives the information", { venue: "amazon", state: "info_requested" }, delivered, "provide_information", "everything"],
    ["gathers what lacks", { venue: "visa", state: "escalated" }, {}, "gather_evidence", "proof_of_delivery, tracking lack;"],
    ["refunds before the venue does", { state: "escalated" }, { shipment: { status: "returned" } }, "refund", "the parcel is returned"],
    ["waits for the venue", { state: "evidence_submitted" }, {}, "wait", "the evidence is with the venue"],
    ["waits for the appeal", { state: "appealed" }, {}, "wait", "looks at the appeal"],
    ["answers pre-arbitration", { venue: "visa", state: "appealed" }, delivered, "submit_evidence", "everything"],
    ["appeals with what is new", { state: "lost", submitted: ["tracking"] }, delivered, "appeal", "proof_of_delivery is new"],
    ["accepts without anything new", { state: "lost", submitted: [] }, {}, "accept", "needs new information"],
    [
      "accepts late",
      { state: "lost", history: [{ state: "lost", at: "2026-01-01T00:00:00Z" }] },
      delivered,
      "accept",
      "the time to appeal is over",
    ],
    [
      "accepts a second loss",
      {
        state: "lost",
        history: [
          { state: "appealed", at },
          { state: "lost", at },
        ],
      },
      delivered,
      "accept",
      "the appeal is decided",
    ],
    ["rests when it won", { state: "won" }, {}, "wait", "for the seller"],
    ["ends", { state: "closed" }, {}, "none", "closed"],
  ])("%s", (_what, dispute, more, wanted, because) => {
    const { step: chosen, because: why } = step(dispute, more);
    expect([chosen, why]).toEqual([wanted, expect.stringContaining(because)]);
  });

  it("knows of no dispute", () => {
    expect(nextDisputeStep({ now: at, claim: {} })).toMatchObject({
      state: "none",
      venue: null,
      reason: null,
      step: "none",
      ifNothing: { outcome: "nothing" },
    });
  });

  it("says what silence costs, and that it is late", () => {
    expect(step({ venue: "amazon", state: "info_requested" }).ifNothing).toEqual({
      money: usd("60.00"),
      outcome: "buyer_wins",
      because: "Amazon grants the claim and debits the seller; it counts as an order defect",
      source: "sellercentral.amazon.com, help 27951",
    });
    expect(step({ venue: "paypal" }).ifNothing).toMatchObject({ outcome: "closes", money: null });
    const late = step({ venue: "amazon", state: "info_requested", history: [{ state: "info_requested", at: "2026-03-01T00:00:00Z" }] });
    expect(late).toMatchObject({ by: { state: "overdue" }, because: expect.stringContaining("the date has passed, so at once") });
    expect(step({ state: "escalated" }).ifNothing).toMatchObject({ outcome: "unknown", money: usd("60.00") });
    expect(step({ state: "won" }).ifNothing).toMatchObject({ outcome: "nothing", money: null });
    expect(step({ state: "lost" }).missing).toEqual(["dispute.submitted"]);
  });

  it("wants a signature on eBay from 750 dollars", () => {
    const wanted = (amount: { amount: string; currency: string } | null) =>
      step(
        { amount, evidence: ["correspondence"] },
        { order: null, claim: { photos: 1 }, returnRequest: { refundedAt: at }, ...delivered },
      );
    const documents = (amount: { amount: string; currency: string } | null) =>
      wanted(amount).checklist.map(({ document, have }) => [document, have]);
    expect(documents(usd("749.99"))).not.toContainEqual(["signature", true]);
    expect(documents(usd("750.00"))).toContainEqual(["signature", true]);
    expect(documents({ amount: "9000", currency: "JPY" })).not.toContainEqual(["signature", true]);
    expect(wanted(null).missing).toContain("dispute.amount");
  });
});

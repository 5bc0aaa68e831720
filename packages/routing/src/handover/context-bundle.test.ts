import { describe, expect, it } from "vitest";
import { ordinary } from "../testing/sample-case.js";
import { contextBundle } from "./context-bundle.js";

const now = Date.UTC(2026, 2, 3, 15);

describe("contextBundle", () => {
  it("holds what the receiver would have to ask for, and nothing that isn't known", () => {
    const bundle = contextBundle(
      {
        ticket: { channel: "email", attachments: [{}] },
        customer: { id: "U-1", name: "", email: "maria@example.com", country: "US", vip: false, since: null },
        order: { id: "O-1", total: { amount: "10.00", currency: "USD" }, items: [{ sku: "S", quantity: 1 }, {}] },
        shipment: {
          shippedAt: "2026-02-21T15:00:00Z",
          events: [
            { at: "2026-02-22T10:00:00Z", status: "in_transit" },
            { at: "2026-02-25T10:00:00Z", status: "customs", reason: "inspection" },
          ],
        },
        classification: {
          ...ordinary,
          signals: ["deadline_named"],
          extracted: { ...ordinary.extracted, days: 10 },
          evidence: [{ label: "logistics_delay", phrase: "10 days", start: 0, end: 7 }],
        },
        risk: {
          score: 60,
          band: "high",
          evidence: ["photo"],
          humanReview: true,
          churn: false,
          policies: [],
          rules: [],
          missing: [],
          reasons: [
            {
              code: "many_claims",
              points: 16,
              observed: {},
              agent: "Three of ten orders were claimed.",
              customer: "We noticed several claims.",
            },
          ],
        },
        history: {
          contacts: [{ at: "2026-02-28T10:00:00Z", channel: "live_chat", summary: "asked for tracking" }],
          repliesSent: [{ template: "delay_v1" }],
          noticesSent: [],
        },
        payouts: [{ remedy: "coupon", at: "2026-03-01T10:00:00Z", amount: { amount: "5.00", currency: "USD" } }],
        bot: { failed: true },
      },
      now,
    );
    expect(bundle).toEqual({
      customer: { id: "U-1", country: "US", vip: false },
      order: { id: "O-1", total: { amount: "10.00", currency: "USD" }, items: [{ sku: "S", quantity: 1 }] },
      shipment: {
        shippedAt: "2026-02-21T15:00:00Z",
        daysInTransit: 10,
        lastEvent: { at: "2026-02-25T10:00:00Z", status: "customs", reason: "inspection" },
      },
      classification: {
        stage: "after_sales",
        issueType: "logistics_delay",
        sentiment: "neutral",
        intensity: 0.2,
        urgency: "normal",
        complexity: "medium",
        isComplaint: false,

        signals: ["deadline_named"],
        extracted: { days: 10 },
      },
      evidence: [{ label: "logistics_delay", phrase: "10 days" }],
      risk: {
        band: "high",
        score: 60,
        humanReview: true,
        churn: false,
        askFor: ["photo"],
        reasons: [{ code: "many_claims", agent: "Three of ten orders were claimed." }],
      },
      attachments: 1,
      contacts: [{ at: "2026-02-28T10:00:00Z", channel: "live_chat", summary: "asked for tracking" }],
      repliesSent: [{ template: "delay_v1" }],
      payouts: [{ at: "2026-03-01T10:00:00Z", remedy: "coupon", amount: { amount: "5.00", currency: "USD" } }],
      bot: { failed: true },
    });
    expect(Object.keys(bundle).slice(0, 3)).toEqual(["customer", "order", "shipment"]);
  });

  it("is empty where nothing is known", () => {
    expect(contextBundle({ ticket: { channel: "email" }, risk: { undecided: true, missing: [] } }, now)).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { nextDisputeStep } from "./next-dispute-step.js";
import { at } from "./testing/sample-dispute.js";

describe("a case without a dispute", () => {
  const before = (more: Partial<CaseFile>): CaseFile => ({
    now: "2026-03-06T09:00:00Z",
    ticket: { channel: "email", createdAt: at },
    customer: { zone: "UTC" },
    order: { shipTo: "US" },
    ...more,
  });
  it.each([
    ["PayPal", "paypal"],
    ["paypal express", "paypal"],
    ["Visa •••• 4242", "visa"],
    ["MasterCard", "mastercard"],
    ["AMEX", "amex"],
    ["my visa", null],
    ["", null],
  ])("paid with %s may go to %s", (paymentMethod, expected) => {
    expect(nextDisputeStep(before({ order: { paymentMethod } }))).toMatchObject({
      venue: expected,
      state: "none",
      step: "none",
      because: "no dispute is open",
    });
  });

  it("may go to the marketplace before the payment service", () => {
    const both = nextDisputeStep(before({ ticket: { channel: "email", marketplace: "ebay" }, order: { paymentMethod: "PayPal" } }));
    expect(both.venue).toBe("ebay");
    expect(nextDisputeStep(before({ order: null }))).toMatchObject({ venue: null, reason: null, deadlines: [], checklist: [] });
  });

  it.each<[NonNullable<CaseFile["claim"]>["issueType"], string | null]>([
    ["logistics_delay", "not_received"],
    ["logistics_damaged", "not_as_described"],
    ["refund_status", "return_not_refunded"],
    ["payment_failure", null],
  ])("of %s would be about %s", (issueType, reason) => {
    expect(nextDisputeStep(before({ claim: { issueType } })).reason).toBe(reason);
  });
});

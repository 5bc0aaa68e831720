import { describe, expect, it } from "vitest";
import { remediesStage } from "./remedies-stage.js";
import { delayed } from "./testing/delayed-parcel.js";
import { usd } from "./testing/sample-choices.js";
import { now, offer } from "./testing/sample-offer.js";

describe("deadlines", () => {
  it("follow from the case, earliest first, by the customer's local days", () => {
    const { deadlines } = offer({
      ticket: { channel: "email", marketplace: "amazon", createdAt: "2026-03-03T14:00:00Z" },
      customer: { zone: "Europe/Berlin" },
      order: { id: "O-1", total: usd("60.00"), shipTo: "DE", placedAt: "2026-02-01T00:00:00Z" },
      shipment: { deliveredAt: "2026-02-28T23:30:00Z" },
      claim: { issueType: "quality_defect" },
    });
    expect(deadlines.map(({ kind, at }) => [kind, at])).toEqual([
      ["amazon_a_to_z_opens", "2026-03-05T14:00:00Z"],
      ["eu_withdrawal", "2026-03-16T23:00:00Z"],
      ["eu_legal_guarantee", "2028-03-01T23:00:00Z"],
    ]);
    expect(deadlines[1]).toMatchObject({
      source: "europa.eu, Your Europe: guarantees and returns",
      because: expect.stringContaining("14 days"),
    });
  });
  it("count business days without weekends, and the end of a month as its last day", () => {
    expect(
      offer({
        ticket: { channel: "email", marketplace: "ebay", createdAt: "2026-03-05T14:00:00Z" },
        order: { id: "O-1", placedAt: "2026-01-01T00:00:00Z" },
        claim: { issueType: "logistics_not_received" },
      }).deadlines,
    ).toMatchObject([{ at: "2026-03-10T13:15:00Z" }]);
    const late = offer(
      { customer: { country: "DE" }, order: { id: "O-1", placedAt: "2026-02-01T00:00:00Z" }, claim: { issueType: "logistics_delay" } },
      [
        ...remediesStage.policies,
        {
          policy: "shop/dates",
          version: "1.0.0",
          stage: "remedies",
          decision: "deadlines",
          decide: "all",
          rules: [
            {
              name: "promise",
              conditions: { all: [{ fact: "claim.issue", operator: "equal", value: "logistics_delay" }] },
              event: { type: "deadline", params: { kind: "promise", from: "shipment.promisedAt", within: { days: 1 } } },
            },
          ],
        },
      ],
    );
    expect(late.deadlines.map(({ kind }) => kind)).toEqual(["eu_deliver_by"]);
    expect(late.missing).toContain("shipment.promisedAt");
    const months = offer({
      ...delayed,
      shipment: { carrier: "china post", shippedAt: "2025-10-31T00:00:00Z", events: [{ at: now, status: "lost" }] },
    });
    expect(months.carrierClaim?.fileBy).toBe("2026-03-01T00:00:00Z");
  });
});

import type { CaseFile } from "@amends/core/model";
import { usd } from "./sample-choices.js";

/** The worked example: a parcel of 45 days, stuck at customs. */
export const delayed: Partial<CaseFile> = {
  customer: { country: "US", orders: 6, complaints: 0, vip: false },
  order: { id: "O-1001", total: usd("89.90"), placedAt: "2026-01-15T10:00:00Z", shipTo: "US", paymentMethod: "card" },
  shipment: {
    carrier: "yunexpress",
    shippedAt: "2026-01-17T10:00:00Z",
    laneAverageDays: 12,
    events: [{ at: "2026-01-28T02:00:00Z", status: "customs", reason: "inspection" }],
  },
  claim: { issueType: "logistics_delay", amount: usd("89.90") },
};

import type { CaseFile } from "@amends/core/model";
import { assessCarrierClaim } from "../assess-carrier-claim.js";

export const now = "2026-02-02T09:00:00Z";

/** A case of a parcel that didn't come, shipped on 17 January 2026, with what is told of its shipment. */
export function parcel(shipment: CaseFile["shipment"], more: Partial<CaseFile> = {}): CaseFile {
  return {
    now,
    claim: { issueType: "logistics_not_received" },
    order: { total: { amount: "89.90", currency: "USD" } },
    shipment: { shippedAt: "2026-01-17T10:00:00Z", ...shipment },
    ...more,
  };
}

/** What the carrier owes for a parcel that is lost. */
export const lost = (shipment: CaseFile["shipment"], more: Partial<CaseFile> = {}) =>
  assessCarrierClaim(parcel(shipment, more), { reason: "lost" });

/** What the carrier owes for a parcel that came broken. */
export const damaged = (shipment: CaseFile["shipment"], more: Partial<CaseFile> = {}) =>
  assessCarrierClaim(parcel(shipment, more), { reason: "damaged" });

export const air = { carrier: "somebody", lane: "CN-US", mode: "air", weightGrams: 1500 } as const;

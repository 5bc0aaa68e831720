import type { CaseFile } from "@amends/core/model";
import { returnEligibility } from "../return-eligibility.js";
import { country } from "./own-law.js";

/** A case of that country, whose parcel was delivered on 5 March 2026. */
export function caseOf(change: Partial<CaseFile> = {}): CaseFile {
  return {
    now: "2026-03-10T12:00:00Z",
    ticket: { channel: "email", marketplace: "own_store", createdAt: "2026-03-08T12:00:00Z" },
    customer: { zone: "UTC" },
    ...change,
    order: change.order === null ? null : { placedAt: "2026-03-01T10:00:00Z", shipTo: country, ...change.order },
    shipment: change.shipment === null ? null : { deliveredAt: "2026-03-05T12:00:00Z", ...change.shipment },
  };
}

/** Whether the goods of such a case may go back, by these packs. */
export const judge = (change: Partial<CaseFile>, packs: Record<string, unknown>) => returnEligibility(caseOf(change), { packs });

/** A change of mind that the buyer told on 8 March 2026. */
export const asked = (returnRequest: NonNullable<CaseFile["returnRequest"]> = {}): Partial<CaseFile> => ({
  returnRequest: { reason: "change_of_mind", requestedAt: "2026-03-08T12:00:00Z", ...returnRequest },
});

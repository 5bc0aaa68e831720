import type { CaseFile, Dispute } from "@amends/core/model";
import { venue } from "./own-venue.js";

/** An amount in the currency of the venue's limits. */
export const usd = (amount: string) => ({ amount, currency: "USD" });

/** When the sample dispute began. */
export const at = "2026-03-05T15:00:00Z";

/** A case that is disputed at that venue since 5 March 2026. */
export function disputed(dispute: Partial<Dispute> = {}, more: Partial<CaseFile> = {}): CaseFile {
  const { state = "requested" } = dispute;
  return {
    now: "2026-03-06T09:00:00Z",
    ticket: { channel: "marketplace_message", createdAt: at },
    customer: { zone: "UTC" },
    order: { total: usd("60.00"), shipTo: "US" },
    dispute: { venue, reason: "duplicate", state, history: [{ state: state ?? "requested", at }], ...dispute },
    ...more,
  };
}

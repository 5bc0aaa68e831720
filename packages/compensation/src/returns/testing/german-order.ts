import type { CaseFile } from "@amends/core/model";
import { returnEligibility } from "../return-eligibility.js";

/** Holidays are listed, and there are none: periods end as their days do. */
export const noHolidays = { "public-holidays": { DE: [], FR: [], ES: [] } };

/** An order of Germany, delivered on Friday 2026-03-06, asked about at an instant. */
function caseOf(asked: string, change: Partial<CaseFile> = {}): CaseFile {
  return {
    now: "2026-12-01T00:00:00Z",
    ticket: { channel: "email", marketplace: "own_store", createdAt: asked },
    ...change,
    order: { placedAt: "2026-03-01T10:00:00Z", shipTo: "DE", withdrawalInformed: true, ...change.order },
    shipment: { deliveredAt: "2026-03-06T12:00:00Z", ...change.shipment },
    returnRequest: { reason: "change_of_mind", requestedAt: asked, ...change.returnRequest },
  };
}

/** Whether that order may be returned, asked at an instant. */
export const judge = (asked: string, change: Partial<CaseFile> = {}, packs: Record<string, unknown> = noHolidays) =>
  returnEligibility(caseOf(asked, change), { packs });

/** Only the status, the fact and the last day, so that laws can stand in a table. */
export const short = (asked: string, change: Partial<CaseFile> = {}, packs: Record<string, unknown> = noHolidays) => {
  const { status, by } = judge(asked, change, packs);
  return [status, by?.fact ?? null, by?.until ?? null];
};

/** The same order, in another country. */
export const at = (country: string, more: object = {}) => ({ order: { shipTo: country, ...more } });

import { calculateDuty } from "../calculate-duty.js";
import type { ImportRequest } from "../import-request.js";
import { usd } from "./dollars-and-euros.js";
import { charge, country, noTax, packs } from "./invented-country.js";

/** A parcel of one shirt into the invented country, worth 100.00 USD. */
export const parcel = (more: Partial<ImportRequest> = {}): ImportRequest => ({
  destination: country,
  importedAt: "2026-03-03T12:00:00Z",
  goods: [{ sku: "A", hsCode: "6109.10", price: usd("100.00") }],
  customs: { handling: usd("0.00"), freight: usd("10.00"), terms: "dap" },
  ...more,
});

/** What is owed where duty is all that is charged. */
export const dutyOf = (pays: object, more: Partial<ImportRequest> = {}, tariffs: object[] = []) =>
  calculateDuty(parcel(more), packs([charge("import_duty", [{ pays }]), noTax], tariffs));

/** What customs know of the parcel, with what a test changes. */
export const customs = (more: object) => ({ customs: { ...parcel().customs, ...more } });

import type { CaseFile } from "@amends/core/model";

/** The clock of the open case. */
export const now = "2026-03-06T09:00:00Z";

/** A German buyer's e-mail of the day before, of which nothing else is known. */
export const base: CaseFile = {
  now,
  ticket: { channel: "email", createdAt: "2026-03-05T15:00:00Z" },
  customer: { country: "DE", zone: "UTC" },
};

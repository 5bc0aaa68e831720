import { requireObject } from "../errors/require-argument.js";
import type { CaseFile } from "../model/case-file.js";
import { formatInstant } from "../time/format-instant.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { readInstant } from "../time/parse-instant.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { localDateOf } from "../time/zoned-time.js";

/** What a case is filed under; null where the case doesn't say. */
export interface ArchiveKeys {
  readonly customer: string | null;
  readonly order: string | null;
  /** The date in UTC, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The month in UTC, `YYYY-MM`. */
  readonly month: string | null;
  /** The date on the customer's calendar; null where the customer's zone isn't known. */
  readonly customerDate: string | null;
  readonly customerMonth: string | null;
  readonly language: string | null;
  readonly issueType: string | null;
}

const monthOf = (date: string | null): string | null => date?.slice(0, 7) ?? null;

/**
 * The keys to file a case under: customer, order, date and month (in UTC and where the customer lives), language and issue type.
 * Storing it is the host's. The date is that of the ticket, else that of the event.
 *
 * @example
 * import { archiveKeys } from "@amends/core/intake";
 * const caseFile = { ticket: { channel: "email", createdAt: "2026-03-31T23:30:00Z" }, customer: { zone: "Asia/Tokyo" } } as const;
 * archiveKeys(caseFile).month; // => "2026-03"
 * archiveKeys(caseFile).customerMonth; // => "2026-04"
 */
export function archiveKeys(caseFile: CaseFile, options: { readonly zones?: ZoneProvider } = {}): ArchiveKeys {
  requireObject(caseFile, "caseFile");
  requireObject(options, "options");
  const at = readInstant(caseFile.ticket?.createdAt) ?? readInstant(caseFile.event?.at);
  const zones = options.zones ?? intlZoneProvider;
  const zone = caseFile.customer?.zone || undefined;
  const date = at === undefined ? null : formatInstant(at).slice(0, 10);
  const customerDate = at === undefined || zone === undefined || !zones.has(zone) ? null : localDateOf(at, zone, zones);
  return {
    customer: caseFile.customer?.id || null,
    order: caseFile.order?.id || null,
    date,
    month: monthOf(date),
    customerDate,
    customerMonth: monthOf(customerDate),
    language: caseFile.ticket?.language || caseFile.language?.code || caseFile.customer?.language || null,
    issueType: caseFile.classification?.issueType ?? caseFile.claim?.issueType ?? null,
  };
}

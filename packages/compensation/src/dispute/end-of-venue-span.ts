import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { zoneOfCountry, type Instant } from "@amends/core/time";
import { endOfSpan, type SpanEnd } from "../deadlines/end-of-span.js";
import { publicHolidays } from "../deadlines/public-holidays.js";
import type { Span } from "../deadlines/span.js";
import { buyerClocks } from "../returns/buyer-clock.js";

/** When a period of a venue is over, and the zone it was counted in; null where nobody knows it. */
export interface VenueSpanEnd extends SpanEnd {
  readonly zone: string | null;
  /** The holidays that nobody listed, where business days are counted. */
  readonly missing: readonly string[];
}

/**
 * When a period that a venue gives is over: in the zone of the site's country where the rule is about one, else of the dispute's
 * country, else in the buyer's; business days without the holidays of that country.
 */
export function endOfVenueSpan(
  start: Instant,
  span: Span,
  countries: readonly string[] | undefined,
  country: string | undefined,
  caseFile: CaseFile,
  context: Context,
): VenueSpanEnd {
  const site = countries?.length === 1 ? countries[0] : country;
  const siteZone = zoneOfCountry(site, context.zones);
  const { zone, clocks } = buyerClocks(siteZone === undefined ? caseFile : { ...caseFile, customer: { zone: siteZone } }, context.zones);
  const holidays = publicHolidays(context, site);
  const isUnlisted = "businessDays" in span && site !== undefined && holidays === undefined;
  return { ...endOfSpan(start, span, clocks, holidays), zone, missing: isUnlisted ? [`packs.public-holidays.${site}`] : [] };
}

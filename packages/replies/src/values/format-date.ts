import type { Instant, ZoneProvider } from "@amends/core/time";

/** A date as people of a locale write it, on the wall calendar of a zone. */
export function formatDate(at: Instant, locale: string, zone: string, zones: ZoneProvider): string {
  return inUtc(locale, { dateStyle: "long" }).format(wallClock(at, zone, zones));
}

/** A date and a time. A zone that isn't the customer's own is named. */
export function formatDateTime(at: Instant, locale: string, zone: string | undefined, zones: ZoneProvider): string {
  const text = inUtc(locale, { dateStyle: "long", timeStyle: "short" }).format(wallClock(at, zone ?? "UTC", zones));
  return zone === undefined ? `${text} (UTC)` : text;
}

/** A short date and time, as a line of a table has it. */
export function formatMoment(at: Instant, locale: string, zone: string, zones: ZoneProvider): string {
  return inUtc(locale, { dateStyle: "medium", timeStyle: "short" }).format(wallClock(at, zone, zones));
}

// Zones come from the provider, so that the same zone data decides here and in deadlines.
const wallClock = (at: Instant, zone: string, zones: ZoneProvider) => at + zones.offsetAt(zone, at) * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function inUtc(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formatters.set(key, known);
  return known;
}

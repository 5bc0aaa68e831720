import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Instant, ZoneProvider } from "@amends/core/time";

/** A date as people of a locale write it, on the wall calendar of a zone. */
export function formatDate(at: Instant, pack: CompiledPack, zone: string, zones: ZoneProvider): string {
  return written(pack, dateOptions(pack, "long"), wallClock(at, zone, zones));
}

/** A date and a time. A zone that isn't the customer's own is named. */
export function formatDateTime(at: Instant, pack: CompiledPack, zone: string | undefined, zones: ZoneProvider): string {
  const clock = wallClock(at, zone ?? "UTC", zones);
  const text = joined(pack, pack.pack.dates?.dateTime, clock, "long");
  return zone === undefined ? `${text} (UTC)` : text;
}

/** A short date and time, as a line of a table has it. */
export function formatMoment(at: Instant, pack: CompiledPack, zone: string, zones: ZoneProvider): string {
  return joined(pack, pack.pack.dates?.moment, wallClock(at, zone, zones), "medium");
}

function joined(pack: CompiledPack, pattern: string | undefined, clock: number, dateStyle: "long" | "medium"): string {
  if (pattern === undefined) return written(pack, { dateStyle, timeStyle: "short" }, clock);
  const date = written(pack, dateOptions(pack, dateStyle), clock);
  const rendered = pack.render(pattern, { date, time: written(pack, { timeStyle: "short" }, clock) });
  return "text" in rendered ? rendered.text : date;
}

function dateOptions({ pack }: CompiledPack, dateStyle: "long" | "medium"): Intl.DateTimeFormatOptions {
  return pack.dates?.style === "numeric" ? { day: "numeric", month: "numeric", year: "numeric" } : { dateStyle };
}

// Zones come from the provider, so that the same zone data decides here and in deadlines.
const wallClock = (at: Instant, zone: string, zones: ZoneProvider) => at + zones.offsetAt(zone, at) * 1000;

// Runtimes differ in the kind of space before "p. m.", and customers' mail programs in what they make of the rarer kinds.
function written({ locale }: CompiledPack, options: Intl.DateTimeFormatOptions, clock: number): string {
  return inUtc(locale, options)
    .format(clock)
    .replace(/[\u00a0\u2009\u202f]/g, " ");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function inUtc(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formatters.set(key, known);
  return known;
}

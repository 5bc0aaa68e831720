import { AdapterError } from "@amends/core/errors";
import {
  addDays,
  intlZoneProvider,
  localDateOf,
  localTimeOf,
  type HolidayDates,
  type LocalDate,
  type ZoneProvider,
} from "@amends/core/time";
import ICAL from "ical.js";
import * as z from "zod";
import { callable, checkOptions } from "../../options/parse-options.js";
import { HolidayCollector, type PartDays } from "../holiday-collector.js";
import { checkRangeOrder, rangeShape, type HolidayRange } from "../holiday-range.js";
import {
  dateOnClock,
  daysTouched,
  readCalendarEvent,
  stretchOf,
  type CalendarEvent,
  type Component,
  type WallTime,
} from "./read-calendar-event.js";
import { readDateRule } from "./read-date-rule.js";
import { recurringDates, type DayBudget } from "./recurring-dates.js";

export interface HolidayCalendarOptions extends HolidayRange {
  /** The zone of the calendar that the dates are for: events with times are shown on its clock. Without it they are left out. */
  readonly zone?: string;
  /** Default: the runtime's zone data. */
  readonly zones?: ZoneProvider;
  /** Which events close; feeds often hold days that are observed and worked. Default: all that aren't cancelled. */
  readonly closes?: (event: Pick<CalendarEvent, "summary" | "description" | "categories">) => boolean;
  /** Events that close part of a date: left out, or breaks of that part. Default: left out. */
  readonly partDays?: PartDays;
  /** What to call the source. Default: `"icalendar"`. */
  readonly source?: string;
}

const adapter = "icalendar";
const longestText = 5_000_000;
const mostEvents = 20_000;
const shape = z
  .strictObject({
    ...rangeShape,
    zone: z.string().min(1).optional(),
    zones: z.custom<ZoneProvider>((value) => typeof value === "object" && value !== null, { error: "expected a zone provider" }).optional(),
    closes: callable.optional(),
    partDays: z.enum(["leave_out", "break"]).optional(),
    source: z.string().min(1).optional(),
  })
  .check(checkRangeOrder);

/**
 * The holidays of an iCalendar file (RFC 5545) as plain dates: all-day events of one or more days, events that recur by day, week, month
 * or year with their exceptions, and events with times where they cover whole dates. Whether an event blocks time (`TRANSP`) doesn't
 * matter: holiday feeds say it doesn't. What isn't understood is left out and listed with the reason, never guessed.
 *
 * @throws {AmendsError} `invalid_options`.
 * @throws {AdapterError} `malformed` for a text that is no iCalendar file, is cut off, or is larger than any holiday calendar.
 * @example
 * import { parseHolidayCalendar } from "@amends/adapters/holidays/icalendar";
 * const event = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas", "END:VEVENT"];
 * const text = ["BEGIN:VCALENDAR", ...event, "END:VCALENDAR"].join("\r\n");
 * parseHolidayCalendar(text, { from: "2026-01-01", to: "2026-12-31" }).holidays; // => [{ date: "2026-12-25", name: "Christmas" }]
 */
export function parseHolidayCalendar(text: string, options: HolidayCalendarOptions): HolidayDates {
  checkOptions(adapter, shape, options);
  const zones = options.zones ?? intlZoneProvider;
  if (options.zone !== undefined && !zones.has(options.zone)) throw new RangeError(`Unknown time zone ${JSON.stringify(options.zone)}.`);
  const collector = new HolidayCollector(options.source ?? adapter, options, options.partDays);
  const calendars = parse(text);
  const budget: DayBudget = { days: 1_000_000 };
  for (const [, , components] of calendars) {
    const named = namedZones(components);
    const events = components.filter(([name]) => name === "vevent");
    if (events.length > mostEvents) throw malformed(`it has more than ${mostEvents} events`);
    const zoneNames = (name: string): string | undefined =>
      [name, ...placesIn(name), named.get(name)].find((zone) => zone !== undefined && zones.has(zone));
    const read = events.map((event) => readCalendarEvent(event, zoneNames));
    const replaced = new Map<string, WallTime[]>();
    for (const event of read) {
      if (!("reason" in event) && event.replaces !== undefined)
        replaced.set(event.uid, [...(replaced.get(event.uid) ?? []), event.replaces]);
    }
    for (const event of read) {
      if ("reason" in event) collector.leaveOut(event.date ?? options.from, event.summary, event.reason);
      else gather(event, { options, zones, collector, replaced, budget });
    }
  }
  return collector.dates();
}

interface Gathering {
  readonly options: HolidayCalendarOptions;
  readonly zones: ZoneProvider;
  readonly collector: HolidayCollector;
  /** The occurrences that events of their own stand in for, by UID. */
  readonly replaced: ReadonlyMap<string, readonly WallTime[]>;
  readonly budget: DayBudget;
}

function gather(event: CalendarEvent, { options, zones, collector, replaced, budget }: Gathering): void {
  const { summary, start } = event;
  // An occurrence that starts outside the range may reach into it, or lie in it on another clock.
  const range = { from: addDays(options.from, -daysTouched(event) - 1), to: addDays(options.to, 1) };
  const rule = event.rule === undefined ? undefined : readDateRule(event.rule);
  const reason = whyNot(event, options) ?? (typeof rule === "string" ? rule : undefined);
  if (reason !== undefined || typeof rule === "string") return collector.leaveOut(max(start.date, options.from), summary, reason ?? "");
  const recurring = rule === undefined ? [start.date] : recurringDates(rule, start.date, range, budget);
  if (recurring === undefined) throw malformed("its events recur more often than any holiday");
  const elsewhere = event.replaces === undefined ? (replaced.get(event.uid) ?? []) : [];
  const excluded = new Set([...event.excluded, ...elsewhere].map((time) => dateOnClock(time, start.zone, zones)));
  const added = event.added.map((time) => dateOnClock(time, start.zone, zones));
  for (const date of [...recurring, ...added]) {
    if (date < range.from || date > range.to || excluded.has(date)) continue;
    const { zone } = options;
    const show = (at: number): { date: LocalDate; time: string } => ({
      date: localDateOf(at, zone ?? "UTC", zones),
      time: localTimeOf(at, zone ?? "UTC", zones),
    });
    collector.addStretch(stretchOf(event, date, show, zones), summary);
  }
}

function whyNot({ status, start, summary, description, categories }: CalendarEvent, options: HolidayCalendarOptions): string | undefined {
  if (status === "CANCELLED") return "it is cancelled";
  if (options.closes?.({ summary, description, categories }) === false) return "it doesn't close";
  if (start.zone !== undefined && options.zone === undefined)
    return "it has times of a time zone; give the zone of your calendar to take it";
  return undefined;
}

function parse(text: string): Component[] {
  if (typeof text !== "string" || text.length > longestText) throw malformed(`it is no text of at most ${longestText} characters`);
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw malformed("it is no iCalendar file, or it is cut off");
  }
  const components = (Array.isArray(parsed) && typeof parsed[0] === "string" ? [parsed] : parsed) as Component[];
  const calendars = components.filter(([name]) => name === "vcalendar");
  if (calendars.length === 0) throw malformed("it holds no calendar");
  return calendars;
}

/** The zones that a file describes and that say which place they are of. */
function namedZones(components: readonly Component[]): Map<string, string> {
  const zones = components.filter(([name]) => name === "vtimezone");
  return new Map(
    zones.flatMap(([, properties]) => {
      const [id, place] = ["tzid", "x-lic-location"].map((name) => properties.find(([own]) => own === name)?.[3]);
      return typeof id === "string" && typeof place === "string" ? [[id, place] as const] : [];
    }),
  );
}

/** "/freeassociation.sourceforge.net/Europe/Berlin" names Europe/Berlin. */
function placesIn(name: string): string[] {
  const parts = name.split("/");
  return name.startsWith("/") ? [3, 2].map((count) => parts.slice(-count).join("/")) : [];
}

const max = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

const malformed = (message: string): AdapterError => new AdapterError({ adapter, reason: "malformed", message });

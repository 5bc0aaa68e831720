import {
  addDays,
  daysBetween,
  instantOf,
  isLocalDate,
  localDateOf,
  readDuration,
  type LocalDate,
  type ZoneProvider,
} from "@amends/core/time";
import type { WallStretch } from "../holiday-collector.js";

/** A component as the parser gives it (jCal, RFC 7265). */
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]];
type Property = readonly [name: string, parameters: Readonly<Record<string, unknown>>, type: string, ...values: readonly unknown[]];

/** A date or a time of a wall clock, and the zone of that clock: undefined where the event means any clock. */
export interface WallTime {
  readonly date: LocalDate;
  /** `HH:MM:SS`; undefined for a whole date. */
  readonly time: string | undefined;
  readonly zone: string | undefined;
}

export interface CalendarEvent {
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly status: string;
  readonly uid: string;
  readonly start: WallTime;
  /** Whole days, or seconds of the clock, or an end on a clock. */
  readonly length: { readonly days: number } | { readonly seconds: number } | { readonly end: WallTime };
  readonly rule: unknown;
  readonly added: readonly WallTime[];
  readonly excluded: readonly WallTime[];
  /** The occurrence that this event stands in for. */
  readonly replaces: WallTime | undefined;
}

/** What is said of an event that can't be understood, and when it would have been, where that much is told. */
export interface UnreadEvent {
  readonly summary: string;
  readonly date: LocalDate | undefined;
  readonly reason: string;
}

const longestDays = 366;
const tooLong = "it lasts more than a year";

/** Finds the zone behind the name that a file gives it. */
export type ZoneNames = (name: string) => string | undefined;

/** The parts of a VEVENT that tell which dates it covers. */
export function readCalendarEvent([, properties]: Component, zoneNames: ZoneNames): CalendarEvent | UnreadEvent {
  const all = (name: string): Property[] => properties.filter(([own]) => own === name);
  const text = (name: string): string => {
    const value = all(name)[0]?.[3];
    return typeof value === "string" ? value : "";
  };
  const summary = text("summary").trim() || "unnamed";
  const [startProperty] = all("dtstart");
  const start = startProperty === undefined ? undefined : readTime(startProperty, startProperty[3], zoneNames);
  const unread = (reason: string): UnreadEvent => ({ summary, date: typeof start === "object" ? start.date : undefined, reason });
  if (start === undefined) return unread("it has no start");
  if (typeof start === "string") return unread(`its start ${start}`);
  const times = (name: string): (WallTime | string)[] =>
    all(name).flatMap((property) => property.slice(3).map((value) => readTime(property, value, zoneNames)));
  const [added, excluded, replaced] = [times("rdate"), times("exdate"), times("recurrence-id")];
  const bad = [...added, ...excluded, ...replaced].find((time) => typeof time === "string");
  if (bad !== undefined) return unread(`one of its dates ${bad}`);
  const length = readLength(start, all("dtend")[0], all("duration")[0], zoneNames);
  if (typeof length === "string") return unread(length);
  return {
    summary,
    description: text("description"),
    categories: all("categories").flatMap((property) => property.slice(3).map(String)),
    status: text("status").toUpperCase(),
    uid: text("uid"),
    start,
    length,
    rule: all("rrule").length > 1 ? "more than one" : all("rrule")[0]?.[3],
    added: added as WallTime[],
    excluded: excluded as WallTime[],
    replaces: replaced[0] as WallTime | undefined,
  };
}

function readLength(
  start: WallTime,
  endProperty: Property | undefined,
  duration: Property | undefined,
  zoneNames: ZoneNames,
): CalendarEvent["length"] | string {
  if (duration !== undefined) {
    const seconds = readDuration(String(duration[3]).replace(/^\+/, ""));
    if (seconds === undefined || seconds === 0) return "its duration can't be read";
    if (seconds > longestDays * 86_400) return tooLong;
    if (start.time !== undefined) return { seconds };
    return Number.isInteger(seconds / 86_400) ? { days: seconds / 86_400 } : "it starts with a date and lasts no whole days";
  }
  // RFC 5545: a date alone is one day, a time alone no time at all.
  if (endProperty === undefined) return start.time === undefined ? { days: 1 } : "it has no length";
  const end = readTime(endProperty, endProperty[3], zoneNames);
  if (typeof end === "string") return `its end ${end}`;
  if ((start.time === undefined) !== (end.time === undefined)) return "it has a date at one end and a time at the other";
  if (
    end.date < start.date ||
    (end.date === start.date && end.time !== undefined && end.zone === start.zone && end.time <= (start.time ?? ""))
  ) {
    return "it ends before it starts";
  }
  if ((start.zone === undefined) !== (end.zone === undefined)) return "only one of its ends has a time zone";
  if (daysBetween(start.date, end.date) > longestDays) return tooLong;
  // The end isn't part of the event; where it equals the start, the writer took it for the last day.
  return start.time === undefined ? { days: Math.max(1, daysBetween(start.date, end.date)) } : { end };
}

/** In words what is wrong where it can't be read. */
function readTime([, parameters]: Property, value: unknown, zoneNames: ZoneNames): WallTime | string {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z?)|T::)?$/.exec(String(Array.isArray(value) ? value[0] : value));
  const [, date, time, universal] = parts ?? [];
  if (!isLocalDate(date) || (time !== undefined && !/^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(time))) return "can't be read";
  const zoneName = parameters["tzid"];
  if (time === undefined || (universal === "" && zoneName === undefined)) return { date, time, zone: undefined };
  const zone = universal === "Z" ? "UTC" : zoneNames(String(zoneName));
  return zone === undefined ? `is in the time zone ${JSON.stringify(String(zoneName))}, which isn't known` : { date, time, zone };
}

/** The most local dates that an occurrence may touch after that of its start. */
export function daysTouched({ start, length }: Pick<CalendarEvent, "start" | "length">): number {
  if ("days" in length) return length.days;
  return 1 + ("end" in length ? daysBetween(start.date, length.end.date) : Math.ceil(length.seconds / 86_400));
}

/** The date of a time on the clock of another, where both have a clock of their own. */
export function dateOnClock({ date, time, zone }: WallTime, clock: string | undefined, zones: ZoneProvider): LocalDate {
  if (time === undefined || zone === undefined || clock === undefined || zone === clock) return date;
  return localDateOf(instantOf(date, time, zone, zones), clock, zones);
}

/** From when to when an occurrence lasts that starts on a date, on the wall clock that `show` reads. */
export function stretchOf(
  event: Pick<CalendarEvent, "start" | "length">,
  date: LocalDate,
  show: (at: number) => { readonly date: LocalDate; readonly time: string },
  zones: ZoneProvider,
): WallStretch {
  const { start, length } = event;
  if ("days" in length) return { from: date, fromTime: "00:00", to: addDays(date, length.days - 1), toTime: "24:00" };
  const end = "end" in length ? { ...length.end, date: addDays(length.end.date, daysBetween(start.date, date)) } : undefined;
  // A time without a zone is the same on every clock: it is counted as if in UTC, and shown as counted.
  const instant = (time: WallTime): number => instantOf(time.date, time.time ?? "00:00", time.zone ?? "UTC", zones);
  const from = instant({ ...start, date });
  const to = end === undefined ? from + ("seconds" in length ? length.seconds : 0) * 1000 : instant(end);
  const floating = start.zone === undefined;
  const [first, last] = [from, to].map((at) => (floating ? { date: isoOf(at).slice(0, 10), time: isoOf(at).slice(11, 16) } : show(at))) as [
    { readonly date: LocalDate; readonly time: string },
    { readonly date: LocalDate; readonly time: string },
  ];
  // Breaks are told to the minute: what closes within a minute closes all of it.
  return { from: first.date, fromTime: first.time.slice(0, 5), to: last.date, toTime: nextMinute(last.time) };
}

const isoOf = (at: number): string => new Date(at).toISOString();

function nextMinute(time: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const ends = hours * 60 + minutes + (seconds > 0 ? 1 : 0);
  return `${String(Math.floor(ends / 60)).padStart(2, "0")}:${String(ends % 60).padStart(2, "0")}`;
}

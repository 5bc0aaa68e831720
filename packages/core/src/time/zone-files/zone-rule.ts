import { epochDayOf, millisecondsPerDay, weekdayIndexOf } from "../epoch-day.js";
import type { Instant } from "../instant.js";
import { InvalidZoneFileError } from "./invalid-zone-file-error.js";

/** The day of a year on which clocks change, and the seconds after its midnight on the wall clock before the change. */
interface ChangeRule {
  readonly dayOf: (year: number) => number;
  readonly seconds: number;
}

/** Offsets in seconds for all time to come: one, or two that take turns. */
export interface ZoneRule {
  readonly standard: number;
  readonly summer?: { readonly offset: number; readonly from: ChangeRule; readonly until: ChangeRule };
}

const name = String.raw`(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)`;
const clock = String.raw`[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?`;
const day = String.raw`(?:M\d{1,2}\.[1-5]\.[0-6]|J\d{1,3}|\d{1,3})`;
const change = `${day}(?:/${clock})?`;
const pattern = new RegExp(`^${name}(${clock})(?:${name}(${clock})?,(${change}),(${change}))?$`);

/**
 * Reads the rule that closes a zone file: a `TZ` string of POSIX with the hours from -167 to 167 that version 3 of the format allows.
 * An empty one says nothing of the time to come.
 */
export function parseZoneRule(text: string): ZoneRule | undefined {
  if (text === "") return undefined;
  const [, standard, summer, from, until] = pattern.exec(text) ?? [];
  if (standard === undefined) throw badFooter(text, "isn't written as POSIX writes TZ");
  // POSIX counts west of Greenwich as positive.
  const offset = 0 - secondsOf(standard, 24, text);
  if (from === undefined || until === undefined) return { standard: offset };
  return {
    standard: offset,
    summer: {
      offset: summer === undefined ? offset + 3600 : 0 - secondsOf(summer, 24, text),
      from: changeOf(from, text),
      until: changeOf(until, text),
    },
  };
}

/** The offset by the rule at an instant, in seconds. */
export function offsetByRule({ standard, summer }: ZoneRule, at: Instant): number {
  if (summer === undefined) return standard;
  const year = new Date(at).getUTCFullYear();
  let latest = { at: -Infinity, offset: standard };
  for (const near of [year - 1, year, year + 1]) {
    // Where summer ends at the instant at which the next one starts, it goes on.
    for (const { rule, before, offset } of [
      { rule: summer.until, before: summer.offset, offset: standard },
      { rule: summer.from, before: standard, offset: summer.offset },
    ]) {
      const changes = rule.dayOf(near) * millisecondsPerDay + (rule.seconds - before) * 1000;
      if (changes <= at && changes >= latest.at) latest = { at: changes, offset };
    }
  }
  return latest.offset;
}

function changeOf(text: string, footer: string): ChangeRule {
  const [date = "", time] = text.split("/");
  const seconds = time === undefined ? 7200 : secondsOf(time, 167, footer);
  const numbers = date.replace(/^[MJ]/, "").split(".").map(Number) as [number, number, number];
  if (date.startsWith("M")) {
    const [month, week, weekday] = numbers;
    if (month < 1 || month > 12) throw badFooter(footer, `has no month ${month}`);
    return { dayOf: (year) => weekdayOfMonth(year, month, week, weekday), seconds };
  }
  const [count] = numbers;
  const counted = date.startsWith("J");
  if (count > 365 || (counted && count === 0)) throw badFooter(footer, `has no day ${date}`);
  // "J" counts from 1 and leaves 29 February out.
  const dayOf = (year: number): number => firstOf(year, 1) + (counted ? count - 1 + (isLeap(year) && count >= 60 ? 1 : 0) : count);
  return { dayOf, seconds };
}

/** The given weekday (0 is Sunday) of a week of the month; week 5 is the last. */
function weekdayOfMonth(year: number, month: number, week: number, weekday: number): number {
  const first = firstOf(year, month);
  const toFirst = (weekday + 6 - weekdayIndexOf(first) + 7) % 7;
  const wanted = first + toFirst + (week - 1) * 7;
  const next = month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1);
  return wanted < next ? wanted : wanted - 7;
}

const firstOf = (year: number, month: number): number => epochDayOf(year, month, 1) as number;

const isLeap = (year: number): boolean => firstOf(year + 1, 1) - firstOf(year, 1) === 366;

function secondsOf(text: string, mostHours: number, footer: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, "").split(":").map(Number);
  if (hours > mostHours || minutes > 59 || seconds > 59) throw badFooter(footer, `has the time ${text}`);
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

function badFooter(text: string, why: string): InvalidZoneFileError {
  return new InvalidZoneFileError({
    code: "zone_file_bad_footer",
    message: `ends with the rule ${JSON.stringify(text.slice(0, 60))}, which ${why}`,
  });
}

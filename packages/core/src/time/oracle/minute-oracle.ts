import type { CalendarDefinition } from "../calendar-definition.js";

/**
 * Business time by brute force, to check the compiled calendar against: every minute of a window is asked of
 * `Intl.DateTimeFormat`, and everything else is counted minute by minute. Shares no code with the calendar.
 */

/** What the wall clock of a zone shows at each minute of a window, in minutes since 1970-01-01T00:00 on that wall clock. */
export interface MinuteScan {
  readonly zone: string;
  readonly start: number;
  readonly wallClock: Int32Array;
  /** The first minute that shows a time. */
  readonly firstShown: ReadonlyMap<number, number>;
  /** The local days that the window has minutes of, counted from 1970-01-01. */
  readonly days: readonly number[];
}

export interface MinuteOracle {
  /** Answers hold for instants in `[from, to)`; a search that leaves it gives `undefined`. */
  readonly from: number;
  readonly to: number;
  isOpen(at: number): boolean;
  nextOpen(at: number): number | undefined;
  add(at: number, seconds: number): number | undefined;
  subtract(at: number, seconds: number): number | undefined;
  between(from: number, to: number): number;
  isOpenOn(date: string): boolean;
  dateOf(at: number): string;
}

const minute = 60_000;
const minutesPerDay = 1440;
const edgeDays = 3;

/** Scans days from the full minute `start`. */
export function scanMinutes(zone: string, start: number, days: number): MinuteScan {
  const minuteShownAt = readWallClock(zone);
  const wallClock = Int32Array.from({ length: days * minutesPerDay }, (_, index) => minuteShownAt(start + index * minute));
  const firstShown = new Map<number, number>();
  wallClock.forEach((shown, index) => {
    if (!firstShown.has(shown)) firstShown.set(shown, index);
  });
  const localDays = [...new Set(Array.from(wallClock, (shown) => Math.floor(shown / minutesPerDay)))];
  return { zone, start, wallClock, firstShown, days: localDays };
}

/** What the wall clock of a zone shows, in minutes since 1970-01-01T00:00 on that wall clock, as Intl writes it. */
export function readWallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (at) => {
    const text = format.format(at);
    if (!/^\d\d\/\d\d\/\d{4}, \d\d:\d\d:00$/.test(text)) throw new Error(`${zone} has an offset of odd seconds in this window: ${text}`);
    const part = (start: number, length: number): number => Number(text.slice(start, start + length));
    return Date.UTC(part(6, 4), part(0, 2) - 1, part(3, 2), part(12, 2), part(15, 2)) / minute;
  };
}

export function minuteOracle(definition: CalendarDefinition, scan: MinuteScan): MinuteOracle {
  const { start, wallClock, firstShown, days } = scan;
  const length = wallClock.length;

  /** The index of the minute at which the wall clock shows a time: the first of two, past a gap by its length. */
  const indexOf = (wanted: number): number => {
    const known = firstShown.get(wanted);
    if (known !== undefined) return known;
    for (let index = 0; index + 1 < length; index += 1) {
      const [shown, next] = [wallClock[index] as number, wallClock[index + 1] as number];
      if (shown < wanted && next > wanted) return index + wanted - shown;
    }
    return wanted < (wallClock[0] as number) ? 0 : length;
  };

  const paint = (target: Uint8Array, day: number, intervals: readonly (readonly [string, string])[], value: 0 | 1): void => {
    for (const [from, to] of intervals) {
      const overnight = to < from ? minutesPerDay : 0;
      target.fill(value, indexOf(day * minutesPerDay + minutesOf(from)), indexOf(day * minutesPerDay + minutesOf(to) + overnight));
    }
  };

  const hoursOf = (day: number): readonly (readonly [string, string])[] => {
    const date = dateText(day);
    if (definition.holidays?.includes(date) === true) return [];
    const weekday = (["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const)[new Date(day * minutesPerDay * minute).getUTCDay()];
    return definition.shifts?.[date] ?? definition.hours[weekday as "mon"] ?? [];
  };

  const open = new Uint8Array(length);
  for (const day of days) paint(open, day, hoursOf(day), 1);
  for (const day of days) paint(open, day, definition.breaks?.[dateText(day)] ?? [], 0);

  const from = start + edgeDays * minutesPerDay * minute;
  const to = start + (length - edgeDays * minutesPerDay) * minute;
  const minuteAt = (at: number): number => Math.floor((at - start) / minute);
  const startOf = (index: number): number => start + index * minute;
  const isOpen = (at: number): boolean => open[minuteAt(at)] === 1;

  return {
    from,
    to,
    isOpen,
    nextOpen(at) {
      if (isOpen(at)) return at;
      const index = open.indexOf(1, minuteAt(at) + 1);
      return index === -1 || startOf(index) >= to ? undefined : startOf(index);
    },
    add(at, seconds) {
      let missing = seconds * 1000;
      if (missing === 0) return at;
      for (let index = minuteAt(at); startOf(index) < to; index += 1) {
        if (open[index] !== 1) continue;
        const begin = Math.max(at, startOf(index));
        const available = startOf(index + 1) - begin;
        if (missing <= available) return begin + missing;
        missing -= available;
      }
      return undefined;
    },
    subtract(at, seconds) {
      let missing = seconds * 1000;
      if (missing === 0) return at;
      for (let index = minuteAt(at); startOf(index) >= from; index -= 1) {
        if (open[index] !== 1) continue;
        const end = Math.min(at, startOf(index + 1));
        const available = end - startOf(index);
        if (available > 0 && missing <= available) return end - missing;
        missing -= available;
      }
      return undefined;
    },
    between(begin, end) {
      let milliseconds = 0;
      for (let index = minuteAt(begin); startOf(index) < end; index += 1) {
        if (open[index] === 1) milliseconds += Math.min(end, startOf(index + 1)) - Math.max(begin, startOf(index));
      }
      return milliseconds / 1000;
    },
    isOpenOn(date) {
      const day = Date.parse(`${date}T00:00:00Z`) / minute / minutesPerDay;
      if (!days.includes(day)) return false;
      const own = new Uint8Array(length);
      paint(own, day, hoursOf(day), 1);
      for (let index = 0; index < length; index += 1) if (own[index] === 1 && open[index] === 1) return true;
      return false;
    },
    dateOf: (at) => dateText(Math.floor((wallClock[minuteAt(at)] as number) / minutesPerDay)),
  };
}

function dateText(day: number): string {
  return new Date(day * minutesPerDay * minute).toISOString().slice(0, 10);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours as number) * 60 + (minutes as number);
}

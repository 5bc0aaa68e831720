import { addDays, type HolidayDates, type LocalDate, type NamedDate } from "@amends/core/time";
import type { HolidayRange } from "./holiday-range.js";

/** What becomes of holidays that close only part of a date. */
export type PartDays = "leave_out" | "break";

/** A stretch of a wall clock: from a time of one date up to a time of the same or a later one. `"24:00"` ends a date. */
export interface WallStretch {
  readonly from: LocalDate;
  readonly fromTime: string;
  readonly to: LocalDate;
  readonly toTime: string;
}

/** Gathers what a source says into plain dates of a range, each date once, in order. */
export class HolidayCollector {
  readonly #source: string;
  readonly #range: HolidayRange;
  readonly #partDays: PartDays;
  readonly #holidays = new Map<LocalDate, Set<string>>();
  readonly #workdays = new Map<LocalDate, Set<string>>();
  readonly #breaks = new Map<LocalDate, Map<string, [from: string, to: string]>>();
  readonly #leftOut = new Map<string, NamedDate & { reason: string }>();

  constructor(source: string, range: HolidayRange, partDays: PartDays = "leave_out") {
    this.#source = source;
    this.#range = range;
    this.#partDays = partDays;
  }

  addHoliday(date: LocalDate, name: string): void {
    if (this.#isWithin(date)) named(this.#holidays, date).add(name);
  }

  addWorkday(date: LocalDate, name: string): void {
    if (this.#isWithin(date)) named(this.#workdays, date).add(name);
  }

  /** Whole dates become holidays, parts of dates what `partDays` says. */
  addStretch({ from, fromTime, to, toTime }: WallStretch, name: string): void {
    const last = to < this.#range.to ? to : this.#range.to;
    for (let date = from < this.#range.from ? this.#range.from : from; date <= last; date = addDays(date, 1)) {
      const start = date === from ? fromTime : "00:00";
      const end = date === to ? toTime : "24:00";
      if (start >= end) continue;
      if (start === "00:00" && end === "24:00") this.addHoliday(date, name);
      else if (this.#partDays === "break") this.#addBreak(date, start, end);
      else this.leaveOut(date, name, `it closes ${start} to ${end} only; partDays: "break" takes that too`);
    }
  }

  leaveOut(date: LocalDate, name: string, reason: string): void {
    if (!this.#isWithin(date)) return;
    this.#leftOut.set(JSON.stringify([date, name, reason]), { date, name, reason });
  }

  dates(): HolidayDates {
    return {
      source: this.#source,
      holidays: inOrder(this.#holidays),
      workdays: inOrder(this.#workdays),
      breaks: Object.fromEntries(
        [...this.#breaks].toSorted(byFirst).map(([date, breaks]) => [date, [...breaks.values()].toSorted(byFirst)]),
      ),
      leftOut: [...this.#leftOut.values()].toSorted((left, right) => compareTexts(left.date, right.date)),
    };
  }

  #addBreak(date: LocalDate, start: string, end: string): void {
    const breaks = this.#breaks.get(date) ?? new Map<string, [from: string, to: string]>();
    breaks.set(`${start}–${end}`, [start, end]);
    this.#breaks.set(date, breaks);
  }

  #isWithin(date: LocalDate): boolean {
    return date >= this.#range.from && date <= this.#range.to;
  }
}

function named(dates: Map<LocalDate, Set<string>>, date: LocalDate): Set<string> {
  const names = dates.get(date) ?? new Set();
  dates.set(date, names);
  return names;
}

function inOrder(dates: ReadonlyMap<LocalDate, ReadonlySet<string>>): NamedDate[] {
  return [...dates].toSorted(byFirst).map(([date, names]) => ({ date, name: [...names].join(" / ") }));
}

/** By their first text: a date, or a time. */
const byFirst = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => compareTexts(left, right);
const compareTexts = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

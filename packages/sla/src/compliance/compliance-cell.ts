import type { Verdict } from "./judge-episode.js";
import { outcomes } from "./judged-case.js";
import { latenessFactors } from "./lateness-factor.js";
import { compareTexts } from "./read-log-event.js";

/** What is counted: each outcome, what counts in the rate, and seconds of lateness, of all and by factor. */
export const counted = [...outcomes, "inTime", "judged", "lateSeconds", "explainedSeconds", ...latenessFactors] as const;
export type Counted = (typeof counted)[number];
const indexOf = Object.fromEntries(counted.map((name, index) => [name, index])) as Record<Counted, number>;

/** Counts by what is counted. */
export type Counts = Float64Array;

export const noCounts = (): Counts => new Float64Array(counted.length);
export const countOf = (counts: Counts, name: Counted): number => counts[indexOf[name]] as number;

export function addCounts(into: Counts, from: Counts): void {
  for (let index = 0; index < into.length; index += 1) into[index] = (into[index] as number) + (from[index] as number);
}

/** Cases of an hour that count in the rate. */
interface HourCounts {
  met: number;
  judged: number;
}

const hoursPerDay = 24;

/** One figure's counts: of all, by local day and by local hour of what windows may reach, and the cases that missed by the most. */
export class ComplianceCell {
  readonly all = noCounts();
  readonly days = new Map<number, Counts>();
  readonly hours = new Map<number, HourCounts>();
  #missed: Verdict[] = [];

  add(verdict: Verdict, counts: Counts, localHour: number, drillDown: number): void {
    addCounts(this.all, counts);
    const day = Math.floor(localHour / hoursPerDay);
    addCounts(this.#day(day), counts);
    if (verdict.counts === undefined) return;
    const hour = this.#hour(localHour);
    hour.judged += 1;
    if (verdict.counts === "met") hour.met += 1;
    else this.#miss([verdict], drillDown);
  }

  merge(other: ComplianceCell, drillDown: number): void {
    addCounts(this.all, other.all);
    for (const [day, counts] of other.days) addCounts(this.#day(day), counts);
    for (const [localHour, { met, judged }] of other.hours) {
      const hour = this.#hour(localHour);
      hour.met += met;
      hour.judged += judged;
    }
    this.#miss(other.#missed, drillDown);
  }

  /** Forgets the days and hours that no window can reach any more. */
  forget(isReached: (day: number) => boolean): void {
    for (const day of this.days.keys()) if (!isReached(day)) this.days.delete(day);
    for (const hour of this.hours.keys()) if (!isReached(Math.floor(hour / hoursPerDay))) this.hours.delete(hour);
  }

  /** The cases that missed by the most, first. */
  get missed(): readonly Verdict[] {
    return this.#missed;
  }

  /** The counts of the days from one up to another, which isn't one of them. */
  between(from: number, until: number): Counts {
    const sum = noCounts();
    for (const [day, counts] of this.days) if (day >= from && day < until) addCounts(sum, counts);
    return sum;
  }

  /** Of the days from one up to another, the met of the latest so many; of the hour in which they begin, its share. */
  metOfLatest(cases: number, from: number, until: number): number {
    let left = cases;
    let met = 0;
    for (const hour of [...this.hours.keys()].toSorted((one, other) => other - one)) {
      const day = Math.floor(hour / hoursPerDay);
      if (day < from || day >= until || left <= 0) continue;
      const counts = this.hours.get(hour) as HourCounts;
      const taken = Math.min(left, counts.judged);
      met += (counts.met * taken) / counts.judged;
      left -= taken;
    }
    return met;
  }

  #day(day: number): Counts {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const counts = noCounts();
    this.days.set(day, counts);
    return counts;
  }

  #hour(localHour: number): HourCounts {
    const known = this.hours.get(localHour);
    if (known !== undefined) return known;
    const counts = { met: 0, judged: 0 };
    this.hours.set(localHour, counts);
    return counts;
  }

  #miss(verdicts: readonly Verdict[], drillDown: number): void {
    const last = this.#missed[drillDown - 1];
    const worse = last === undefined ? verdicts : verdicts.filter((verdict) => byLateness(verdict, last) < 0);
    if (worse.length === 0 || drillDown === 0) return;
    this.#missed = [...this.#missed, ...worse].sort(byLateness).slice(0, drillDown);
  }
}

function byLateness(left: Verdict, right: Verdict): number {
  return right.lateSeconds - left.lateSeconds || left.receivedAt - right.receivedAt || compareTexts(left.caseId, right.caseId);
}

/** What one case adds. */
export function countsOfVerdict({ outcome, counts, lateSeconds, causes }: Verdict): Counts {
  const own = noCounts();
  const set = (name: Counted, value: number) => {
    own[indexOf[name]] = value;
  };
  set(outcome, 1);
  if (counts !== undefined) set("judged", 1);
  if (counts === "met") set("inTime", 1);
  set("lateSeconds", lateSeconds);
  if (causes !== undefined) set("explainedSeconds", lateSeconds);
  if (causes !== undefined) for (const factor of latenessFactors) set(factor, causes[factor]);
  return own;
}

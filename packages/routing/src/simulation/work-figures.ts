import type { Agent } from "@amends/core/model";
import { quarterHour } from "./hour-of-day.js";
import { outcomes, type TicketFates } from "./queue-run.js";
import { withinShift, type Shift } from "../roster/shifts.js";
import type { WorkFigures } from "./simulation-figures.js";

/** What figures of work are made of. */
export interface MeasuredWork {
  readonly roster: readonly Agent[];
  readonly shifts: readonly Shift[];
  readonly fates: TicketFates;
  /** What is measured, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** The tickets that are measured, from the first one to before `end`: they may be worked on after `to`. */
  readonly first: number;
  readonly end: number;
}

/** Milliseconds of work by agent, and by quarter of an hour from the one that holds `from`. */
export interface WorkTallies {
  readonly staffed: Float64Array;
  readonly busy: Float64Array;
  readonly overtime: Float64Array;
  /** Of the measured tickets, whenever they were answered. */
  readonly answered: Int32Array;
  readonly quarters: {
    readonly first: number;
    /** How much of each is measured: the first and the last one may lie in it only in part. */
    readonly length: Float64Array;
    readonly staffed: Float64Array;
    readonly present: Float64Array;
    readonly busy: Float64Array;
    readonly overtime: Float64Array;
  };
}

/** Counts the work of every agent between two instants, a ticket of several hours in each of them. */
export function tallyWork({ roster, shifts, fates, from, to, ...measured }: MeasuredWork): WorkTallies {
  const first = Math.floor(from / quarterHour);
  const quarters = Math.max(1, Math.ceil(to / quarterHour) - first);
  const tallies: WorkTallies = {
    staffed: new Float64Array(roster.length),
    busy: new Float64Array(roster.length),
    overtime: new Float64Array(roster.length),
    answered: new Int32Array(roster.length),
    quarters: {
      first,
      length: new Float64Array(quarters),
      staffed: new Float64Array(quarters),
      present: new Float64Array(quarters),
      busy: new Float64Array(quarters),
      overtime: new Float64Array(quarters),
    },
  };
  spread(tallies.quarters.length, first, from, to, 1);
  const shiftOf: Shift[] = [];
  for (const shift of shifts) {
    let places = 0;
    const staffed = withinShift(shift, from, to);
    for (const agent of shift.agents) {
      const own = roster[agent]?.capacity ?? 1;
      places += own;
      shiftOf[agent] = shift;
      tallies.staffed[agent] = staffed * own;
    }
    shift.starts.forEach((start, stretch) => {
      const [begin, end] = [Math.max(from, start), Math.min(to, shift.ends[stretch] as number)];
      spread(tallies.quarters.staffed, first, begin, end, places);
      spread(tallies.quarters.present, first, begin, end, shift.agents.length);
    });
  }
  for (let ticket = 0; ticket < fates.outcome.length; ticket += 1) {
    if (fates.outcome[ticket] !== outcomes.answered) continue;
    const agent = fates.agent[ticket] as number;
    if (ticket >= measured.first && ticket < measured.end) tallies.answered[agent] = (tallies.answered[agent] as number) + 1;
    const begin = Math.max(from, fates.answeredAt[ticket] as number);
    const end = Math.min(to, fates.doneAt[ticket] as number);
    if (end <= begin) continue;
    const inShift = withinShift(shiftOf[agent] as Shift, begin, end);
    tallies.busy[agent] = (tallies.busy[agent] as number) + inShift;
    const over = end - begin - inShift;
    tallies.overtime[agent] = (tallies.overtime[agent] as number) + over;
    if (over === 0) spread(tallies.quarters.busy, first, begin, end, 1);
    else spreadAround(tallies, shiftOf[agent] as Shift, begin, end);
  }
  return tallies;
}

/** Work that goes on where the shift has ended: quarter by quarter, what lies within and what is over. */
function spreadAround({ quarters }: WorkTallies, shift: Shift, begin: number, end: number): void {
  for (let from = begin; from < end; ) {
    const quarter = Math.floor(from / quarterHour);
    const to = Math.min(end, (quarter + 1) * quarterHour);
    const inShift = withinShift(shift, from, to);
    const index = quarter - quarters.first;
    quarters.busy[index] = (quarters.busy[index] as number) + inShift;
    quarters.overtime[index] = (quarters.overtime[index] as number) + (to - from - inShift);
    from = to;
  }
}

function spread(quarters: Float64Array, first: number, begin: number, end: number, weight: number): void {
  for (let from = begin; from < end; ) {
    const quarter = Math.floor(from / quarterHour);
    const to = Math.min(end, (quarter + 1) * quarterHour);
    quarters[quarter - first] = (quarters[quarter - first] as number) + (to - from) * weight;
    from = to;
  }
}

/** Milliseconds as figures in seconds. */
export function workFigures(staffed: number, busy: number, overtime: number): WorkFigures {
  return {
    staffedSeconds: staffed / 1000,
    busySeconds: busy / 1000,
    overtimeSeconds: overtime / 1000,
    // Sums of many parts may exceed their whole by a rounding error.
    occupancy: staffed === 0 ? null : Math.min(1, busy / staffed),
  };
}

import { formatInstant } from "@amends/core/time";
import { hourOfDay, quarterHour } from "./hour-of-day.js";
import type { TicketFates } from "./queue-run.js";
import type { Shift } from "../roster/shifts.js";
import type { SimulationFigures, SimulationResult, WorkFigures } from "./simulation-figures.js";
import type { SimulationSetup } from "./simulation-setup.js";
import { ticketFigures, type MeasuredTickets } from "./ticket-figures.js";
import type { TicketKind } from "./ticket-kind.js";
import { tallyWork, workFigures, type WorkTallies } from "./work-figures.js";

/** A run that is over. */
export interface FinishedRun {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly dueAt: Float64Array;
  readonly fates: TicketFates;
  readonly shifts: readonly Shift[];
}

const hours = 24;

/** The figures of a run. */
export function summarizeRun(setup: SimulationSetup, run: FinishedRun): SimulationResult {
  const { arrivals, roster, zones, zone = "UTC", abandoned = "missed" } = setup;
  const { at, kind, kinds } = arrivals;
  const { from, to, until, fates, dueAt, shifts } = run;
  const first = firstFrom(at, from);
  // The last arrival, where nothing else ends the measuring, counts.
  const end = setup.to === undefined ? at.length : firstFrom(at, to);
  const tickets: MeasuredTickets = { at, dueAt, fates, first, end: Math.max(first, end), until, abandoned };
  const hourHere = hourOfDay(zone, from, to, zones);
  const work = tallyWork({ roster, shifts, fates, from, to, first: tickets.first, end: tickets.end });
  const zoneNames = [...new Set(kinds.map((own) => own.zone ?? zone))].sort();
  const zoneIndex = kinds.map((own) => zoneNames.indexOf(own.zone ?? zone));
  const zoneOf = (ticket: number): number => zoneIndex[kind[ticket] as number] as number;
  const hourThere = zoneNames.map((name) => hourOfDay(name, from, to, zones));
  const cells = ticketFigures(tickets, zoneNames.length * hours, (ticket) => {
    const own = zoneOf(ticket);
    return own * hours + (hourThere[own] as (typeof hourThere)[number])(at[ticket] as number);
  });
  const hourly = workByHour(work, hourHere);
  return {
    seed: run.seed,
    from: formatInstant(from),
    to: formatInstant(to),
    zone,
    totals: { ...(ticketFigures(tickets, 1, () => 0)[0] as SimulationFigures), ...workOf(work, roster.keys()) },
    byHour: ticketFigures(tickets, hours, (ticket) => hourHere(at[ticket] as number)).map((figures, hour) => ({
      hour,
      ...figures,
      ...(hourly[hour] as (typeof hourly)[number]),
    })),
    byZone: ticketFigures(tickets, zoneNames.length, zoneOf).map((figures, index) => ({
      zone: zoneNames[index] as string,
      ...figures,
      byHour: cells.slice(index * hours, (index + 1) * hours).map((own, hour) => ({ hour, ...own })),
    })),
    byKind: ticketFigures(tickets, kinds.length, (ticket) => kind[ticket] as number).map((figures, index) => ({
      kind: (kinds[index] as TicketKind).name,
      ...figures,
    })),
    byAgentZone: [...new Set(roster.map((agent) => agent.zone || null))].map((name) => {
      const members = [...roster.keys()].filter((index) => (roster[index]?.zone || null) === name);
      const answered = members.reduce((sum, index) => sum + (work.answered[index] as number), 0);
      return { zone: name, agents: members.length, answered, ...workOf(work, members) };
    }),
    agents: roster.map(({ id }, index) => ({ agent: id, answered: work.answered[index] as number, ...workOf(work, [index]) })),
  };
}

/** The first ticket that came at an instant or later. */
function firstFrom(at: Float64Array, instant: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) >= instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function workOf({ staffed, busy, overtime }: WorkTallies, agents: Iterable<number>): WorkFigures {
  const sums: [number, number, number] = [0, 0, 0];
  for (const agent of agents) {
    sums[0] += staffed[agent] as number;
    sums[1] += busy[agent] as number;
    sums[2] += overtime[agent] as number;
  }
  return workFigures(...sums);
}

function workByHour({ quarters }: WorkTallies, hourHere: (at: number) => number): (WorkFigures & { agents: number })[] {
  const sums = Array.from({ length: hours }, () => ({ staffed: 0, busy: 0, overtime: 0, present: 0, length: 0 }));
  quarters.staffed.forEach((staffed, index) => {
    const sum = sums[hourHere((quarters.first + index) * quarterHour)] as (typeof sums)[number];
    sum.staffed += staffed;
    sum.busy += quarters.busy[index] as number;
    sum.overtime += quarters.overtime[index] as number;
    sum.present += quarters.present[index] as number;
    sum.length += quarters.length[index] as number;
  });
  return sums.map(({ staffed, busy, overtime, present, length }) => ({
    agents: length === 0 ? 0 : present / length,
    ...workFigures(staffed, busy, overtime),
  }));
}

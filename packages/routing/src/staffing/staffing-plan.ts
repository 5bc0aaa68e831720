import { requireObject } from "@amends/core/errors";
import type { Agent } from "@amends/core/model";
import { formatInstant, intlZoneProvider, localTimeOf, type CalendarDefinition, type Instant, type ZoneProvider } from "@amends/core/time";
import { checkRoster } from "../roster/check-roster.js";
import { shiftsOf, withinShift } from "../roster/shifts.js";
import { agentsNeeded, type StaffingTarget } from "./agents-needed.js";
import { requireBounds } from "./check-staffing.js";

/** What a plan is made of. */
export interface StaffingPlanRequest {
  /** The first hour, a full hour of UTC. */
  readonly from: Instant;
  /** Expected tickets of each hour from `from` on: 168 for a week. */
  readonly calls: readonly number[];
  /** `capacity` is how many tickets an agent works on at once (default: 1); nobody whose capacity is 0 is there. */
  readonly roster: readonly Agent[];
  /** The calendars that agents name; without any "default", who names none is always at work. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition>> | undefined;
  /** How customers shall be served. */
  readonly target: Omit<StaffingTarget, "calls" | "periodSeconds">;
  readonly zones?: ZoneProvider | undefined;
  /**
   * How much longer a ticket takes for each other one the agent has open, as a share of its time, as in a simulation. 1 (the default)
   * divides an agent's attention, so that capacity adds nothing; at 0 an agent of capacity 3 is worth three. At most 1,000.
   */
  readonly slowdown?: number | undefined;
}

/** One hour of a plan. */
export interface StaffingHour {
  readonly at: string;
  readonly calls: number;
  /** How many agents are needed on the schedule, shrinkage included. */
  readonly needed: number;
  /** How many are at work, on average over the hour, each counted by how much faster their capacity makes them. */
  readonly there: number;
  /** Needed less there, where somebody lacks; else 0. */
  readonly gap: number;
  /** Who is at work and takes tickets, by zone, with the local time at the beginning of the hour; agents of no zone under null. */
  readonly zones: readonly { readonly zone: string | null; readonly localTime: string | null; readonly agents: readonly string[] }[];
}

/** Hours in a row in which somebody lacks. */
export interface CoverageGap {
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  /** Agents that lack, summed over the hours. */
  readonly agentHours: number;
  /** The most that lack in one hour. */
  readonly deepest: number;
  /** Hours in which nobody is at work at all though tickets are expected. */
  readonly uncovered: number;
}

/** Who is needed and who is there, hour by hour. */
export interface StaffingPlan {
  readonly hours: readonly StaffingHour[];
  readonly gaps: readonly CoverageGap[];
  readonly totals: {
    readonly calls: number;
    readonly neededAgentHours: number;
    readonly thereAgentHours: number;
    readonly gapAgentHours: number;
    /** Agents at work beyond those needed, summed over the hours. */
    readonly spareAgentHours: number;
  };
}

const hour = 3_600_000;

/**
 * A staffing plan: for each hour the agents needed for the expected tickets, the agents whose calendars are open then in their own
 * zones (daylight saving time included) and what their capacity is worth, and what lacks. Statuses and loads of now don't count.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid`; InvalidCaseError for a roster, InvalidCalendarError for a calendar.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { staffingPlan } from "@amends/routing";
 * const office = { zone: "Europe/Paris", hours: { mon: [["09:00", "17:00"]] as [string, string][] } };
 * const plan = staffingPlan({
 *   from: Date.UTC(2026, 2, 2),
 *   calls: Array.from({ length: 24 }, (_, at) => (at >= 7 && at < 12 ? 10 : 0)),
 *   roster: [{ id: "ann" }, { id: "bo", zone: "Europe/Lisbon" }],
 *   calendars: { default: office },
 *   target: { handleSeconds: 300, targetSeconds: 60, serviceLevel: 0.8 },
 * });
 * plan.hours[8]; // => { at: "2026-03-02T08:00:00Z", calls: 10, needed: 2, there: 1, gap: 1, zones: [{ zone: null, localTime: null, agents: ["ann"] }] }
 * plan.gaps.map(({ from, to, agentHours }) => [from, to, agentHours]); // => [["2026-03-02T07:00:00Z", "2026-03-02T09:00:00Z", 3]]
 */
export function staffingPlan(request: StaffingPlanRequest): StaffingPlan {
  requireObject(request, "request");
  const { from, calls, roster, calendars, target, zones = intlZoneProvider, slowdown = 1 } = request;
  requireBounds([
    { path: "from", value: from, expected: "an instant on a full hour of UTC", holds: (value) => value % hour === 0 },
    { path: "calls.length", value: calls.length, expected: "at most 8,784 hours", holds: (value) => value <= 8784 },
    { path: "slowdown", value: slowdown, expected: "a share from 0 to 1,000, such as 0.2", holds: (value) => value >= 0 && value <= 1000 },
  ]);
  requireBounds(
    roster.map(({ capacity }, index) => ({
      path: `roster[${index}].capacity`,
      value: capacity ?? 1,
      expected: "a whole number from 0 to 1,000,000",
      holds: (value) => Number.isInteger(value) && value >= 0 && value <= 1_000_000,
    })),
  );
  checkRoster(roster, zones);
  const shifts = shiftsOf(roster, from, from + calls.length * hour, { calendars, zones });
  const worth = roster.map(({ capacity }) => worthOf(capacity ?? 1, slowdown));
  const needs = new Map<number, number>();
  const neededFor = (expected: number): number => {
    const known = needs.get(expected);
    if (known !== undefined) return known;
    const needed = agentsNeeded({ ...target, calls: expected, periodSeconds: 3600 });
    needs.set(expected, needed);
    return needed;
  };
  const hours = calls.map((expected, index): StaffingHour => {
    const at = from + index * hour;
    const needed = neededFor(expected);
    let there = 0;
    const present: number[] = [];
    for (const shift of shifts) {
      const share = withinShift(shift, at, at + hour) / hour;
      if (share === 0) continue;
      there += share * total(shift.agents, (place) => worth[place] as number);
      present.push(...shift.agents.filter((place) => worth[place] !== 0));
    }
    return {
      at: formatInstant(at),
      calls: expected,
      needed,
      there,
      gap: Math.max(0, needed - there),
      zones: zonesOf(present, roster, at, zones),
    };
  });
  return {
    hours,
    gaps: gapsOf(hours, from),
    totals: {
      calls: total(hours, (each) => each.calls),
      neededAgentHours: total(hours, ({ needed }) => needed),
      thereAgentHours: total(hours, ({ there }) => there),
      gapAgentHours: total(hours, ({ gap }) => gap),
      spareAgentHours: total(hours, ({ there, needed }) => Math.max(0, there - needed)),
    },
  };
}

/** How many agents one of a capacity is worth: so many tickets at once, each of which takes longer for the others. */
function worthOf(capacity: number, slowdown: number): number {
  return capacity === 0 ? 0 : capacity / (1 + slowdown * (capacity - 1));
}

function total<Each>(list: readonly Each[], of: (each: Each) => number): number {
  return list.reduce((sum, each) => sum + of(each), 0);
}

function zonesOf(present: readonly number[], roster: readonly Agent[], at: Instant, zones: ZoneProvider): StaffingHour["zones"] {
  const groups = new Map<string | null, string[]>();
  for (const index of [...present].sort((left, right) => left - right)) {
    const { id, zone } = roster[index] as Agent;
    const group = groups.get(zone || null);
    if (group === undefined) groups.set(zone || null, [id]);
    else group.push(id);
  }
  return [...groups].map(([zone, agents]) => ({ zone, localTime: zone === null ? null : localTimeOf(at, zone, zones), agents }));
}

function gapsOf(hours: readonly StaffingHour[], from: Instant): CoverageGap[] {
  const gaps: CoverageGap[] = [];
  for (let start = 0; start < hours.length; start += 1) {
    if ((hours[start] as StaffingHour).gap === 0) continue;
    let end = start;
    while (end < hours.length && (hours[end] as StaffingHour).gap > 0) end += 1;
    const inRow = hours.slice(start, end);
    gaps.push({
      from: formatInstant(from + start * hour),
      to: formatInstant(from + end * hour),
      agentHours: inRow.reduce((sum, { gap }) => sum + gap, 0),
      deepest: Math.max(...inRow.map(({ gap }) => gap)),
      uncovered: inRow.filter(({ there }) => there === 0).length,
    });
    start = end;
  }
  return gaps;
}

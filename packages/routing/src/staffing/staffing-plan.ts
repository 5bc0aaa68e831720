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
  readonly roster: readonly Agent[];
  /** The calendars that agents name; without any "default", who names none is always at work. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition>> | undefined;
  /** How customers shall be served. */
  readonly target: Omit<StaffingTarget, "calls" | "periodSeconds">;
  readonly zones?: ZoneProvider | undefined;
}

/** One hour of a plan. */
export interface StaffingHour {
  readonly at: string;
  readonly calls: number;
  /** How many agents are needed on the schedule, shrinkage included. */
  readonly needed: number;
  /** How many are at work, on average over the hour. */
  readonly there: number;
  /** Needed less there, where somebody lacks; else 0. */
  readonly gap: number;
  /** Who is at work, by zone, with the local time at the beginning of the hour; agents of no zone under null. */
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
 * zones (daylight saving time included), and what lacks. Statuses and loads of now don't count.
 *
 * @throws {AmendsError} with the code `staffing_input_invalid`; InvalidCaseError for a roster, InvalidCalendarError for a calendar.
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
  const { from, calls, roster, calendars, target, zones = intlZoneProvider } = request;
  requireBounds([
    { path: "from", value: from, expected: "an instant on a full hour of UTC", holds: (value) => value % hour === 0 },
    { path: "calls.length", value: calls.length, expected: "at most 8,784 hours", holds: (value) => value <= 8784 },
  ]);
  checkRoster(roster, zones);
  const shifts = shiftsOf(roster, from, from + calls.length * hour, { calendars, zones });
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
      there += share * shift.agents.length;
      present.push(...shift.agents);
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
  const sum = (of: (each: StaffingHour) => number): number => hours.reduce((total, each) => total + of(each), 0);
  return {
    hours,
    gaps: gapsOf(hours, from),
    totals: {
      calls: sum((each) => each.calls),
      neededAgentHours: sum(({ needed }) => needed),
      thereAgentHours: sum(({ there }) => there),
      gapAgentHours: sum(({ gap }) => gap),
      spareAgentHours: sum(({ there, needed }) => Math.max(0, there - needed)),
    },
  };
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

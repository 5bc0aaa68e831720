import { parseCaseFile, type CaseFile, type ClockState, type SlaStatus } from "@amends/core/model";
import { compilePolicySet, contextFor, Evaluation, type Context } from "@amends/core/stage";
import { formatInstant, readInstant, type Instant } from "@amends/core/time";
import { assessSla, type SlaAssessment, type SlaClockName } from "../assess-sla.js";
import { timeOfTarget } from "../clocks/deadline.js";
import { countedTime, plainTime } from "../clocks/clock-measure.js";
import type { SlaPolicySet } from "../evaluate-sla.js";

import { slaStage } from "../stage/sla-stage.js";
import { lastsAt, type Pause } from "../pauses/pause.js";
import { concerns } from "../pauses/ticket-pauses.js";
import type { PausableClock } from "../pauses/pause-params.js";
import { alertsOf, type SlaAlert } from "./sla-alert.js";

/** One clock of a case, at an instant. Seconds are those of the target's own clock. */
export interface SlaClockStatus {
  readonly clock: SlaClockName | "acknowledgement";
  /** The rule that sets the target. */
  readonly rule: string;
  readonly state: ClockState;
  readonly startedAt: string;
  readonly dueAt: string;
  /** The whole of the target. What is used and what remains add up to it. */
  readonly targetSeconds: number;
  /** Up to now or to where the clock stopped, pauses left out; null where nobody knows when it stopped. */
  readonly usedSeconds: number | null;
  /** Below zero by what the target is exceeded. */
  readonly remainingSeconds: number | null;
  /** Of the target that is used; above 100 where it is exceeded. */
  readonly percent: number | null;
  /** The time of the clock that pauses have taken so far. */
  readonly pausedSeconds: number;
  /** Warnings and escalations, earliest first; none once the clock has stopped. */
  readonly alerts: readonly SlaAlert[];
  /** The first of them that hasn't come; null while the clock stands still. */
  readonly nextAlert: SlaAlert | null;
}

/** When a host has to look at a case again. */
export interface SlaAlarm {
  readonly at: string;
  readonly clock: SlaClockStatus["clock"] | "update";
  /** The alert that is due then; null for a deadline itself, for the planned end of a pause, and for a report. */
  readonly alert: SlaAlert | null;
}

/** All clocks of a case at an instant. */
export interface SlaClocks {
  readonly now: string;
  readonly clocks: readonly SlaClockStatus[];
  readonly nextAlarm: SlaAlarm | null;
  /** What `evaluateSla` answers at that instant. */
  readonly sla: SlaStatus;
}

/**
 * Every clock of a case at an instant: the first response, that of the person who takes over from a bot, the next response, the
 * resolution, and the acknowledgement while nobody has answered. Of each what is used, what remains, the share, the deadline, the
 * state, and the alerts: the target's own warning and the chain of the `alerts` decision, both counted by the target's own clock.
 *
 * `now` is in epoch milliseconds; where it is left out, the case's or the context's clock holds. Used time is that between start and
 * now less the union of the pauses, both by the target's clock, and is computed anew from the case each time: another policy or
 * calendar keeps the pauses. Throws what `evaluateSla` throws.
 *
 * @example
 * import { slaStatus } from "@amends/sla";
 * const ticket = { channel: "email", createdAt: "2026-03-03T09:00:00Z", pauses: [{ from: "2026-03-03T09:30:00Z", to: "2026-03-03T10:00:00Z" }] } as const;
 * const caseFile = { ticket: { ...ticket, pauses: [...ticket.pauses] }, customer: { country: "DE", zone: "Europe/Berlin" } };
 * const { clocks: [first] } = slaStatus(caseFile, Date.UTC(2026, 2, 3, 10, 30));
 * [first?.usedSeconds, first?.remainingSeconds, first?.percent]; // => [3600, 3600, 50]
 * first?.dueAt; // => "2026-03-03T11:30:00Z"
 * first?.nextAlert?.kind; // => "warning"
 */
export function slaStatus(
  caseFile: CaseFile,
  now?: Instant,
  policySet: SlaPolicySet = slaStage.policies,
  context?: Partial<Context>,
): SlaClocks {
  const parsed = parseCaseFile(caseFile, context?.zones === undefined ? {} : { zones: context.zones });
  const clock = now === undefined ? parsed : { ...parsed, now: formatInstant(now) };
  const given = contextFor(clock, context);
  const set = compiledSet(policySet);
  const evaluation = new Evaluation(clock, set, given);
  const assessment = assessSla(clock, evaluation, given, set);
  const clocks = [...assessment.clocks.map((each) => clockStatus(each, assessment, given)), ...acknowledgement(assessment, given.now)];
  return { now: formatInstant(given.now), clocks, nextAlarm: earliest(clocks, assessment, given.now), sla: assessment.status };
}

/**
 * The next instant at which something becomes due, for a host's timer: an alert or the deadline of a running clock, the planned end
 * of a pause, the deadline of the acknowledgement, or a report; null where nothing runs. At the deadline itself, where the target
 * can still be met, the next one comes a millisecond later. Ask again then, and whenever the case has changed.
 *
 * @example
 * import { nextAlarm } from "@amends/sla";
 * const caseFile = { ticket: { channel: "email", createdAt: "2026-03-03T09:00:00Z" }, customer: { country: "DE", zone: "Europe/Berlin" } } as const;
 * nextAlarm(caseFile, Date.UTC(2026, 2, 3, 9, 1)); // => { at: "2026-03-03T09:05:00Z", clock: "acknowledgement", alert: null }
 * nextAlarm(caseFile, Date.UTC(2026, 2, 3, 9, 6))?.at; // => "2026-03-03T10:00:00Z"
 */
export function nextAlarm(caseFile: CaseFile, now?: Instant, policySet?: SlaPolicySet, context?: Partial<Context>): SlaAlarm | null {
  return slaStatus(caseFile, now, policySet, context).nextAlarm;
}

type CompiledSet = Parameters<typeof assessSla>[3];

// A list of policies is compiled once, and so is the standard one.
const compiled = new WeakMap<object, CompiledSet>();

function compiledSet(given: SlaPolicySet): CompiledSet {
  if (!Array.isArray(given)) return given as CompiledSet;
  const set = compiled.get(given) ?? compilePolicySet(slaStage, given);
  compiled.set(given, set);
  return set;
}

function clockStatus(
  { clock, chosen }: SlaAssessment["clocks"][number],
  { standstills, calendars, alerts: rules }: SlaAssessment,
  { now, zones }: Context,
): SlaClockStatus {
  const { target, rule, deadline, stop } = chosen;
  const params = rule.event.params;
  const { measure, seconds } = timeOfTarget(deadline.startedAt, params, { calendar: calendars(params), zones });
  const pauses = standstills?.of(pausable(clock)).pauses ?? [];
  const end = stop === undefined ? now : stop.at;
  const used = end === undefined ? null : countedTime(measure, deadline.startedAt, Math.max(deadline.startedAt, end), pauses);
  const elapsed = end === undefined ? 0 : measure.between(deadline.startedAt, end);
  const lives = target.state === "running" || target.state === "overdue" || target.state === "paused";
  const own = rules.filter(({ event }) => concerns(event.params, pausable(clock)));
  const alerts = lives ? alertsOf({ chosen, measure, seconds, pauses, calendars, now }, own) : [];
  return {
    clock,
    rule: target.rule,
    state: target.state ?? "running",
    startedAt: target.startedAt ?? formatInstant(deadline.startedAt),
    dueAt: target.dueAt,
    targetSeconds: seconds,
    usedSeconds: used,
    remainingSeconds: used === null ? null : toMilliseconds(seconds - used),
    percent: used === null ? null : (used / seconds) * 100,
    pausedSeconds: used === null ? 0 : toMilliseconds(Math.max(0, elapsed - used)),
    alerts: target.state === "paused" ? alerts.filter(({ raised }) => raised) : alerts,
    nextAlert: target.state === "paused" ? null : (alerts.find(({ raised }) => !raised) ?? null),
  };
}

function pausable(clock: SlaClockName): PausableClock {
  return clock === "human_response" ? "first_response" : clock;
}

function acknowledgement({ status, unacknowledgedSince }: SlaAssessment, now: Instant): SlaClockStatus[] {
  const { updates, firstResponse, nextResponse } = status;
  const due = readInstant(updates?.acknowledgeBy);
  const owed = [firstResponse, firstResponse?.byHandler.human, nextResponse].some(
    (target) => target?.state === "running" || target?.state === "overdue",
  );
  if (!updates || due === undefined || unacknowledgedSince === undefined || !owed) return [];
  const target = plainTime.between(unacknowledgedSince, due);
  const used = plainTime.between(unacknowledgedSince, now);
  return [
    {
      clock: "acknowledgement",
      rule: updates.rule,
      state: now > due ? "overdue" : "running",
      startedAt: formatInstant(unacknowledgedSince),
      dueAt: formatInstant(due),
      targetSeconds: target,
      usedSeconds: used,
      remainingSeconds: toMilliseconds(target - used),
      percent: target === 0 ? 100 : (used / target) * 100,
      pausedSeconds: 0,
      alerts: [],
      nextAlert: null,
    },
  ];
}

function earliest(clocks: readonly SlaClockStatus[], { status, standstills }: SlaAssessment, now: Instant): SlaAlarm | null {
  const alarms: SlaAlarm[] = clocks.flatMap(({ clock, state, dueAt, nextAlert }): SlaAlarm[] => {
    const due = readInstant(dueAt) ?? now;
    if (clock === "acknowledgement") return due > now ? [{ at: dueAt, clock, alert: null }] : [];
    if (state === "paused") {
      const ends = endOfStandstill(standstills?.of(pausable(clock)).pauses ?? [], now);
      return ends === undefined ? [] : [{ at: formatInstant(ends), clock, alert: null }];
    }
    const deadline = state === "running" ? [{ at: afterNow(due, now), clock, alert: null }] : [];
    return [...(nextAlert === null ? [] : [{ at: afterNow(readInstant(nextAlert.at) ?? now, now), clock, alert: nextAlert }]), ...deadline];
  });
  const report = status.updates?.at[0];
  if (report !== undefined) alarms.push({ at: report, clock: "update", alert: null });
  const instantAt = ({ at }: SlaAlarm) => readInstant(at) ?? Infinity;
  return alarms.toSorted((left, right) => instantAt(left) - instantAt(right))[0] ?? null;
}

/** When to look again at what comes true only after its instant. */
function afterNow(at: Instant, now: Instant): string {
  return formatInstant(at > now ? at : now + 1);
}

/** When the last of the pauses that last is planned to end; undefined where one of them has no end. */
function endOfStandstill(pauses: readonly Pause[], now: Instant): Instant | undefined {
  const ends = pauses.filter((pause) => lastsAt(pause, now)).map(({ to }) => to);
  return ends.reduce((last, end) => (last === undefined || end === undefined ? undefined : Math.max(last, end)), ends[0]);
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

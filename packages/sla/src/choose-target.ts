import type { SlaTarget } from "@amends/core/model";
import { chooseRules, ruleId, type Decision, type FiredRule } from "@amends/core/rules";
import type { Instant } from "@amends/core/time";
import { defaultCalendar, type ServiceCalendars } from "./calendars/service-calendars.js";
import type { Counting } from "./conversation.js";
import { clockState, type ClockStop } from "./clocks/clock-state.js";
import type { Deadline } from "./clocks/deadline.js";
import { lastsAt } from "./pauses/pause.js";
import type { CountedPauses } from "./pauses/ticket-pauses.js";
import type { TargetParams } from "./target-params.js";

/** A rule that sets a target. */
export type TargetRule = FiredRule<{ readonly type: string; readonly params: TargetParams & Readonly<Record<string, unknown>> }>;

/** What a choice between targets needs to know of the case. */
export interface TargetSources {
  readonly calendars: ServiceCalendars;
  /** The deadline of a rule's target. */
  readonly deadline: (rule: TargetRule) => Deadline;
  /** An instant as answers write it; a case's clocks mostly start at the same one. */
  readonly written: (at: Instant) => string;
  readonly now: Instant;
  /** When clocks stand still; one that nothing has stopped says so. */
  readonly standstill: CountedPauses;
}

/** What stopped the clock of a rule's target; undefined while nothing has. */
export type StopOf = (rule: TargetRule) => ClockStop | undefined;

/** Whose messages meet a rule's target; none where messages don't. */
export type CountingOf = (rule: TargetRule) => Counting;

/** The target that won, and the rule that set it. */
export interface ChosenTarget {
  readonly target: SlaTarget;
  readonly rule: TargetRule;
  readonly deadline: Deadline;
  readonly stop: ClockStop | undefined;
}

/**
 * The target that wins among those of several decisions, with the losers of all of them behind it, earliest first; null where no
 * rule fired. Within a decision its policies say how to choose. Between decisions the first that fired says so; ways that may leave
 * several winners choose the strictest, the one that is due first.
 */
export function chooseTarget(
  decisions: readonly Decision<TargetRule["event"]>[],
  sources: TargetSources,
  stopOf: StopOf,
  countingOf?: CountingOf,
): ChosenTarget | null {
  const asked = decisions.filter(({ fired }) => fired.length > 0);
  const mode = asked[0]?.decide ?? "strictest";
  const fired = asked.flatMap((decision) => decision.fired);
  const strictness = (rule: TargetRule) => sources.deadline(rule).at;
  const chosen =
    fired.length < 2
      ? { fired, lost: [] }
      : chooseRules(
          mode === "all" || mode === "sum" ? "strictest" : mode,
          fired.sort((left, right) => right.priority - left.priority),
          { strictness },
        );
  const winner = chosen.fired[0];
  if (winner === undefined) return null;
  const lost = decisions.reduce(
    (all: readonly TargetRule[], decision) => (decision.lost.length === 0 ? all : [...all, ...decision.lost]),
    chosen.lost,
  );
  const stop = stopOf(winner);
  return {
    rule: winner,
    deadline: sources.deadline(winner),
    stop,
    target: describeTarget({ winner, lost, counting: countingOf?.(winner) }, sources, stop),
  };
}

function describeTarget(
  {
    winner,
    lost,
    counting,
  }: { readonly winner: TargetRule; readonly lost: readonly TargetRule[]; readonly counting: Counting | undefined },
  sources: TargetSources,
  stop: ClockStop | undefined,
): SlaTarget {
  const { params } = winner.event;
  const { at, dueAt, startedAt } = sources.deadline(winner);
  return {
    within: params.within,
    warnAfter: params.warnAfter ?? null,
    dueAt,
    clock: params.clock,
    calendar: params.calendar ?? defaultCalendar,
    zone: sources.calendars(params).zone,
    rule: ruleId(winner),
    percent: params.percent ?? null,
    startedAt: sources.written(startedAt),
    ...clockState(at, stop, { now: sources.now, paused: standsStill(sources, at) }),
    ...(counting === undefined ? {} : { answeredBy: [...counting.from], ignoring: [...counting.ignoring] }),
    lost: lost
      .map((rule) => ({ rule, deadline: sources.deadline(rule) }))
      .toSorted((left, right) => left.deadline.at - right.deadline.at)
      .map(({ rule, deadline }) => ({ rule: ruleId(rule), dueAt: deadline.dueAt, within: rule.event.params.within })),
    ...pausesOf(sources, startedAt, Math.min(at, stop?.at ?? Infinity)),
  };
}

/**
 * Whether a clock stands still at now. A standstill that is known to last moves the deadline beyond now: where it doesn't, it began
 * after the time was up, and hides no breach.
 */
function standsStill({ standstill, now }: TargetSources, due: Instant): boolean {
  return standstill.pausedNow && !(now > due && standstill.pauses.some((pause) => lastsAt(pause, now)));
}

/** The pauses that moved a deadline; those after its clock ended didn't. */
function pausesOf({ standstill, written }: TargetSources, start: Instant, end: Instant): Pick<SlaTarget, "pauses"> {
  const counted = standstill.pauses.filter(({ from, to }) => from < end && (to ?? Infinity) > start);
  if (counted.length === 0) return {};
  return {
    pauses: counted.map(({ from, to, reason }) => ({
      from: written(Math.max(from, start)),
      to: to === undefined ? null : written(to),
      reason,
    })),
  };
}

import type { SlaTarget } from "@amends/core/model";
import { chooseRules, ruleId, type Decision, type FiredRule } from "@amends/core/rules";
import type { Instant } from "@amends/core/time";
import { defaultCalendar, type ServiceCalendars } from "./calendars/service-calendars.js";
import { clockState, type ClockStop } from "./clocks/clock-state.js";
import type { Deadline } from "./clocks/deadline.js";
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
  /** Whether clocks that nothing has stopped stand still. */
  readonly paused: boolean;
}

/** What stopped the clock of a rule's target; undefined while nothing has. */
export type StopOf = (rule: TargetRule) => ClockStop | undefined;

/** The target that won, and the rule that set it. */
export interface ChosenTarget {
  readonly target: SlaTarget;
  readonly rule: TargetRule;
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
  return { rule: winner, target: describeTarget(winner, lost, sources, stopOf(winner)) };
}

function describeTarget(winner: TargetRule, lost: readonly TargetRule[], sources: TargetSources, stop: ClockStop | undefined): SlaTarget {
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
    ...clockState(at, stop, sources),
    lost: lost
      .map((rule) => ({ rule, deadline: sources.deadline(rule) }))
      .toSorted((left, right) => left.deadline.at - right.deadline.at)
      .map(({ rule, deadline }) => ({ rule: ruleId(rule), dueAt: deadline.dueAt, within: rule.event.params.within })),
  };
}

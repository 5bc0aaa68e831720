import type { SlaTarget } from "@amends/core/model";
import { chooseRules, ruleId, type Decision, type FiredRule } from "@amends/core/rules";
import { defaultCalendar, type ServiceCalendars } from "./calendars/service-calendars.js";
import type { Deadline } from "./clocks/deadline.js";
import type { TargetParams } from "./events.js";

/** A rule that sets a target. */
export type TargetRule = FiredRule<{ readonly type: string; readonly params: TargetParams & Readonly<Record<string, unknown>> }>;

/** What a choice between targets needs to know of the case. */
export interface TargetSources {
  readonly calendars: ServiceCalendars;
  /** The deadline of a rule's target. */
  readonly deadline: (rule: TargetRule) => Deadline;
}

/**
 * The target that wins among those of several decisions, with the losers behind it, earliest first; null where no rule fired. The
 * policies say how to choose; ways that may leave several winners choose the strictest, the one that is due first.
 */
export function chooseTarget(decisions: readonly Decision<TargetRule["event"]>[], sources: TargetSources): SlaTarget | null {
  const asked = decisions.filter(({ fired }) => fired.length > 0);
  const mode = asked[0]?.decide ?? "strictest";
  const fired = asked.flatMap((decision) => decision.fired).toSorted((left, right) => right.priority - left.priority);
  const chosen = chooseRules(mode === "all" || mode === "sum" ? "strictest" : mode, fired, {
    strictness: (rule) => sources.deadline(rule).at,
  });
  const winner = chosen.fired[0];
  if (winner === undefined) return null;
  const lost = [...chosen.lost, ...decisions.flatMap((decision) => decision.lost)];
  const { params } = winner.event;
  return {
    within: params.within,
    warnAfter: params.warnAfter ?? null,
    dueAt: sources.deadline(winner).dueAt,
    clock: params.clock,
    calendar: params.calendar ?? defaultCalendar,
    zone: sources.calendars(params).zone,
    rule: ruleId(winner),
    percent: params.percent ?? null,
    lost: lost
      .map((rule) => ({ rule, ...sources.deadline(rule) }))
      .toSorted((left, right) => left.at - right.at)
      .map(({ rule, dueAt }) => ({ rule: ruleId(rule), dueAt, within: rule.event.params.within })),
  };
}

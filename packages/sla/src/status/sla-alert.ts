import { formatInstant, parseDuration, type Instant } from "@amends/core/time";
import { ruleId, type FiredRule } from "@amends/core/rules";
import type { ServiceCalendars } from "../calendars/service-calendars.js";
import type { ChosenTarget } from "../choose-target.js";
import { addCountedTime, type ClockMeasure } from "../clocks/clock-measure.js";
import type { Pause } from "../pauses/pause.js";
import type { AlertParams } from "./alert-params.js";

/** A warning or an escalation of one clock. */
export interface SlaAlert {
  /** The rule that sets it: that of the target for the target's own warning. */
  readonly rule: string;
  readonly kind: "warning" | "breach" | "escalation";
  /** When to tell; for a clock that stands still, as if it ran on from now. */
  readonly at: string;
  /** Whom, in the host's words; nobody is named by a target's own warning. */
  readonly notify: readonly string[];
  /** Whether that moment has come; for a breach, whether it has passed. */
  readonly raised: boolean;
  /** Whether it waited for the next opening. */
  readonly postponed: boolean;
}

/** A rule about alerts. */
export type AlertRule = FiredRule<{ readonly type: string; readonly params: AlertParams & Readonly<Record<string, unknown>> }>;

/** How a clock runs, for its alerts. */
export interface AlertClock {
  readonly chosen: ChosenTarget;
  readonly measure: ClockMeasure;
  /** The target. */
  readonly seconds: number;
  readonly pauses: readonly Pause[];
  readonly calendars: ServiceCalendars;
  readonly now: Instant;
}

/** The alerts of a clock, earliest first: the target's own warning and those of the rules. */
export function alertsOf(clock: AlertClock, rules: readonly AlertRule[]): SlaAlert[] {
  const { params } = clock.chosen.rule.event;
  const own =
    params.warnAfter === undefined
      ? []
      : [alertAt(clock, { rule: ruleId(clock.chosen.rule), notify: [], used: parseDuration(params.warnAfter), inHours: false })];
  const chain = rules.map((rule) => {
    const { notify, inHours = false } = rule.event.params;
    return alertAt(clock, { rule: ruleId(rule), notify, used: usedAt(rule.event.params, clock.seconds), inHours });
  });
  return [...own, ...chain].sort((left, right) => left.instant - right.instant).map(({ alert }) => alert);
}

function alertAt(
  clock: AlertClock,
  {
    rule,
    notify,
    used,
    inHours,
  }: { readonly rule: string; readonly notify: readonly string[]; readonly used: number; readonly inHours: boolean },
): { readonly instant: Instant; readonly alert: SlaAlert } {
  const planned = instantAt(clock, used);
  const instant = inHours ? clock.calendars(clock.chosen.rule.event.params).nextOpen(planned) : planned;
  const kind = used < clock.seconds ? "warning" : used === clock.seconds ? "breach" : "escalation";
  // At the deadline itself the target can still be met.
  const raised = instant <= clock.now && (kind !== "breach" || clock.now > planned);
  return {
    instant,
    alert: { rule, kind, at: formatInstant(instant), notify, raised, postponed: instant > planned },
  };
}

/** The instant at which that much of the target's time is used. The deadline itself is the target's, whatever it counts by. */
function instantAt({ chosen, measure, seconds, pauses, now }: AlertClock, used: number): Instant {
  // What begins to stand still once the time is up moves nothing.
  const { startedAt, at } = chosen.deadline;
  if (used === seconds) return at;
  if (used > seconds) return measure.add(at, used - seconds);
  return Math.min(at, addCountedTime(measure, startedAt, used, pauses, now));
}

/** The seconds that are used at an alert's moment; never less than none. */
function usedAt({ percent, after, before, overdueBy }: AlertParams, seconds: number): number {
  if (percent !== undefined) return Math.round(seconds * percent * 10) / 1000;
  if (after !== undefined) return parseDuration(after);
  if (before !== undefined) return Math.max(0, seconds - parseDuration(before));
  return seconds + parseDuration(overdueBy ?? "PT0S");
}

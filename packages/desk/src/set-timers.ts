import { requireObject } from "@amends/core/errors";
import type { TimerService } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import type { SlaAlarm } from "@amends/sla";
import { safeError } from "./demand/ask-adapter.js";
import { untilAborted } from "./until-aborted.js";

/** One wake-up that a decided case asks for. */
export interface CaseTimer {
  readonly key: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Everything a decided case wants to be woken for: deadlines, reports on the way, follow-ups, and the next warning or escalation of
 * its clocks, where `nextAlarm` of `@amends/sla` found one. Keys are stable, so setting them again moves them.
 *
 * @example
 * import { caseTimers } from "@amends/desk";
 * caseTimers({ id: "C-1", followUps: [{ day: 3, at: "2026-03-06T15:00:00Z", kind: "survey", policy: "p", policies: [], rules: [], missing: [] }] }); // => [{ key: "C-1/follow_up_3", at: "2026-03-06T15:00:00Z", data: { caseId: "C-1", kind: "follow_up_3" } }]
 */
export function caseTimers(caseFile: CaseFile, alarm: SlaAlarm | null = null): readonly CaseTimer[] {
  requireObject(caseFile, "caseFile");
  if (alarm !== null) requireObject(alarm, "alarm");
  const id = caseFile.id ?? caseFile.ticket?.id ?? undefined;
  if (id === undefined) return [];
  const timer = (kind: string, at: string): CaseTimer => ({ key: `${id}/${kind}`, at, data: { caseId: id, kind } });
  const { answerDueAt, resolution, updates } = caseFile.sla ?? {};
  const alert = alarm?.alert ?? undefined;
  const runs = resolution?.state === "running" || resolution?.state === "overdue";
  return [
    ...(answerDueAt ? [timer("answer_due", answerDueAt)] : []),
    ...(resolution && runs ? [timer("resolution_due", resolution.dueAt)] : []),
    ...(alarm === null ? [] : [withAlarm(timer(alarmKind, alarm.at), alarm.clock, alert)]),
    ...(updates?.at ?? []).map((at, index) => timer(`update_${index + 1}`, at)),
    ...(caseFile.followUps ?? []).flatMap(({ day, at }) => (at === null ? [] : [timer(`follow_up_${day}`, at)])),
  ];
}

const alarmKind = "sla_alarm";

function withAlarm(timer: CaseTimer, clock: SlaAlarm["clock"], alert: SlaAlarm["alert"] | undefined): CaseTimer {
  const told = alert ? { alert: alert.kind, rule: alert.rule, notify: alert.notify } : {};
  return { ...timer, data: { ...timer.data, clock, ...told } };
}

/** What setting timers takes. */
export interface TimerSetting {
  readonly timers: TimerService;
  /** The case as it was decided before, whose timers may be set still; undefined for a case that is new. */
  readonly earlier: CaseFile | undefined;
  /** The next alarm of its clocks. */
  readonly alarm: SlaAlarm | null;
  readonly report: (caseFile: CaseFile, adapter: string, error: unknown) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Cancels the timers that an earlier decision set and this one doesn't want, and sets every timer of this one. One that can't be set or
 * cancelled is reported and keeps no other from it.
 */
export async function setTimers(caseFile: CaseFile, { timers, earlier, alarm, report, signal }: TimerSetting): Promise<void> {
  const wanted = caseTimers(caseFile, alarm);
  const keys = new Set(wanted.map(({ key }) => key));
  const attempt = async (call: "set" | "cancel", run: () => Promise<void>) => {
    try {
      await untilAborted(signal, run);
    } catch (error) {
      signal?.throwIfAborted();
      report(caseFile, timers.name, safeError({ adapter: timers.name, call }, error));
    }
  };
  for (const key of earlierKeys(caseFile, earlier)) if (!keys.has(key)) await attempt("cancel", () => timers.cancel(key));
  for (const { key, at, data } of wanted) await attempt("set", () => timers.set(key, at, data));
}

/**
 * The keys that earlier decisions of a case may have set: what its last one wanted, and the deadlines and alarms, which a case has had
 * even where its last decision owed nothing or isn't known.
 */
function earlierKeys(caseFile: CaseFile, earlier: CaseFile | undefined): ReadonlySet<string> {
  if (earlier === undefined) return new Set();
  const id = caseFile.id ?? caseFile.ticket?.id;
  const deadlines = id ? ["answer_due", "resolution_due", alarmKind].map((kind) => `${id}/${kind}`) : [];
  return new Set([...deadlines, ...caseTimers(earlier).map(({ key }) => key)]);
}

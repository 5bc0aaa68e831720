import type { TimerService } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { safeError } from "./demand/ask-adapter.js";

/** One wake-up that a decided case asks for. */
export interface CaseTimer {
  readonly key: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Everything a decided case wants to be woken for: deadlines, reports on the way, follow-ups. Keys are stable, so setting them again moves them.
 *
 * @example
 * import { caseTimers } from "@amends/desk";
 * caseTimers({ id: "C-1", followUps: [{ day: 3, at: "2026-03-06T15:00:00Z", kind: "survey", policy: "p", policies: [], rules: [], missing: [] }] }); // => [{ key: "C-1/follow_up_3", at: "2026-03-06T15:00:00Z", data: { caseId: "C-1", kind: "follow_up_3" } }]
 */
export function caseTimers(caseFile: CaseFile): readonly CaseTimer[] {
  const id = caseFile.id ?? caseFile.ticket?.id ?? undefined;
  if (id === undefined) return [];
  const timer = (kind: string, at: string): CaseTimer => ({ key: `${id}/${kind}`, at, data: { caseId: id, kind } });
  const { answerDueAt, resolution, updates } = caseFile.sla ?? {};
  const runs = resolution?.state === "running" || resolution?.state === "overdue";
  return [
    ...(answerDueAt ? [timer("answer_due", answerDueAt)] : []),
    ...(resolution && runs ? [timer("resolution_due", resolution.dueAt)] : []),
    ...(updates?.at ?? []).map((at, index) => timer(`update_${index + 1}`, at)),
    ...(caseFile.followUps ?? []).flatMap(({ day, at }) => (at === null ? [] : [timer(`follow_up_${day}`, at)])),
  ];
}

/** Sets every timer of a case; one that can't be set is reported and keeps no other from being set. */
export async function setTimers(
  caseFile: CaseFile,
  timers: TimerService,
  report: (caseFile: CaseFile, adapter: string, error: unknown) => void,
): Promise<void> {
  for (const { key, at, data } of caseTimers(caseFile)) {
    try {
      await timers.set(key, at, data);
    } catch (error) {
      report(caseFile, timers.name, safeError(timers.name, error));
    }
  }
}

import { formatInstant } from "@amends/core/time";
import type { Verdict } from "./judge-episode.js";
import type { JudgedCase } from "./judged-case.js";

/** The verdict as others read it. */
export function judgedCaseOf(verdict: Verdict): JudgedCase {
  const { caseId, receivedAt, dueAt, stoppedAt, observedUntil, outcome, counts, lateSeconds, causes, rule, percent, groups } = verdict;
  return {
    caseId,
    receivedAt: formatInstant(receivedAt),
    ...(dueAt === undefined ? {} : { dueAt: formatInstant(dueAt) }),
    ...(stoppedAt === undefined ? {} : { stoppedAt: formatInstant(stoppedAt) }),
    outcome,
    ...(counts === undefined ? {} : { counts }),
    waitSeconds: Math.max(0, (observedUntil - receivedAt) / 1000),
    lateSeconds,
    ...(causes === undefined ? {} : { causes }),
    ...(rule === undefined ? {} : { rule }),
    ...(percent === undefined ? {} : { percent }),
    groups: Object.fromEntries(groups),
  };
}

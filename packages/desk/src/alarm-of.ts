import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { nextAlarm, type SlaAlarm, type SlaPolicySet } from "@amends/sla";
import { slaStage } from "@amends/sla/stage";
import type { PlannedStage } from "./stage-plan.js";

/** The next warning, escalation or deadline of a decided case, by the desk's own policies; null where another stage decides its SLA. */
export function alarmOf(caseFile: CaseFile, plan: readonly PlannedStage[], contextOf: (caseFile: CaseFile) => Context): SlaAlarm | null {
  const planned = plan.find(({ stage }) => Object.is(stage, slaStage));
  if (planned === undefined) return null;
  return nextAlarm(caseFile, undefined, planned.policySet as SlaPolicySet, contextOf(caseFile));
}

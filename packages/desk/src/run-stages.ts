import { requireObject } from "@amends/core/errors";
import { stageKeys, type CaseFile, type StageKey } from "@amends/core/model";
import { withKey, type Context } from "@amends/core/stage";
import type { PlannedStage } from "./stage-plan.js";

export interface RunStagesOptions {
  /** Keeps keys that the case already has instead of deciding them anew. */
  readonly keep?: boolean;
  /** Stops after the stage that writes this key. */
  readonly stopAfter?: StageKey;
  /** Hears of each stage. */
  readonly onStage?: (caseFile: CaseFile, stage: StageKey) => void;
}

/** Runs the stages over a case, each adding its key. Without a ticket, only stages that can do without one run. */
export function runStages(
  caseFile: CaseFile,
  plan: readonly PlannedStage[],
  context: Context,
  options: RunStagesOptions = {},
): { readonly caseFile: CaseFile; readonly ran: readonly PlannedStage[] } {
  requireObject(options, "options");
  const ran: PlannedStage[] = [];
  let current = options.keep === true ? caseFile : withoutStageKeys(caseFile);
  for (const planned of plan) {
    const { withoutTicket, writes } = planned.stage;
    const kept = options.keep === true && current[writes] !== undefined && current[writes] !== null;
    const applies = withoutTicket || (current.ticket ?? null) !== null;
    if (applies && !kept) {
      current = withKey(current, writes, planned.stage.run(current, planned.policySet, context));
      ran.push(planned);
      options.onStage?.(current, writes);
    }
    if (options.stopAfter === writes) break;
  }
  return { caseFile: current, ran };
}

/** The case as it came in, with the link to the audit record before it. */
function withoutStageKeys(caseFile: CaseFile): CaseFile {
  const input = Object.fromEntries(Object.entries(caseFile).filter(([key]) => !(stageKeys as readonly string[]).includes(key)));
  return input;
}

import type { Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { RunCase } from "@amends/rule-tools";
import type { Lexicons } from "../input/read-lexicons.js";

/** The whole desk for cases and messages of tests. */
export interface TestDesk {
  readonly runCase: RunCase;
  /** The stages it runs. What one writes by itself must be what the desk writes, so they read with the same model and lexicons. */
  readonly stages: readonly AnyStage[];
}

/** A desk that takes cases with the policies of the run beside, or in place of, the standard ones. */
export async function loadTestDesk(lexicons: Lexicons): Promise<TestDesk> {
  const [{ createDesk }, { nodeZones }, { deskStages }] = await Promise.all([
    import("@amends/desk"),
    import("../node-zones.js"),
    import("../input/desk-stages.js"),
  ]);
  const zones = nodeZones();
  const stages = await deskStages({ lexicons });
  // A desk compiles every policy; the policies of a run stay the same list.
  const desks = new WeakMap<readonly Policy[], ReturnType<typeof createDesk>>();
  const none: readonly Policy[] = [];
  const runCase: RunCase = (caseFile, { stopAfter, policies = none }) => {
    const desk = desks.get(policies) ?? createDesk({ policies, zones, stages });
    desks.set(policies, desk);
    return desk.runStages(caseFile, { keep: true, ...(stopAfter === undefined ? {} : { stopAfter }) });
  };
  return { runCase, stages: stages as unknown as readonly AnyStage[] };
}

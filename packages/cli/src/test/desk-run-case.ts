import type { Policy } from "@amends/core/rules";
import type { RunCase } from "@amends/rule-tools";

/** Takes cases through the whole desk with the policies of the run beside, or in place of, the standard ones. */
export async function loadDeskRunCase(): Promise<RunCase> {
  const [{ createDesk }, { nodeZones }] = await Promise.all([import("@amends/desk"), import("../node-zones.js")]);
  const zones = nodeZones();
  // A desk compiles every policy; the policies of a run stay the same list.
  const desks = new WeakMap<readonly Policy[], ReturnType<typeof createDesk>>();
  const none: readonly Policy[] = [];
  return (caseFile, { stopAfter, policies = none }) => {
    const desk = desks.get(policies) ?? createDesk({ policies, zones });
    desks.set(policies, desk);
    return desk.runStages(caseFile, { keep: true, ...(stopAfter === undefined ? {} : { stopAfter }) });
  };
}

import type { Finding } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import type { LoadedPolicy } from "./load-policies.js";

/** Policies that are asked together and decide in different ways: of one decision, the standard ones beside them included. */
export function findMixedDecide(policies: readonly LoadedPolicy[]): Finding[] {
  const names = new Set(policies.map(({ name }) => name));
  const loaded = policies.flatMap((each) => (each.loaded === undefined ? [] : [{ ...each.loaded, source: each.source }]));
  const stages = [...new Set(loaded.map(({ stage }) => stage))];
  const standard = stages.flatMap((stage) => stage.policies.filter((each) => !names.has(each.policy)));
  const firstOfMode = new Map<string, Map<string, Policy>>();
  for (const policy of [...standard, ...loaded.map((each) => each.policy)]) {
    const key = `${policy.stage} ${policy.decision}`;
    const modes = firstOfMode.get(key) ?? new Map<string, Policy>();
    if (!modes.has(policy.decide)) modes.set(policy.decide, policy);
    firstOfMode.set(key, modes);
  }
  return loaded.flatMap(({ policy, source }) => {
    const modes = firstOfMode.get(`${policy.stage} ${policy.decision}`);
    const other = [...(modes?.values() ?? [])].find(({ decide }) => decide !== policy.decide);
    if (other === undefined) return [];
    return [
      source.finding(["decide"], {
        code: "decide_mixed",
        message: `"${policy.decision}" is decided by "${policy.decide}" here, and by "${other.decide}" in ${other.policy}`,
        expected: "one way for all policies of a decision",
        fix: `write "${other.decide}", or give this policy the name of the one it stands in for`,
      }),
    ];
  });
}

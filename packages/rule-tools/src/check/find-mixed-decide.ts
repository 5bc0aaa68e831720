import type { Finding } from "@amends/core/errors";
import type { LoadedPolicy } from "./load-policies.js";

/** Policies that are asked together and decide in different ways: of one decision, the standard ones beside them included. */
export function findMixedDecide(policies: readonly LoadedPolicy[]): Finding[] {
  const names = new Set(policies.map(({ name }) => name));
  return policies.flatMap(({ loaded, source, name }) => {
    if (loaded === undefined) return [];
    const { policy, stage } = loaded;
    const standard = stage.policies.filter((each) => !names.has(each.policy));
    const own = policies.flatMap((each) => (each.loaded?.stage === stage && each.name !== name ? [each.loaded.policy] : []));
    const other = [...standard, ...own].find(({ decision, decide }) => decision === policy.decision && decide !== policy.decide);
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

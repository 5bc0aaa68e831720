import { negationOf } from "../witness/formula.js";
import { hasFired } from "../witness/policy-reasoner.js";
import type { LintCheck } from "./lint-check.js";

/** Rules whose conditions say something and exclude nothing. One that says nothing, `{ "all": [] }`, is meant to take every case. */
export const alwaysFires: LintCheck = {
  code: "always-fires",
  severity: "warning",
  summary: "a rule whose conditions hold in every case",
  find: (subject) => {
    const { policy, reasoner } = subject;
    return policy.rules.flatMap(({ name, conditions }, index) => {
      if (isCatchAll(conditions)) return [];
      const fires = reasoner.model.fires(index);
      if (!reasoner.excludes(negationOf(fires))) return [];
      const shown = reasoner.find([fires], (decision) => hasFired(decision, name));
      if (shown.kind !== "satisfiable") return [];
      return [
        subject.finding(["rules", index, "conditions"], {
          code: "always-fires",
          message: `rule "${name}" fires in every case: its conditions exclude none`,
          fix: 'write { "all": [] } where this is meant, or mend the conditions',
          witness: { facts: shown.facts, says: `"${name}" fires even here, and so in every other case` },
        }),
      ];
    });
  },
};

/** Whether a rule's conditions say that it takes every case. */
export function isCatchAll(conditions: unknown): boolean {
  const { all, any, not, condition } = conditions as Record<string, unknown>;
  return Array.isArray(all) && all.length === 0 && any === undefined && not === undefined && condition === undefined;
}

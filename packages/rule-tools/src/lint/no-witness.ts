import { hasFired } from "../witness/policy-reasoner.js";
import type { LintCheck } from "./lint-check.js";

/** Rules with comparisons that can't be reasoned on, for which no case was found: nothing is claimed of them but that. */
export const noWitness: LintCheck = {
  code: "no-witness",
  severity: "warning",
  summary: "a rule of which neither a case that it takes was found, nor a proof that there is none",
  find: (subject) => {
    const { reasoner, policy } = subject;
    if (reasoner.model.opaque.size === 0) return [];
    return policy.rules.flatMap(({ name }, index) => {
      if (subject.neverFires(index)) return [];
      const answer = reasoner.find([reasoner.model.fires(index)], (decision) => hasFired(decision, name));
      if (answer.kind !== "unknown") return [];
      return [
        subject.finding(["rules", index, "conditions"], {
          code: "no-witness",
          message: `rule "${name}": no witness in ${answer.tries} tries; whether it can fire is not known`,
          fix: "add a test with a case that it takes, or look for comparisons that exclude each other",
        }),
      ];
    });
  },
};

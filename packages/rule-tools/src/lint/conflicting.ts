import { hasFired } from "../witness/policy-reasoner.js";
import { contradictionOf } from "./contradiction.js";
import type { LintCheck } from "./lint-check.js";
import type { LintSubject } from "./lint-subject.js";
import { datedVersionsOf } from "./overlapping-dates.js";

/** How many pairs of one policy are looked at closely, so that lint stays quick whatever the file. */
const pairsAtMost = 2000;

/** Rules that fire in one case and say what can't both be; what that is depends on how the policy decides. */
export const conflicting: LintCheck = {
  code: "conflicting",
  severity: "warning",
  summary: "two rules that fire in one case with outcomes that contradict each other",
  find: (subject) => {
    const { policy, reasoner } = subject;
    const versions = datedVersionsOf(subject);
    let left = pairsAtMost;
    return policy.rules.flatMap(({ name }, index) => {
      for (let earlier = 0; earlier < index; earlier += 1) {
        if (left <= 0) return [];
        const why = suspect(subject, earlier, index);
        if (why === undefined || versions.has(`${earlier} ${index}`)) continue;
        left -= 1;
        const other = subject.rule(earlier).name;
        const both = [reasoner.model.fires(earlier), reasoner.model.fires(index)];
        const shown = reasoner.find(both, (decision) => hasFired(decision, name) && hasFired(decision, other));
        if (shown.kind !== "satisfiable") continue;
        return [
          subject.finding(["rules", index], {
            code: "conflicting",
            message: `rules "${other}" and "${name}" both fire and contradict each other: ${why}`,
            fix: policy.decide === "all" ? "narrow one of them so that they exclude each other" : "give one of them the higher priority",
            witness: { facts: shown.facts, says: `"${other}" and "${name}" both fire` },
          }),
        ];
      }
      return [];
    });
  },
};

function suspect(subject: LintSubject, left: number, right: number): string | undefined {
  return subject.areApart(left, right) ? undefined : contradictionOf(subject, left, right);
}

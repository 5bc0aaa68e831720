import type { LintCheck } from "./lint-check.js";

/** A policy that decides nothing, whatever the case: its rules are still to be written, or it keeps a standard policy from deciding. */
export const noRules: LintCheck = {
  code: "no-rules",
  severity: "warning",
  summary: "a policy without rules, which decides nothing",
  find: (subject) => {
    const { policy, stage } = subject;
    if (policy.rules.length > 0) return [];
    const isStandard = stage.policies.some((standard) => standard.policy === policy.policy);
    return [
      subject.finding(["rules"], {
        code: "no-rules",
        message: `the policy has no rule, so it never decides${isStandard ? ", and stands in the place of the standard policy" : ""}`,
        fix: isStandard ? "add a rule, or take the file away to have the standard policy back" : "add a rule, or take the file away",
      }),
    ];
  },
};

import type { LintCheck } from "./lint-check.js";

/** Shared conditions that no rule refers to, directly or through others. */
export const unusedCondition: LintCheck = {
  code: "unused-condition",
  severity: "warning",
  summary: "a shared condition that no rule refers to",
  find: (subject) => {
    const shared = subject.policy.conditions ?? {};
    const used = new Set<string>();
    const follow = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { condition } = value as { condition?: unknown };
      if (typeof condition === "string" && !used.has(condition)) {
        used.add(condition);
        follow(shared[condition]);
      }
      for (const member of Object.values(value)) follow(member);
    };
    for (const { conditions } of subject.policy.rules) follow(conditions);
    return Object.keys(shared)
      .filter((name) => !used.has(name))
      .map((name) =>
        subject.finding(
          ["conditions", name],
          {
            code: "unused-condition",
            message: `no rule refers to the condition "${name}"`,
            fix: `refer to it as { "condition": "${name}" }, or remove it`,
          },
          "key",
        ),
      );
  },
};

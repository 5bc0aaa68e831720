import type { Finding, FindingSeverity } from "@amends/core/errors";
import type { AnyStage } from "@amends/core/stage";
import { loadPolicies, type LoadedPolicy } from "../check/load-policies.js";
import type { SourceFile } from "../source-file.js";
import { lintChecks } from "./lint-checks.js";
import { LintSubject, type LintSubjectOptions } from "./lint-subject.js";

export interface LintOptions extends LintSubjectOptions {
  /** Severity by code, as in the settings; what is off isn't looked for. */
  readonly severity?: Readonly<Record<string, FindingSeverity>>;
}

/**
 * Looks for rules that load and still don't mean what they say: that never fire or always do, that others shadow or contradict, cases
 * no rule takes, and the like. A file that doesn't load is left out; `checkPolicyFiles` says why. Every finding carries its severity
 * and, where it shows in a case, a case that was really decided.
 *
 * @example
 * import { lintPolicies } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * const text = JSON.stringify({
 *   policy: "shop/x", version: "1.0.0", stage: "sla", decision: "targets", decide: "strictest",
 *   rules: [{ name: "r", conditions: { any: [] }, event: { type: "respond", params: { within: "PT1H", clock: "calendar" } }, because: "x" }],
 * });
 * lintPolicies([{ path: "x.policy.json", text }], { stages: [slaStage] }).map(({ code }) => code); // => ["empty-group", "always-fires"]
 */
export function lintPolicies(
  files: readonly SourceFile[],
  options: LintOptions & { readonly stages: readonly AnyStage[] },
): readonly Finding[] {
  return lintLoaded(loadPolicies(files, options.stages).policies, options);
}

/** As {@link lintPolicies}, for policies that are loaded already. */
export function lintLoaded(policies: readonly LoadedPolicy[], { severity = {}, ...options }: LintOptions = {}): readonly Finding[] {
  const checks = lintChecks
    .map((check) => ({ ...check, severity: severity[check.code] ?? check.severity }))
    .filter((check) => check.severity !== "off");
  return policies.flatMap(({ loaded, source }) => {
    if (loaded === undefined) return [];
    const subject = new LintSubject(loaded.policy, loaded.stage, source, options);
    return checks.flatMap((check) => check.find(subject).map((finding) => ({ ...finding, severity: check.severity })));
  });
}

import type { Policy } from "@amends/core/rules";
import { lintPolicies, type LintOptions } from "../lint-policies.js";
import { stage } from "./linted-stage.js";

/** A condition on a fact of that stage. */
export const leaf = (fact: string, operator: string, value: unknown) => ({ fact: `x.${fact}`, operator, value });
interface Rule {
  readonly [key: string]: unknown;
  readonly all?: readonly object[];
  readonly say?: object;
}

/** A rule that says something of that stage. */
export const rule = (name: string, { all = [], say = {}, ...rest }: Rule = {}) => ({
  name,
  because: "as it is",
  conditions: { all },
  event: { type: "say", params: say },
  ...rest,
});

/** A policy of that stage. */
export const policyOf = (decide: string, rules: readonly object[], changes: object = {}) =>
  ({ policy: "shop/x", version: "1.0.0", stage: "sla", decision: "words", decide, rules, ...changes }) as unknown as Policy;

/** What lint finds in such a policy. */
export function lint(decide: string, rules: readonly object[], changes: object = {}, options: LintOptions = {}) {
  const text = JSON.stringify(policyOf(decide, rules, changes), null, 2);
  return lintPolicies([{ path: "x.policy.json", text }], { stages: [stage], ...options });
}

/** Only the codes and places of what it finds. */
export const codes = (...given: Parameters<typeof lint>) => lint(...given).map(({ code, path }) => `${code} ${path ?? ""}`);

/** A condition on the number of that stage. */
export const day = (operator: string, value: unknown) => leaf("days", operator, value);

/** A condition on the words of that stage. */
export const word = (...words: string[]) => leaf("word", "in", words);

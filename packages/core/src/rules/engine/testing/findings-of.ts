import type { Finding } from "../../../errors/finding.js";
import { InvalidPolicyError } from "../../../errors/invalid-policy-error.js";
import { compileRules } from "../compile-rules.js";
import type { RuleOptions } from "../rule-options.js";

/** The findings compiling these rules ends with; empty when they compile. */
export function findingsOf(rules: unknown, options: unknown = {}): readonly Finding[] {
  try {
    compileRules(rules as never, options as RuleOptions);
    return [];
  } catch (error) {
    if (InvalidPolicyError.isInstance(error)) return error.findings;
    throw error;
  }
}

/** The findings as `code @ path`. */
export function placesOf(rules: unknown, options: unknown = {}): string[] {
  return findingsOf(rules, options).map(({ code, path }) => `${code} @ ${path ?? ""}`);
}

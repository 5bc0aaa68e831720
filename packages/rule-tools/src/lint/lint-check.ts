import type { Finding, FindingSeverity } from "@amends/core/errors";
import type { LintSubject } from "./lint-subject.js";

/** One thing that lint looks for. */
export interface LintCheck {
  readonly code: string;
  /** How much it weighs unless the settings say otherwise. */
  readonly severity: FindingSeverity;
  /** What is wrong where it is found, in one sentence. */
  readonly summary: string;
  find(subject: LintSubject): readonly Finding[];
}

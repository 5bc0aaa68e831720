import type { FindingSeverity } from "@amends/core/errors";

/** What a code is about: the text of a file, a policy's structure, what it says, its tests, packs of dated facts, lexicons, settings, or rules that a program hands over. */
export type CodeSubject = "file" | "policy" | "rules" | "tests" | "packs" | "lexicons" | "settings" | "lint" | "program";

/** A code of a finding: how much it weighs, and what it says in one line. Its page is docs/rules/<code>.md. */
export interface RuleCode {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly about: CodeSubject;
  readonly summary: string;
}

import type { FindingSeverity } from "@amends/core/errors";

/** One thing that a file which can be read is looked through for. */
export interface FileCheck {
  readonly code: string;
  /** How much it weighs unless the settings say otherwise. */
  readonly severity: FindingSeverity;
  /** What is wrong where it is found, in one sentence. */
  readonly summary: string;
}

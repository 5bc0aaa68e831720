import type { FindingSeverity } from "@amends/core/errors";

/** One thing that the dates of a pack are looked through for. */
export interface PackCheck {
  readonly code: string;
  /** How much it weighs unless the settings say otherwise. */
  readonly severity: FindingSeverity;
  /** What is wrong where it is found, in one sentence. */
  readonly summary: string;
}

/** Everything that is looked for in packs that can be read. */
export const packChecks: readonly PackCheck[] = [
  { code: "pack-dates", severity: "error", summary: "a fact that ends before it begins" },
  { code: "pack-overlap", severity: "error", summary: "a fact that is told twice for the same days" },
  { code: "pack-expired", severity: "warning", summary: "a fact that ended, and nothing follows it" },
];

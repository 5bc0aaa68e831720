import type { FindingSeverity } from "@amends/core/errors";

/** One thing that packs are looked through for. */
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
  { code: "pack-adds", severity: "warning", summary: "a fact that the standard pack of the same name doesn't have" },
  { code: "pack-replaces", severity: "warning", summary: "a fact that takes the place of a standard one on some of its days alone" },
];

import type { FileCheck } from "../file-check.js";

/** Everything that is looked for in packs that can be read. */
export const packChecks: readonly FileCheck[] = [
  { code: "pack-dates", severity: "error", summary: "a fact that ends before it begins" },
  { code: "pack-overlap", severity: "error", summary: "a fact that is told twice for the same days" },
  { code: "pack-expired", severity: "warning", summary: "a fact that ended, and nothing follows it" },
  { code: "pack-adds", severity: "warning", summary: "a fact that the standard pack of the same name doesn't have" },
  { code: "pack-replaces", severity: "warning", summary: "a fact that takes the place of a standard one on some of its days alone" },
];

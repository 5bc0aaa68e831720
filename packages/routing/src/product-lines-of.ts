import type { CaseFile } from "@amends/core/model";

/** The product lines of the order's items, each once, in the order of the items. */
export function productLinesOf(caseFile: CaseFile): string[] {
  const lines = (caseFile.order?.items ?? []).map(({ productLine }) => productLine ?? "");
  return [...new Set(lines)].filter((line) => line !== "");
}

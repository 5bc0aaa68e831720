import type { CaseFile, EvidenceKind } from "@amends/core/model";

/** The evidence that the customer is asked for: of what the risk stage wants, the kinds that a customer can give. */
export function evidenceWanted({ risk }: CaseFile, customerEvidence: unknown): readonly EvidenceKind[] {
  if (risk === undefined || "undecided" in risk) return [];
  return Array.isArray(customerEvidence) ? risk.evidence.filter((kind) => customerEvidence.includes(kind)) : risk.evidence;
}

import type { IssueType } from "../model/words.js";

/** What went wrong, as against what the buyer wants done. */
export const faults: readonly IssueType[] = [
  "logistics_damaged",
  "wrong_or_missing_item",
  "not_as_described",
  "quality_defect",
  "logistics_not_received",
  "logistics_delay",
];

/** Issue types of which a message about one is seldom also about another: two of a family are one issue. */
const families: Readonly<Partial<Record<IssueType, string>>> = {
  logistics_tracking: "transit",
  logistics_delay: "transit",
  logistics_not_received: "transit",
  customs_clearance: "border",
  duties_and_taxes: "border",
  quality_defect: "product",
  not_as_described: "product",
  wrong_or_missing_item: "product",
  logistics_damaged: "product",
  return_exchange: "remedy",
  refund_status: "remedy",
  service_complaint: "service",
};

/** Families that go along with a fault and are no issue of their own beside it: what is wanted for it, and the tone it is told in. */
export const companions: ReadonlySet<string> = new Set(["remedy", "service"]);

/** The family of an issue type, itself where it stands alone. */
export function issueFamily(issueType: IssueType): string {
  return families[issueType] ?? issueType;
}

import type { CaseFile, SupportTier } from "@amends/core/model";
import { productLinesOf } from "../product-lines-of.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { criteria } from "./criterion.js";
import type { Preferences } from "./score-standing.js";

/** What the policies prefer among those who fit. */
export function preferencesOf(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  tier: SupportTier,
  language: string | undefined,
): Preferences {
  const country = caseFile.customer?.country ?? caseFile.order?.shipTo;
  const regions = evaluation.decide("regions").events.map(({ params }) => params.region);
  const points = new Map<string, number>();
  for (const { params } of evaluation.decide("weights").events)
    points.set(params.criterion, (points.get(params.criterion) ?? 0) + params.points);
  return {
    weights: criteria.map((criterion) => ({ criterion, points: points.get(criterion) ?? 0 })),
    owner: caseFile.ticket?.owner ?? undefined,
    language,
    tier,
    issueType: caseFile.classification?.issueType,
    productLines: productLinesOf(caseFile),
    regions: country === undefined || country === null ? regions : [country, ...regions],
  };
}

import type { CaseFile, SupportTier } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { productLinesOf } from "../product-lines-of.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { criteria } from "./criterion.js";
import { hoursApart } from "./hours-apart.js";
import type { Preferences } from "./score-standing.js";

/** What the policies prefer among those who fit. */
export function preferencesOf(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  { now, zones }: Context,
  tier: SupportTier,
  language: string | undefined,
): Preferences {
  const country = caseFile.customer?.country ?? caseFile.order?.shipTo;
  const regions = evaluation.decide("regions").events.map(({ params }) => params.region);
  const points = new Map<string, number>();
  const skills: string[] = [];
  for (const event of evaluation.decide("weights").events) {
    if (event.type === "preferSkills") skills.push(...event.params.skills.filter((skill) => !skills.includes(skill)));
    else points.set(event.params.criterion, (points.get(event.params.criterion) ?? 0) + event.params.points);
  }
  const related = points.has("related_language") ? evaluation.decide("relatedLanguages").events : [];
  const home = caseFile.customer?.zone;
  return {
    weights: criteria.map((criterion) => ({ criterion, points: points.get(criterion) ?? 0 })).filter((weight) => weight.points > 0),
    owner: caseFile.ticket?.owner ?? undefined,
    preferredAgent: caseFile.customer?.preferredAgent ?? undefined,
    skills,
    language,
    relatedLanguages: new Set(related.flatMap(({ params }) => params.languages)),
    hoursFromCustomer: (zone) => hoursApart(zone, home, now, zones),
    tier,
    issueType: caseFile.classification?.issueType,
    productLines: productLinesOf(caseFile),
    regions: country === undefined || country === null ? regions : [country, ...regions],
  };
}

import type { CaseFile, SupportTier } from "@amends/core/model";
import { productLinesOf } from "../product-lines-of.js";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import type { Requirements } from "./requirements.js";

/** What the policies ask of whoever takes the case. What they ask for and the case lacks is not required. */
export function requirementsOf(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  tier: SupportTier,
  language: string | undefined,
): Requirements {
  const said = evaluation.decide("requirements").events;
  const asks = (type: (typeof said)[number]["type"]) => said.some((event) => event.type === type);
  const specialty = asks("requireSpecialty") ? caseFile.classification?.issueType : undefined;
  const productLines = asks("requireProductLine") ? productLinesOf(caseFile) : [];
  const unsaid: { -readonly [Key in keyof Requirements["unsaid"]]: Requirements["unsaid"][Key] } = {};
  const skills = new Set<string>();
  let languageLevel = 1;
  for (const event of said) {
    if (event.type === "minimumLanguageLevel") languageLevel = Math.max(languageLevel, event.params.level);
    if (event.type === "requireSkills") for (const skill of event.params.skills) skills.add(skill);
    if (event.type === "unsaid") {
      unsaid.languageLevel ??= event.params.languageLevel;
      unsaid.tier ??= event.params.tier;
    }
  }
  return {
    tier,
    language,
    languageLevel,
    translation: asks("translation"),
    specialty,
    productLines: productLines.length === 0 ? undefined : productLines,
    skills: [...skills],
    temporary: asks("admitTemporary"),
    unsaid,
  };
}

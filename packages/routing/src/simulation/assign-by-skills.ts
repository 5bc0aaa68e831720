import { requireObject } from "@amends/core/errors";
import type { Agent } from "@amends/core/model";
import { baseLanguage } from "../case-language.js";
import type { Assignability } from "./simulation-policy.js";
import type { TicketKind } from "./ticket-kind.js";

/**
 * Who takes tickets of a kind where no policy says: agents who write its language, know its issue type and its product line. What the
 * kind doesn't say is not asked, and an agent of whom the roster lists no languages, skills or product lines takes every one.
 *
 * @example
 * import { assignBySkills } from "@amends/routing/simulation";
 * const kind = { name: "dutch", language: "nl", handleSeconds: 300 };
 * assignBySkills(kind, { id: "a", languages: [{ code: "nl", level: 5 }] }); // => { score: 5 }
 * assignBySkills(kind, { id: "b", languages: [{ code: "en", level: 5 }] }); // => undefined
 */
export function assignBySkills(kind: TicketKind, agent: Agent): Assignability | undefined {
  requireObject(kind, "kind");
  requireObject(agent, "agent");
  const { languages, skills, productLines } = agent;
  if (kind.issueType !== undefined && skills && skills.length > 0 && !skills.includes(kind.issueType)) return undefined;
  if (kind.productLine !== undefined && productLines && productLines.length > 0 && !productLines.includes(kind.productLine))
    return undefined;
  if (kind.language === undefined || !languages || languages.length === 0) return { score: 0 };
  const wanted = baseLanguage(kind.language);
  const levels = languages.filter(({ code }) => baseLanguage(code) === wanted).map(({ level }) => level ?? 1);
  return levels.length === 0 ? undefined : { score: Math.max(...levels) };
}

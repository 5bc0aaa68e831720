import { supportTiers, type Agent, type SupportTier } from "@amends/core/model";
import { baseLanguage } from "../case-language.js";
import { isLetGo, type Relaxation } from "./relaxation.js";
import type { Requirements } from "./requirements.js";
import type { Hours, WorkingHours } from "./working-hours.js";

/** Why somebody who fits can't take the case now. */
export type Absence = "temporary_agent" | "calendar_unknown" | "outside_working_hours" | "away" | "offline" | "at_capacity";

/** How one agent stands to a case. */
export interface Standing {
  readonly agent: Agent;
  readonly hours: Hours;
  readonly tier: SupportTier | undefined;
  /** How well the agent writes the language of the case; 0 where not at all, `undefined` where nobody says how well. */
  readonly level: number | undefined;
  /** Open tickets over capacity; `undefined` where the roster doesn't say. */
  readonly loadRatio: number | undefined;
  /** The requirements the agent doesn't meet, the hardest to teach first. */
  readonly lacks: readonly Relaxation[];
  readonly absence: Absence | undefined;
}

/** Looks at one agent once; every later question is answered from the result. */
export function standingOf(agent: Agent, requirements: Requirements, workingHours: WorkingHours): Standing {
  const hours = workingHours.of(agent);
  const tier = agent.tier ?? requirements.unsaid.tier;
  const level = requirements.language === undefined ? undefined : levelOf(agent, requirements.language, requirements.unsaid.languageLevel);
  const lacks: Relaxation[] = [];
  if (requirements.language !== undefined && (level === undefined || level < requirements.languageLevel)) {
    const oneBelow = level !== undefined && level > 0 && level >= requirements.languageLevel - 1;
    lacks.push(oneBelow ? "lower_language_level" : "language");
  }
  const steps = tier === undefined ? Infinity : supportTiers.indexOf(requirements.tier) - supportTiers.indexOf(tier);
  if (steps > 0) lacks.push(steps === 1 ? "lower_tier" : "tier");
  if (requirements.specialty !== undefined && agent.skills?.includes(requirements.specialty) !== true) lacks.push("specialty");
  if (!requirements.skills.every((skill) => agent.skills?.includes(skill))) lacks.push("skill");
  if (requirements.productLines !== undefined && !requirements.productLines.some((line) => agent.productLines?.includes(line)))
    lacks.push("product_line");
  return { agent, hours, tier, level, loadRatio: loadRatioOf(agent), lacks, absence: absenceOf(agent, hours, requirements) };
}

/** Whether the agent meets the requirements but for those let go of. */
export function fits({ lacks }: Standing, relaxed: ReadonlySet<Relaxation>): boolean {
  return lacks.every((lack) => isLetGo(lack, relaxed));
}

/** Whether the agent fits and can take the case now. */
export function canTake(standing: Standing, relaxed: ReadonlySet<Relaxation>): boolean {
  return standing.absence === undefined && fits(standing, relaxed);
}

/** The agent's best entry for the language: 0 where there is none, `undefined` where none says how well. */
function levelOf(agent: Agent, language: string, unsaid: number | undefined): number | undefined {
  let best: number | undefined = 0;
  for (const { code, level } of agent.languages ?? []) {
    if (baseLanguage(code) !== language) continue;
    const known = level ?? unsaid;
    if (known === undefined) best = best === 0 ? undefined : best;
    else best = Math.max(best ?? 0, known);
  }
  return best;
}

function loadRatioOf({ capacity, load }: Agent): number | undefined {
  if (capacity === undefined || capacity === null || load === undefined || load === null) return undefined;
  return capacity === 0 ? 1 : load / capacity;
}

function absenceOf(agent: Agent, hours: Hours, { temporary }: Requirements): Absence | undefined {
  if (agent.temporary === true && !temporary) return "temporary_agent";
  if (!hours.known) return "calendar_unknown";
  if (!hours.open) return "outside_working_hours";
  if (agent.status === "away" || agent.status === "offline") return agent.status;
  // No capacity at all takes no ticket, whatever the load.
  const full = agent.capacity === 0 || (loadRatioOf(agent) ?? 0) >= 1;
  return full ? "at_capacity" : undefined;
}

import type { AssignmentCandidate } from "@amends/core/model";
import { baseLanguage } from "../case-language.js";
import type { Standing } from "../roster/standing.js";
import type { Criterion } from "./criterion.js";

/** What a case prefers among agents who fit. */
export interface Preferences {
  /** What each criterion is worth, in the order their reasons are listed. */
  readonly weights: readonly { readonly criterion: Criterion; readonly points: number }[];
  readonly owner: string | undefined;
  /** The agent the customer asked for, or knows. */
  readonly preferredAgent: string | undefined;
  /** Skills of the host's own that help. */
  readonly skills: readonly string[];
  readonly language: string | undefined;
  /** Languages so near to that of the case that who writes one can check a translation. */
  readonly relatedLanguages: ReadonlySet<string>;
  /** How far the clock of a zone is from the customer's, 0 to 12; `undefined` where nobody knows. */
  readonly hoursFromCustomer: (zone: string | null | undefined) => number | undefined;
  readonly tier: string;
  readonly issueType: string | undefined;
  readonly productLines: readonly string[];
  readonly regions: readonly string[];
}

type Reason = AssignmentCandidate["reasons"][number];

/** Native on the scale of the model. */
const highestLevel = 5;

/** Clocks are never farther apart. */
const farthestHours = 12;

/** The points of one agent. They depend on the agent and the case alone, never on who else is on the roster. */
export function scoreStanding(standing: Standing, preferences: Preferences): AssignmentCandidate {
  const reasons: Reason[] = [];
  let score = 0;
  for (const { criterion, points } of preferences.weights) {
    const judged = judge(criterion, standing, preferences);
    if (judged === undefined) continue;
    const earned = hundredths(points * judged.share);
    if (earned === 0) continue;
    reasons.push({ code: criterion, points: earned, because: judged.because });
    score += earned;
  }
  return { agent: standing.agent.id, score: hundredths(score), reasons };
}

/** Which share of a criterion's points an agent earns, 0 to 1, and why. */
interface Judged {
  readonly share: number;
  readonly because: string;
}

/** How an agent does by one criterion; `undefined` where the roster or the case doesn't say. */
function judge(criterion: Criterion, { agent, level, loadRatio, tier }: Standing, preferences: Preferences): Judged | undefined {
  switch (criterion) {
    case "owner":
      return agent.id === preferences.owner ? { share: 1, because: "Owns the ticket already: no handover." } : undefined;
    case "preferred_agent":
      return agent.id === preferences.preferredAgent
        ? { share: 1, because: "The customer asked for this agent, or knows them." }
        : undefined;
    case "language_level":
      return level === undefined || level === 0
        ? undefined
        : { share: level / highestLevel, because: `Writes ${preferences.language} at level ${level} of ${highestLevel}.` };
    case "related_language":
      return level === 0 ? relatedLanguage(agent, preferences.relatedLanguages) : undefined;
    case "near_zone": {
      const hours = preferences.hoursFromCustomer(agent.zone);
      if (hours === undefined) return undefined;
      const apart = hours === 0 ? "on the customer's clock" : `${hours} ${hours === 1 ? "hour" : "hours"} from the customer's clock`;
      return { share: 1 - hours / farthestHours, because: `Works ${apart}.` };
    }
    case "specialty":
      return preferences.issueType !== undefined && agent.skills?.includes(preferences.issueType) === true
        ? { share: 1, because: `Specialises in ${preferences.issueType}.` }
        : undefined;
    case "skills": {
      const known = preferences.skills.filter((skill) => agent.skills?.includes(skill));
      return known.length === 0
        ? undefined
        : { share: known.length / preferences.skills.length, because: `Has of the wanted skills ${known.join(", ")}.` };
    }
    case "product_line": {
      const known = preferences.productLines.filter((line) => agent.productLines?.includes(line));
      return known.length === 0
        ? undefined
        : { share: known.length / preferences.productLines.length, because: `Knows the product line ${known.join(", ")}.` };
    }
    case "region": {
      const region = preferences.regions.find((each) => agent.regions?.includes(each));
      return region === undefined ? undefined : { share: 1, because: `Serves ${region}.` };
    }
    case "tier":
      return tier === preferences.tier
        ? { share: 1, because: `Works at tier ${tier}, which the case needs: higher tiers stay free.` }
        : undefined;
    case "load":
      return loadRatio === undefined || loadRatio >= 1
        ? undefined
        : {
            share: 1 - loadRatio,
            because: `Has ${agent.load} open tickets of ${agent.capacity}${agent.onHold ? `; ${agent.onHold} more on hold don't count` : ""}.`,
          };
  }
}

/** The best related language that the roster gives a level for. */
function relatedLanguage({ languages }: Standing["agent"], related: ReadonlySet<string>): Judged | undefined {
  let best: Judged | undefined;
  for (const { code, level } of languages ?? []) {
    if (level === undefined || level === null || !related.has(baseLanguage(code))) continue;
    const share = level / highestLevel;
    if (best === undefined || share > best.share)
      best = { share, because: `Writes ${code} at level ${level} of ${highestLevel}, near enough to check a translation.` };
  }
  return best;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

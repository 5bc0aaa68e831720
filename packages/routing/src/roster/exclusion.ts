import type { Assignment, ExcludedAgent } from "@amends/core/model";
import { formatInstant, localTimeOf, type Instant, type ZoneProvider } from "@amends/core/time";
import { isLetGo, type Relaxation } from "./relaxation.js";
import type { Requirements } from "./requirements.js";
import type { Absence, Standing } from "./standing.js";
import type { Hours } from "./working-hours.js";

/** Why those who could take a case are passed over: it is kept for somebody else. */
export type Kept = Omit<ExcludedAgent, "agent">;

/** Says of each agent who can't take a case why not, and of one who does what was let go of; sentences about one set of hours are made once. */
export class Exclusions {
  readonly #requirements: Requirements;
  readonly #now: Instant;
  readonly #zones: ZoneProvider;
  readonly #closed = new Map<Hours, string>();

  constructor(requirements: Requirements, now: Instant, zones: ZoneProvider) {
    this.#requirements = requirements;
    this.#now = now;
    this.#zones = zones;
  }

  /** The first requirement in the way that wasn't let go of, else why the agent can't take it now, else for whom the case is kept. */
  of(standing: Standing, relaxed: ReadonlySet<Relaxation>, kept?: Kept): ExcludedAgent {
    const { absence, lacks } = standing;
    const agent = standing.agent.id;
    const lack = lacks.find((each) => !isLetGo(each, relaxed));
    if (lack !== undefined) return { agent, ...this.#lack(lack, standing) };
    if (absence !== undefined) return { agent, ...this.#absence(absence, standing) };
    if (kept !== undefined) return { agent, ...kept };
    // What was let go of for others, such as the emergency team, still stands in this one's way.
    return { agent, ...this.#lack(lacks[0] as Relaxation, standing) };
  }

  /** What was let go of for one who takes the case all the same. */
  letGoFor(standing: Standing): Assignment["relaxed"] {
    return standing.lacks.map((requirement) => ({ requirement, because: this.#lack(requirement, standing).because }));
  }

  #lack(lack: Relaxation, { agent, level, tier }: Standing): Omit<ExcludedAgent, "agent"> {
    const { language, languageLevel, tier: wanted, specialty, productLines } = this.#requirements;
    switch (lack) {
      case "lower_language_level":
      case "language":
        if (level === 0) return { reason: "language_missing", because: `Doesn't write ${language}.` };
        return {
          reason: "language_level_too_low",
          because: `Writes ${language} at ${level === undefined ? "a level the roster doesn't say" : `level ${level}`}; the case needs ${languageLevel}.`,
        };
      case "lower_tier":
      case "tier":
        return {
          reason: "tier_too_low",
          because: `Works at ${tier === undefined ? "a tier the roster doesn't say" : `tier ${tier}`}; the case needs ${wanted}.`,
        };
      case "specialty":
        return { reason: "specialty_missing", because: `${listed("Specialises in", agent.skills)}; the case needs ${specialty}.` };
      case "skill": {
        const lacking = this.#requirements.skills.filter((skill) => agent.skills?.includes(skill) !== true);
        return { reason: "skill_missing", because: `${listed("Knows", agent.skills)}; the case needs ${lacking.join(", ")}.` };
      }
      case "product_line":
        return {
          reason: "product_line_missing",
          because: `${listed("Knows", agent.productLines)}; the order is of ${(productLines ?? []).join(", ")}.`,
        };
    }
  }

  #absence(absence: Absence, { agent, hours }: Standing): Omit<ExcludedAgent, "agent"> {
    switch (absence) {
      case "temporary_agent":
        return { reason: absence, because: "Is hired for peaks; no rule lets such agents take this case." };
      case "calendar_unknown":
        return { reason: absence, because: `Works by the calendar "${hours.name}", which nobody has given.` };
      case "outside_working_hours":
        return { reason: absence, because: this.#closedSentence(hours) };
      case "away":
        return { reason: absence, because: "Is at work but away." };
      case "offline":
        return { reason: absence, because: "Is offline during working hours." };
      case "at_capacity":
        return { reason: absence, because: `Has ${openTickets(agent)} and takes ${agent.capacity}.` };
    }
  }

  #closedSentence(hours: Hours): string {
    const before = this.#closed.get(hours);
    if (before !== undefined) return before;
    const zone = hours.calendar?.zone ?? "UTC";
    const next = hours.opening === undefined ? "it doesn't open again" : `it opens at ${formatInstant(hours.opening)}`;
    const sentence = `It is ${localTimeOf(this.#now, zone, this.#zones)} in ${zone}: the calendar "${hours.name}" is closed, ${next}.`;
    this.#closed.set(hours, sentence);
    return sentence;
  }
}

/** Tickets on hold are named, so that nobody wonders why they don't count. */
function openTickets({ load, onHold }: Standing["agent"]): string {
  const open = `${load ?? "an unknown number of"} open tickets`;
  return onHold ? `${open}, beside ${onHold} on hold that don't count,` : open;
}

function listed(verb: string, values: readonly string[] | null | undefined): string {
  return `${verb} ${(values ?? []).length === 0 ? "nothing the roster names" : (values ?? []).join(", ")}`;
}

import type { Decision } from "@amends/core/rules";
import { countingAgents, type CaseClocks } from "./case-clocks.js";
import { chooseTarget, type CountingOf, type ChosenTarget, type TargetRule, type TargetSources } from "./choose-target.js";

type TargetDecision = Decision<TargetRule["event"]>;

/** What each decision about first responses said. */
export interface ResponseDecisions {
  readonly targets: TargetDecision;
  readonly marketplaceTargets: TargetDecision;
  readonly botTargets: TargetDecision;
  readonly humanTargets: TargetDecision;
}

/** The first-response targets that won; null where no rule set one. */
export interface ChosenResponses {
  /** Whoever answers. */
  readonly anybody: ChosenTarget | null;
  readonly bot: ChosenTarget | null;
  readonly human: ChosenTarget | null;
}

/**
 * Chooses the first-response targets. A person who takes over is bound by the targets for people and by those that no bot's answer
 * meets; where neither exists, by the same target as anybody, and so is a bot.
 */
export function chooseResponses(
  { targets, marketplaceTargets, botTargets, humanTargets }: ResponseDecisions,
  clocks: CaseClocks,
  sources: TargetSources,
): ChosenResponses {
  const choose = (decisions: readonly TargetDecision[], countingOf: CountingOf) =>
    chooseTarget(decisions, sources, (rule) => clocks.responseStop(countingOf(rule)), countingOf);
  const anybody = choose([targets, marketplaceTargets], ({ event }) => clocks.countingOf(event.params));
  const bot = choose([botTargets], ({ event }) => {
    const { from, ignoring } = clocks.countingOf(event.params);
    return { from: from.includes("bot") ? from : [...from, "bot"], ignoring };
  });
  const bindsPeople = ({ fired }: TargetDecision) =>
    fired.every(({ event }) => clocks.countingOf(event.params).from.every((author) => author === "agent"));
  const bindingPeople = [targets, marketplaceTargets].filter(bindsPeople);
  const human =
    humanTargets.fired.length === 0 && bindingPeople.length === 2
      ? anybody
      : choose([humanTargets, ...bindingPeople], ({ event }) => {
          const counting = clocks.countingOf(event.params);
          return event.params.answeredBy === undefined ? countingAgents(counting) : counting;
        });
  return { anybody, bot: bot ?? anybody, human: human ?? anybody };
}

/** The rules that won in one decision and lost to that of another, and so decided nothing. */
export function overruledBy({ anybody, bot, human }: ChosenResponses): ReadonlySet<string> {
  const overruled = new Set<string>();
  for (const chosen of human === anybody ? [anybody] : [anybody, human]) {
    for (const { rule } of chosen?.target.lost ?? []) overruled.add(rule);
  }
  if (overruled.size > 0) for (const chosen of [anybody, bot, human]) if (chosen !== null) overruled.delete(chosen.target.rule);
  return overruled;
}

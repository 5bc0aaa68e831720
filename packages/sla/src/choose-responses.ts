import type { MessageAuthor } from "@amends/core/model";
import type { Decision } from "@amends/core/rules";
import type { CaseClocks } from "./case-clocks.js";
import { chooseTarget, type ChosenTarget, type TargetRule, type TargetSources } from "./choose-target.js";

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

const agent: readonly MessageAuthor[] = ["agent"];

/**
 * Chooses the first-response targets. A person who takes over is bound by the targets for people and by those that no bot's answer
 * meets; where neither exists, by the same target as anybody, and so is a bot.
 */
export function chooseResponses(
  { targets, marketplaceTargets, botTargets, humanTargets }: ResponseDecisions,
  clocks: CaseClocks,
  sources: Omit<TargetSources, "stop">,
): ChosenResponses {
  const anybodys = [targets, marketplaceTargets];
  const anybody = chooseTarget(anybodys, { ...sources, stop: ({ event }) => clocks.responseStop(clocks.authorsOf(event.params)) });
  const bot = chooseTarget([botTargets], {
    ...sources,
    stop: ({ event }) => clocks.responseStop([...new Set<MessageAuthor>(["bot", ...clocks.authorsOf(event.params)])]),
  });
  const needsAgent = ({ event }: TargetRule) => clocks.authorsOf(event.params).every((author) => author === "agent");
  const people = [humanTargets, ...anybodys.filter(({ fired }) => fired.every(needsAgent))];
  const human =
    humanTargets.fired.length === 0 && people.length > anybodys.length
      ? anybody
      : chooseTarget(people, { ...sources, stop: ({ event }) => clocks.responseStop(event.params.answeredBy ?? agent) });
  return { anybody, bot: bot ?? anybody, human: human ?? anybody };
}

/** The rules that won in one decision and lost to that of another, and so decided nothing. */
export function overruledBy({ anybody, bot, human }: ChosenResponses): ReadonlySet<string> {
  const overruled = new Set(
    [anybody, human === anybody ? null : human].flatMap((chosen) => chosen?.target.lost.map(({ rule }) => rule) ?? []),
  );
  for (const chosen of [anybody, bot, human]) if (chosen !== null) overruled.delete(chosen.target.rule);
  return overruled;
}

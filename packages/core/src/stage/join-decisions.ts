import { chooseRules, type ChooseOptions } from "../rules/decide/choose-rules.js";
import type { Decision, FiredRule } from "../rules/decide/decision.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";
import type { DecideMode } from "../rules/policy.js";

/** What several policies decided, as one decision. Each one's own losers lose here too; between policies, the earlier one goes first. */
export function joinDecisions<Event extends RuleEvent>(
  mode: DecideMode,
  decisions: readonly Decision<Event>[],
  options: ChooseOptions<Event>,
): Decision<Event> {
  const all: FiredRule<Event>[] = [];
  const losers: FiredRule<Event>[] = [];
  const lacking: string[] = [];
  for (const { fired, lost, missing } of decisions) {
    for (const rule of fired) all.push(rule);
    for (const rule of lost) losers.push(rule);
    for (const name of missing) if (!lacking.includes(name)) lacking.push(name);
  }
  const chosen = chooseRules(mode, all, options);
  return {
    decide: mode,
    events: chosen.fired.map(({ event }) => event),
    ...chosen,
    lost: [...chosen.lost, ...losers],
    missing: lacking.sort(),
  };
}

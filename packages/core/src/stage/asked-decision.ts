import type { Decision } from "../rules/decide/decision.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";

/** What a policy decided, and the names of the rules that decided it where they are kept with it. */
export interface AskedDecision<Event extends RuleEvent = RuleEvent> {
  readonly decision: Decision<Event>;
  readonly rules: readonly string[] | undefined;
}

/** What is decided where nobody has a policy. */
export function nothingDecided(): Decision<never> {
  return { decide: "all", events: [], fired: [], lost: [], missing: [] };
}

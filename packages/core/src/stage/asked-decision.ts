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

/** The decision with what lacked for a fact in place of the fact. */
export function missingByName<Event extends RuleEvent>(decision: Decision<Event>, names: ReadonlyMap<string, string>): Decision<Event> {
  return { ...decision, missing: decision.missing.map((name) => names.get(name) ?? name) };
}

import type { ChooseOptions } from "../rules/decide/choose-rules.js";
import type { RuleEvent } from "../rules/engine/rule-properties.js";

/** How one decision is asked. */
export interface DecideOptions<Event extends RuleEvent = RuleEvent> extends ChooseOptions<Event> {
  /** With `false` the answer names none of the rules that decided, until the stage says by `record` which ones it followed. */
  readonly record?: boolean;
}

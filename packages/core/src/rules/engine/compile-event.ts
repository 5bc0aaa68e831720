import type { EventFact } from "./check-event-facts.js";
import { compileFactReader } from "./compile-fact-reader.js";
import type { ReadableFacts } from "./readable-facts.js";
import type { RuleOptions } from "./rule-options.js";
import type { RuleEvent } from "./rule-properties.js";

/** Fills facts into an event's params; a missing fact fails the run, of a rule that didn't fire too. */
export type EventFiller = (facts: ReadableFacts) => RuleEvent;

/** Compiles the filling of an event; undefined when there is nothing to fill in. */
export function compileEvent(event: RuleEvent, eventFacts: readonly EventFact[], options: RuleOptions): EventFiller | undefined {
  if (eventFacts.length === 0) return undefined;
  const fillers = eventFacts.map(({ key, operand }) => ({ key, read: compileFactReader(operand, options) }));
  return (facts) => {
    const params = (Array.isArray(event.params) ? [...(event.params as unknown[])] : { ...event.params }) as Record<string, unknown>;
    for (const { key, read } of fillers) params[key] = read(facts);
    return { type: event.type, params };
  };
}

import type { CheckContext } from "./check-context.js";
import { checkFactOperand } from "./check-fact-operand.js";
import type { FactReader } from "./compile-fact-reader.js";
import { memberPath } from "./json-path.js";
import type { RuleEvent } from "./rule-properties.js";

/** A top-level key of an event's params that stands for a fact. */
export interface EventFact {
  readonly key: string;
  readonly read: FactReader;
}

/** The `{ "fact": … }` entries among the top-level keys of an event's params. */
export function checkEventFacts(event: RuleEvent, place: string, context: CheckContext): readonly EventFact[] {
  const params: unknown = event.params;
  if (typeof params !== "object" || params === null) return [];
  return Object.entries(params).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, "fact")) return [];
    const operand = checkFactOperand(value, memberPath(`${place}.event.params`, key), context);
    return operand === undefined ? [] : [{ key, read: operand.read }];
  });
}

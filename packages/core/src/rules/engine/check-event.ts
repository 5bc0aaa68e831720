import { checkJsonValue } from "./check-json-value.js";
import type { FindingList } from "./finding-list.js";
import type { RuleEvent } from "./rule-properties.js";

/** Checks a rule's event and brings it to `{ type, params? }`, frozen. */
export function checkEvent(rule: Readonly<Record<string, unknown>>, place: string, findings: FindingList): RuleEvent | undefined {
  if (!Object.hasOwn(rule, "event")) {
    findings.add({
      code: "missing_event",
      message: 'the rule has no "event"',
      path: place,
      expected: 'an event such as { "type": "offer" }',
    });
    return undefined;
  }
  const written = rule["event"];
  if (!written) return Object.freeze({ type: "unknown" });
  if (typeof written !== "object" || Array.isArray(written)) {
    findings.add({
      code: "invalid_event",
      message: "the event is no object",
      path: `${place}.event`,
      expected: 'an event such as { "type": "offer" }',
    });
    return undefined;
  }
  const { type: given, params } = written as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(written, "type")) {
    findings.add({ code: "missing_event_type", message: "the event has no type", path: `${place}.event.type`, expected: "a text" });
    return undefined;
  }
  // Typed as a text; where a file holds something else, json-rules-engine passes it on.
  const type = checkJsonValue(given, `${place}.event.type`, findings) as string;
  if (type === "error") {
    findings.add({
      code: "reserved_event_type",
      message: 'an event can\'t have the type "error", which fails a run of json-rules-engine',
      path: `${place}.event.type`,
      fix: "choose another name",
    });
  }
  if (!params) return Object.freeze({ type });
  return Object.freeze({ type, params: checkJsonValue(params, `${place}.event.params`, findings) as NonNullable<RuleEvent["params"]> });
}

import { checkJsonValue } from "./check-json-value.js";
import type { FindingList } from "./finding-list.js";
import type { RuleEvent } from "./rule-properties.js";

/** Checks a rule's event and brings it to `{ type, params? }`, frozen. */
export function checkEvent(rule: Readonly<Record<string, unknown>>, place: string, findings: FindingList): RuleEvent | undefined {
  if (!Object.hasOwn(rule, "event")) {
    return findings.add("missing_event", place, 'the rule has no "event"', 'an event such as { "type": "offer" }');
  }
  const written = rule["event"];
  if (!written) return Object.freeze({ type: "unknown" });
  if (typeof written !== "object" || Array.isArray(written)) {
    return findings.add("invalid_event", `${place}.event`, "the event is no object", 'an event such as { "type": "offer" }');
  }
  const { type: given, params } = written as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(written, "type")) {
    return findings.add("missing_event_type", `${place}.event.type`, "the event has no type", "a text");
  }
  // Typed as a text; where a file holds something else, json-rules-engine passes it on.
  const type = checkJsonValue(given, `${place}.event.type`, findings) as string;
  if (type === "error") {
    findings.add(
      "reserved_event_type",
      `${place}.event.type`,
      'an event can\'t have the type "error", which fails a run of json-rules-engine',
      undefined,
      "choose another name",
    );
  }
  if (!params) return Object.freeze({ type });
  return Object.freeze({ type, params: checkJsonValue(params, `${place}.event.params`, findings) as NonNullable<RuleEvent["params"]> });
}

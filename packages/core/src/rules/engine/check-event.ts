import { checkJsonValue, checkText } from "./check-json-value.js";
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
  if (written === null || written === undefined) return Object.freeze({ type: "unknown" });
  if (typeof written !== "object" || Array.isArray(written)) {
    findings.add({
      code: "invalid_event",
      message: "the event is no object",
      path: `${place}.event`,
      expected: 'an event such as { "type": "offer" }',
    });
    return undefined;
  }
  const { type, params } = written as Readonly<Record<string, unknown>>;
  if (typeof type !== "string") {
    findings.add({ code: "missing_event_type", message: "the event has no type", path: `${place}.event.type`, expected: "a text" });
    return undefined;
  }
  checkText(type, `${place}.event.type`, findings);
  if (type === "error") {
    findings.add({
      code: "reserved_event_type",
      message: 'an event can\'t have the type "error", which fails a run of json-rules-engine',
      path: `${place}.event.type`,
      fix: "choose another name",
    });
  }
  if (params === undefined || params === null || params === false || params === 0 || params === "") return Object.freeze({ type });
  return Object.freeze({ type, params: checkJsonValue(params, `${place}.event.params`, findings) as NonNullable<RuleEvent["params"]> });
}

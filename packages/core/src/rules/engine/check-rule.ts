import { quotable } from "../../errors/quoted.js";
import type { CheckContext } from "./check-context.js";
import { checkCondition } from "./check-condition.js";
import { checkEventFacts } from "./check-event-facts.js";
import { checkEvent } from "./check-event.js";
import { checkJsonValue } from "./check-json-value.js";
import { checkRulePriority } from "./check-priority.js";
import type { CheckedRule } from "./checked-rule.js";
import type { ConditionNode } from "./condition-node.js";

/** The keys with which conditions may start. */
const groups = ["all", "any", "not", "condition"];

type Written = Readonly<Record<string, unknown>>;

/** Checks one rule; undefined when something is wrong, which is then a finding. */
export function checkRule(written: unknown, place: string, context: CheckContext): CheckedRule | undefined {
  const { findings } = context;
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return findings.add("invalid_rule", place, "the rule is no object", 'an object with "conditions" and "event"');
  }
  const rule = written as Written;
  for (const handler of ["onSuccess", "onFailure"]) {
    if (rule[handler] === undefined || rule[handler] === null) continue;
    findings.add(
      "handler_not_allowed",
      `${place}.${quotable(handler)}`,
      `a rule can't carry the handler "${quotable(handler)}"`,
      undefined,
      "act on the events the run returns",
    );
  }
  const name = checkRuleName(rule["name"], `${place}.name`, context);
  const priority = checkRulePriority(rule["priority"], `${place}.priority`, findings);
  const event = checkEvent(rule, place, findings);
  const conditions = Object.hasOwn(rule, "conditions") ? checkRoot(rule["conditions"], `${place}.conditions`, context, true) : undefined;
  if (!Object.hasOwn(rule, "conditions")) {
    findings.add("missing_conditions", place, 'the rule has no "conditions"', "conditions");
  }
  const eventFacts =
    event !== undefined && context.options.replaceFactsInEventParams === true ? checkEventFacts(event, place, context) : [];
  if (event === undefined || conditions === undefined) return undefined;
  return { name, label: name === undefined ? place : String(name), priority, conditions, event, eventFacts };
}

/** Checks the conditions of a rule, or a shared condition: the root must be a group or a reference. */
export function checkRoot(written: unknown, place: string, context: CheckContext, ofRule = false): ConditionNode | undefined {
  const isObject = typeof written === "object" && written !== null && !Array.isArray(written);
  if (isObject && groups.some((key) => Object.hasOwn(written, key))) {
    return checkCondition(written, place, 1, context, ofRule);
  }
  return context.findings.add(
    "invalid_root",
    place,
    "the conditions don't start with a group",
    'an object with one of "all", "any", "not" and "condition"',
    rootFix(written, context),
  );
}

function rootFix(written: unknown, { suggest }: CheckContext): string {
  if (Array.isArray(written)) return 'put the list into { "all": [ … ] }';
  for (const key of typeof written === "object" && written !== null ? Object.keys(written) : []) {
    const meant = suggest?.("group", key, groups);
    if (meant !== undefined) return `did you mean "${meant}"?`;
  }
  return 'put a single test into { "all": [ … ] }';
}

/** The name as written, 0 included; nothing, an empty text and the like are no name. Typed as text or number, passed on whatever it is. */
function checkRuleName(given: unknown, place: string, context: CheckContext): string | number | undefined {
  if (!given && given !== 0) return undefined;
  return checkJsonValue(given, place, context.findings) as string | number | undefined;
}

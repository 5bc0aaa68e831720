import type { CheckContext } from "./check-context.js";
import { nearestWord } from "../../errors/nearest-word.js";
import { checkCondition } from "./check-condition.js";
import { checkEventFacts } from "./check-event-facts.js";
import { checkEvent } from "./check-event.js";
import { checkJsonValue } from "./check-json-value.js";
import { checkRulePriority } from "./check-priority.js";
import type { CheckedRule } from "./checked-rule.js";
import type { ConditionNode } from "./condition-node.js";

type Written = Readonly<Record<string, unknown>>;

/** Checks one rule; undefined when something is wrong, which is then a finding. */
export function checkRule(written: unknown, place: string, context: CheckContext): CheckedRule | undefined {
  const { findings } = context;
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    findings.add({
      code: "invalid_rule",
      message: "the rule is no object",
      path: place,
      expected: 'an object with "conditions" and "event"',
    });
    return undefined;
  }
  const rule = written as Written;
  for (const handler of ["onSuccess", "onFailure"]) {
    if (rule[handler] === undefined || rule[handler] === null) continue;
    findings.add({
      code: "handler_not_allowed",
      message: `a rule can't carry the handler "${handler}"`,
      path: `${place}.${handler}`,
      fix: "act on the events the run returns",
    });
  }
  const name = checkRuleName(rule["name"], `${place}.name`, context);
  const priority = checkRulePriority(rule["priority"], `${place}.priority`, findings);
  const event = checkEvent(rule, place, findings);
  const conditions = Object.hasOwn(rule, "conditions") ? checkRoot(rule["conditions"], `${place}.conditions`, context, true) : undefined;
  if (!Object.hasOwn(rule, "conditions")) {
    findings.add({ code: "missing_conditions", message: 'the rule has no "conditions"', path: place, expected: "conditions" });
  }
  const eventFacts = event !== undefined && context.fillsEvents ? checkEventFacts(event, place, context) : [];
  if (event === undefined || conditions === undefined) return undefined;
  return { name, label: name === undefined ? place : String(name), priority, conditions, event, eventFacts };
}

/** Checks the conditions of a rule, or a shared condition: the root must be a group or a reference. */
export function checkRoot(written: unknown, place: string, context: CheckContext, ofRule = false): ConditionNode | undefined {
  const isObject = typeof written === "object" && written !== null && !Array.isArray(written);
  if (isObject && ["all", "any", "not", "condition"].some((key) => Object.hasOwn(written, key))) {
    return checkCondition(written, place, 1, context, ofRule);
  }
  context.findings.add({
    code: "invalid_root",
    message: "the conditions don't start with a group",
    path: place,
    expected: 'an object with one of "all", "any", "not" and "condition"',
    fix: rootFix(written),
  });
  return undefined;
}

/** What other rule languages call our groups. */
const groupSynonyms: Readonly<Record<string, string>> = { and: "all", every: "all", or: "any", some: "any", none: "not", nor: "not" };

function rootFix(written: unknown): string {
  if (Array.isArray(written)) return 'put the list into { "all": [ … ] }';
  for (const key of typeof written === "object" && written !== null ? Object.keys(written) : []) {
    const word = key.toLowerCase();
    const meant = Object.hasOwn(groupSynonyms, word) ? groupSynonyms[word] : nearestWord(key, ["all", "any", "not", "condition"]);
    if (meant !== undefined) return `did you mean "${meant}"?`;
  }
  return 'put a single test into { "all": [ … ] }';
}

/** The name as written, 0 included; nothing, an empty text and the like are no name. Typed as text or number, passed on whatever it is. */
function checkRuleName(given: unknown, place: string, context: CheckContext): string | number | undefined {
  if (!given && given !== 0) return undefined;
  return checkJsonValue(given, place, context.findings) as string | number | undefined;
}

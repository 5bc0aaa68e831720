import type { CheckContext } from "./check-context.js";
import { checkFactCondition } from "./check-fact-condition.js";
import { checkJsonValue, checkLength, checkText } from "./check-json-value.js";
import { checkGroupPriority, checkWrittenPriority } from "./check-priority.js";
import type { ConditionNode, GroupNode, NotNode, ReferenceNode } from "./condition-node.js";
import { priorityGroups } from "./priority-groups.js";
import { ruleLimits } from "./rule-limits.js";

type Written = Readonly<Record<string, unknown>>;

/**
 * Checks one condition and everything below it; undefined when something is wrong, which is then a finding.
 *
 * A key decides what a condition is: `any` before `all` before `not` before `condition` at the root of a rule
 * (`groupFirst`), and `condition` first elsewhere; keys of a test count only where none of these stands.
 */
export function checkCondition(
  written: unknown,
  place: string,
  depth: number,
  context: CheckContext,
  groupFirst = false,
): ConditionNode | undefined {
  const { findings } = context;
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return findings.add("invalid_condition", place, "the condition is no object", "a condition");
  }
  if (depth > ruleLimits.depth) {
    return findings.add("too_deep", place, "the conditions are nested too deeply", `at most ${ruleLimits.depth} levels`);
  }
  context.nodes += 1;
  if (context.nodes > context.nodesAtMost) {
    if (context.nodes === context.nodesAtMost + 1) {
      findings.add("too_many_nodes", place, "there are too many conditions", `at most ${context.nodesAtMost} in all rules together`);
    }
    return undefined;
  }
  const condition = written as Written;
  const name = checkName(condition, `${place}.name`, context);
  if (!groupFirst && Object.hasOwn(condition, "condition")) return checkReference(condition, name, place, context);
  for (const kind of ["any", "all"] as const) {
    if (Object.hasOwn(condition, kind)) return checkGroup(kind, condition, name, place, depth, context);
  }
  if (Object.hasOwn(condition, "not")) return checkNot(condition, name, place, depth, context);
  if (Object.hasOwn(condition, "condition")) return checkReference(condition, name, place, context);
  return checkFactCondition(condition, name, place, context);
}

function checkGroup(
  kind: GroupNode["kind"],
  condition: Written,
  name: string | undefined,
  place: string,
  depth: number,
  context: CheckContext,
): GroupNode | undefined {
  const priority = checkGroupPriority(condition, `${place}.priority`, context.findings);
  const written = condition[kind];
  if (!Array.isArray(written)) {
    return context.findings.add("invalid_group", `${place}.${kind}`, `"${kind}" is no list`, "a list of conditions");
  }
  if (!checkLength(written.length, `${place}.${kind}`, context.findings)) return undefined;
  const members: ConditionNode[] = [];
  for (const [index, member] of written.entries()) {
    if (context.nodes > context.nodesAtMost || context.findings.isFull) break;
    const node = checkCondition(member, `${place}.${kind}[${index}]`, depth + 1, context);
    if (node !== undefined) members.push(node);
  }
  return members.length === written.length
    ? { kind, members: members.slice(), sets: priorityGroups(members), priority, name, place }
    : undefined;
}

function checkNot(condition: Written, name: string | undefined, place: string, depth: number, context: CheckContext): NotNode | undefined {
  const priority = checkGroupPriority(condition, `${place}.priority`, context.findings);
  if (Array.isArray(condition["not"])) {
    return context.findings.add("invalid_group", `${place}.not`, '"not" is a list', "one condition");
  }
  const member = checkCondition(condition["not"], `${place}.not`, depth + 1, context);
  return member === undefined ? undefined : { kind: "not", member, priority, name, place };
}

function checkReference(condition: Written, name: string | undefined, place: string, context: CheckContext): ReferenceNode | undefined {
  const isGroup = ["any", "all", "not"].some((key) => Object.hasOwn(condition, key));
  const priority = (isGroup ? checkGroupPriority : checkWrittenPriority)(condition, `${place}.priority`, context.findings);
  const reference = condition["condition"];
  if (typeof reference === "string" && reference !== "") {
    checkText(reference, `${place}.condition`, context.findings);
    return { kind: "reference", condition: reference, priority, name, place };
  }
  return context.findings.add(
    "invalid_condition_reference",
    `${place}.condition`,
    "the reference names no condition",
    "the name of a shared condition",
  );
}

/** The name as written. One that is there but empty stays an empty text, which in a shared condition hides the name of what refers to it. */
function checkName(condition: Written, place: string, context: CheckContext): string | undefined {
  const given = condition["name"];
  if (!given) return Object.hasOwn(condition, "name") ? "" : undefined;
  return checkJsonValue(given, place, context.findings) as string | undefined;
}

import type { RootCondition, RuleCondition, RuleProperties } from "../engine/rule-properties.js";
import { factReferences } from "../plain-rules.js";

type Shared = Readonly<Record<string, RootCondition>>;

/**
 * Rules and shared conditions whose groups ask what is at hand before what has to be fetched, so that a group that is settled without
 * fetching fetches nothing. A group in which somebody wrote a priority keeps its order. What the rules mean doesn't change.
 */
export function atHandFirst(
  rules: readonly RuleProperties[],
  shared: Shared,
  isFetched: (fact: string) => boolean,
): { readonly rules: readonly RuleProperties[]; readonly shared: Shared } {
  const known = new Map<string, boolean>();
  const sharedReads = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    // A condition that refers to itself is refused before anything runs; until then it reads nothing.
    known.set(name, false);
    const reads = Object.hasOwn(shared, name) && readsFetched(shared[name] as RuleCondition);
    known.set(name, reads);
    return reads;
  };
  const readsFetched = (condition: RuleCondition): boolean => {
    if ("condition" in condition) return sharedReads(condition.condition);
    if ("not" in condition) return readsFetched(condition.not);
    if ("fact" in condition) return [condition.fact, ...factReferences({ value: condition.value })].some(isFetched);
    return membersOf(condition).some(readsFetched);
  };
  const ordered = <Condition extends RuleCondition>(condition: Condition): Condition => {
    if ("not" in condition) return { ...condition, not: ordered(condition.not) };
    if (!("all" in condition) && !("any" in condition)) return condition;
    const members = membersOf(condition);
    const isOrdered = members.some(({ priority }) => priority !== undefined);
    const inOrder = members.map((member) => (isOrdered || readsFetched(member) ? ordered(member) : { ...member, priority: 2 }));
    return "all" in condition ? { ...condition, all: inOrder } : { ...condition, any: inOrder };
  };
  return {
    rules: rules.map((rule) => ({ ...rule, conditions: ordered(rule.conditions) })),
    shared: Object.fromEntries(Object.entries(shared).map(([name, condition]) => [name, ordered(condition)])),
  };
}

function membersOf(condition: RuleCondition): readonly RuleCondition[] {
  return "all" in condition ? condition.all : "any" in condition ? condition.any : [];
}

import { didYouMean } from "../../errors/nearest-word.js";
import { quotable } from "../../errors/quoted.js";
import type { PathFinding } from "./check-policy.js";
import type { RuleCondition } from "../engine/rule-properties.js";
import { findInEach } from "./find-in-each.js";
import type { Policy } from "../policy.js";

/** References to conditions that the policy doesn't have: no decision could be taken where one is met. */
export function checkConditionReferences(policy: Policy): PathFinding[] {
  const { conditions: named = {} } = policy;
  const known = Object.keys(named);
  const trees: [unknown, PropertyKey[]][] = [
    ...policy.rules.map(({ conditions }, index): [RuleCondition, PropertyKey[]] => [conditions, ["rules", index, "conditions"]]),
    ...Object.entries(policy.conditions ?? {}).map(([name, condition]): [RuleCondition, PropertyKey[]] => [
      condition,
      ["conditions", name],
    ]),
  ];
  return findInEach(trees, ([tree, from]) =>
    findInEach(referencesIn(tree, from), ({ name, at }) =>
      Object.hasOwn(named, name)
        ? []
        : [{ code: "condition_unknown", message: `the policy has no condition "${quotable(name)}"`, at, ...didYouMean(name, known) }],
    ),
  );
}

function* referencesIn(node: unknown, at: readonly PropertyKey[]): Generator<{ name: string; at: readonly PropertyKey[] }> {
  if (typeof node !== "object" || node === null) return;
  const { any, all, not, condition } = node as Record<string, unknown>;
  for (const [group, members] of Object.entries({ any, all })) {
    if (!Array.isArray(members)) continue;
    for (const [index, member] of members.entries()) yield* referencesIn(member, [...at, group, index]);
  }
  yield* referencesIn(not, [...at, "not"]);
  if (typeof condition === "string") yield { name: condition, at: [...at, "condition"] };
}

import { didYouMean } from "../errors/nearest-word.js";
import type { PathFinding } from "./check-policy.js";
import type { RuleCondition } from "./engine/rule-properties.js";
import type { Policy } from "./policy.js";

/** References to conditions that the policy doesn't have: no decision could be taken where one is met. */
export function checkConditionReferences(policy: Policy): PathFinding[] {
  const known = Object.keys(policy.conditions ?? {});
  const trees: [unknown, PropertyKey[]][] = [
    ...policy.rules.map(({ conditions }, index): [RuleCondition, PropertyKey[]] => [conditions, ["rules", index, "conditions"]]),
    ...Object.entries(policy.conditions ?? {}).map(([name, condition]): [RuleCondition, PropertyKey[]] => [
      condition,
      ["conditions", name],
    ]),
  ];
  return trees
    .flatMap(([tree, at]) => [...referencesIn(tree, at)])
    .filter(({ name }) => !known.includes(name))
    .map(({ name, at }) => ({
      code: "condition_unknown",
      message: `the policy has no condition "${name}"`,
      at,
      ...didYouMean(name, known),
    }));
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

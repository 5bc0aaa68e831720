import type { RuleCondition } from "../engine/rule-properties.js";

/** A condition that compares one fact. */
export interface Leaf {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
  readonly path?: string;
}

/**
 * Every leaf of a condition tree with the path to it; references to named conditions are not followed.
 *
 * @example
 * import { leavesOf } from "@amends/core/rules";
 * const tree = { any: [{ fact: "a", operator: "equal", value: 1 }, { not: { fact: "b", operator: "equal", value: 2 } }] };
 * [...leavesOf(tree)].map(({ leaf, path }) => [leaf.fact, path.length]); // => [["a", 2], ["b", 3]]
 */
export function* leavesOf(
  condition: RuleCondition,
  path: readonly PropertyKey[] = [],
): Generator<{ leaf: Leaf; path: readonly PropertyKey[] }> {
  const node = condition as unknown as Record<string, unknown>;
  for (const group of ["any", "all"] as const) {
    const members = node[group];
    if (!Array.isArray(members)) continue;
    for (const [index, member] of members.entries()) {
      if (typeof member === "object" && member !== null) yield* leavesOf(member as RuleCondition, [...path, group, index]);
    }
    return;
  }
  if (typeof node["not"] === "object" && node["not"] !== null) yield* leavesOf(node["not"] as RuleCondition, [...path, "not"]);
  else if (typeof node["fact"] === "string" && typeof node["operator"] === "string") yield { leaf: node as unknown as Leaf, path };
}

/** The same tree with every leaf replaced. */
export function mapLeaves(condition: RuleCondition, change: (leaf: Leaf) => Leaf): RuleCondition {
  const node = condition as unknown as Record<string, unknown>;
  const map = (member: unknown) => mapLeaves(member as RuleCondition, change);
  const mapped = Array.isArray(node["any"])
    ? { ...node, any: node["any"].map(map) }
    : Array.isArray(node["all"])
      ? { ...node, all: node["all"].map(map) }
      : node["not"] !== undefined
        ? { ...node, not: map(node["not"]) }
        : node["fact"] !== undefined
          ? change(node as unknown as Leaf)
          : node;
  return mapped as unknown as RuleCondition;
}

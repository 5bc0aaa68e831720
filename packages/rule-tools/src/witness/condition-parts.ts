import type { Leaf, Policy } from "@amends/core/rules";

type Node = Readonly<Record<string, unknown>>;

/** What a condition is, as the rule engine reads it where several keys stand side by side. */
export type ConditionPart =
  | { readonly kind: "all" | "any"; readonly members: readonly unknown[] }
  | { readonly kind: "not"; readonly member: unknown }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "leaf"; readonly leaf: Leaf };

/** Reads a condition; at the root of a rule a group goes before a reference, elsewhere a reference goes first. */
export function partOf(condition: unknown, atRoot: boolean): ConditionPart {
  const node = condition as Node;
  if (!atRoot && typeof node["condition"] === "string") return { kind: "reference", name: node["condition"] };
  if (Array.isArray(node["any"])) return { kind: "any", members: node["any"] as readonly unknown[] };
  if (Array.isArray(node["all"])) return { kind: "all", members: node["all"] as readonly unknown[] };
  if (Object.hasOwn(node, "not")) return { kind: "not", member: node["not"] };
  if (typeof node["condition"] === "string") return { kind: "reference", name: node["condition"] };
  return { kind: "leaf", leaf: node as unknown as Leaf };
}

/** A comparison and where it stands in the policy. */
export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly at: readonly PropertyKey[];
}

/** Every comparison of a policy, those of shared conditions once, those the engine ignores left out. */
export function* leavesOfPolicy(policy: Policy): Generator<PlacedLeaf> {
  for (const [index, rule] of policy.rules.entries()) yield* leavesBelow(rule.conditions, ["rules", index, "conditions"], true);
  for (const [name, condition] of Object.entries(policy.conditions ?? {})) yield* leavesBelow(condition, ["conditions", name], true);
}

/** The comparisons of one condition; references are not followed. */
export function* leavesBelow(condition: unknown, at: readonly PropertyKey[], atRoot = false): Generator<PlacedLeaf> {
  const part = partOf(condition, atRoot);
  if (part.kind === "leaf") yield { leaf: part.leaf, at };
  else if (part.kind === "not") yield* leavesBelow(part.member, [...at, "not"]);
  else if (part.kind !== "reference")
    for (const [index, member] of part.members.entries()) yield* leavesBelow(member, [...at, part.kind, index]);
}

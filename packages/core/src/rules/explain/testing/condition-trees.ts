import fc from "fast-check";
import type { RuleCondition } from "../../engine/rule-properties.js";

/** Conditions of rules, nested two deep, over leaves. */
export function conditionTrees(leaf: fc.Arbitrary<unknown>): fc.Arbitrary<RuleCondition> {
  const { tree } = fc.letrec<{ tree: RuleCondition; node: RuleCondition }>((tie) => ({
    tree: fc.oneof(
      fc.array(tie("node"), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
      fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie("node").map((not) => ({ not })),
    ),
    node: fc.oneof({ maxDepth: 2, withCrossShrink: true }, leaf as fc.Arbitrary<RuleCondition>, tie("tree")),
  }));
  return tree;
}

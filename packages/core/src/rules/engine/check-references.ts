import type { ConditionNode, NamedConditions } from "./condition-node.js";
import type { FindingList } from "./finding-list.js";
import { quotable } from "../../errors/quoted.js";
import { memberPath } from "./json-path.js";
import { ruleLimits } from "./rule-limits.js";

/** How large a condition is once every reference stands for what it names. */
interface Extent {
  readonly depth: number;
  readonly nodes: number;
}

const single: Extent = { depth: 1, nodes: 1 };

/**
 * Checks that no shared condition leads back to itself, and that neither the depth nor the number of conditions
 * passes the limits when references are followed. Sizes are computed once a name, so references that double at every
 * level can't make the check itself slow.
 */
export function checkReferences(
  roots: readonly ConditionNode[],
  conditions: NamedConditions,
  findings: FindingList,
  expandedNodesAtMost: number,
): void {
  const known = new Map<string, Extent>();
  const open: string[] = [];

  const extentOfName = (name: string, place: string): Extent => {
    const settled = known.get(name);
    if (settled !== undefined) return settled;
    const node = conditions.get(name);
    if (node === undefined) return single;
    if (open.includes(name)) {
      findings.add(
        "circular_condition",
        place,
        `condition "${quotable(name)}" refers back to itself: ${[...open.slice(open.indexOf(name)), name].map(quotable).join(" → ")}`,
        undefined,
        "break the circle",
      );
      return single;
    }
    if (open.length >= ruleLimits.depth) return { depth: ruleLimits.depth, nodes: 1 };
    open.push(name);
    const extent = extentOf(node);
    open.pop();
    known.set(name, extent);
    return extent;
  };

  const extentOf = (node: ConditionNode): Extent => {
    if (node.kind === "fact") return single;
    if (node.kind === "reference") return deeper(extentOfName(node.condition, `${node.place}.condition`), node.place);
    const members = node.kind === "not" ? [node.member] : node.members;
    const extents = members.map(extentOf);
    const depth = extents.reduce((most, extent) => Math.max(most, extent.depth), 0);
    return { depth: depth + 1, nodes: extents.reduce((sum, extent) => sum + extent.nodes, 1) };
  };

  const deeper = (extent: Extent, place: string): Extent => {
    if (extent.depth < ruleLimits.depth) return { depth: extent.depth + 1, nodes: extent.nodes + 1 };
    findings.add(
      "too_deep",
      place,
      "the conditions are nested too deeply once references are followed",
      `at most ${ruleLimits.depth} levels`,
    );
    return single;
  };

  for (const name of conditions.keys()) extentOfName(name, memberPath("conditions", name));
  let nodes = 0;
  const where = expandedNodesAtMost < ruleLimits.expandedNodes ? " where facts are fetched on demand" : "";
  for (const root of roots) {
    const extent = extentOf(root);
    nodes += extent.nodes;
    if (extent.depth > ruleLimits.depth) deeper(extent, placeOf(root));
    if (nodes > expandedNodesAtMost) {
      findings.add(
        "too_many_nodes",
        placeOf(root),
        "there are too many conditions once references are followed",
        `at most ${expandedNodesAtMost} in all rules together${where}`,
      );
      return;
    }
  }
}

function placeOf(root: ConditionNode): string {
  return root.kind === "fact" ? "" : root.place;
}

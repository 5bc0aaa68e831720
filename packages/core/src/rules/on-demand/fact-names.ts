import type { CheckedRules } from "../engine/check-rules.js";
import { conditionNodes } from "./condition-nodes.js";

/** The facts that rules name: in conditions, as values, and in params of events. */
export function factNames(rules: CheckedRules): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of conditionNodes(rules)) {
    if (node.kind !== "fact") continue;
    names.add(node.fact);
    if (node.valueFact !== undefined) names.add(node.valueFact.fact);
  }
  for (const { event } of rules.rules) {
    for (const value of Object.values(event.params ?? {})) {
      const fact = typeof value === "object" && value !== null ? (value as { fact?: unknown }).fact : undefined;
      if (typeof fact === "string") names.add(fact);
    }
  }
  return names;
}

import type { Engine } from "json-rules-engine";
import type { CheckedRules } from "../engine/check-rules.js";
import { conditionNodes } from "./condition-nodes.js";

/** Registers each operator the rules use under the name they use, decorators applied, so that both executors share one meaning. */
export function registerOperators(engine: Engine, rules: CheckedRules): void {
  const registered = new Set<string>();
  for (const node of conditionNodes(rules)) {
    if (node.kind !== "fact" || registered.has(node.operator)) continue;
    registered.add(node.operator);
    engine.addOperator(node.operator, node.evaluate);
  }
}

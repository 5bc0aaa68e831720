import type { PlanTest, ValuesTest } from "../index-plan/plan-test.js";
import type { PlanNode } from "../index-plan/rule-plan.js";

const longestCoded = 256;
const mostCodes = 2_048;

/** Small numbers for the constants of each slot, from 1 on, so that tests compare numbers. 0 stands for every other value. */
export class CodeTables {
  readonly tables: readonly Map<unknown, number>[];

  constructor(slotCount: number, root: PlanNode | undefined) {
    this.tables = Array.from({ length: slotCount }, () => new Map<unknown, number>());
    const seen = new Set<PlanNode>();
    if (root !== undefined) this.#visit(root, seen);
  }

  code(slot: number, constant: unknown): number {
    return this.tables[slot]?.get(constant) ?? 0;
  }

  /** Whether a list is tested as a mask of codes; otherwise as a set. */
  isCoded({ slot, constants }: ValuesTest): boolean {
    return constants.size === 1 || (constants.size <= longestCoded && (this.tables[slot]?.size ?? 0) <= mostCodes);
  }

  #visit(node: PlanNode, seen: Set<PlanNode>): void {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "rules") {
      for (const { tests } of node.entries) for (const test of tests) this.#add(test);
      return;
    }
    if (node.kind === "values") for (const constant of node.cases.keys()) this.#assign(node.slot, constant);
    const children = node.kind === "values" ? node.cases.values() : node.segments;
    for (const child of children) if (child !== undefined) this.#visit(child, seen);
    if (node.otherwise !== undefined) this.#visit(node.otherwise, seen);
  }

  #add(test: PlanTest): void {
    if (test.kind === "all" || test.kind === "any") for (const member of test.members) this.#add(member);
    else if (test.kind === "values" && test.constants.size <= longestCoded) {
      for (const constant of test.constants) this.#assign(test.slot, constant);
    }
  }

  #assign(slot: number, constant: unknown): void {
    const table = this.tables[slot];
    if (table !== undefined && !table.has(constant)) table.set(constant, table.size + 1);
  }
}

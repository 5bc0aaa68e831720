import type { ConditionScope } from "../decide-condition.js";
import type { PlanNode, RulePlan } from "../index-plan/rule-plan.js";
import { CodeTables } from "./code-tables.js";
import { PredicateTable, type Predicate } from "./predicate-table.js";
import { ProgramWriter } from "./program-writer.js";

/** A plan as a program, laid out for running it. */
export interface EncodedPlan {
  /** Where the program starts, or none. */
  readonly start: number;
  readonly program: Int32Array;
  readonly limits: Float64Array;
  /** Where the segments of nodes of ranges start. */
  readonly starts: Float64Array;
  readonly masks: Int32Array;
  readonly caseOwners: Int32Array;
  readonly caseTargets: Int32Array;
  readonly sets: readonly ReadonlySet<unknown>[];
  readonly predicates: readonly Predicate[];
  /** The codes of each slot's constants. */
  readonly codes: readonly ReadonlyMap<unknown, number>[];
  /** How many nodes may wait for their turn. */
  readonly depth: number;
}

/** Lays out a plan for running it. */
export function encodePlan({ slots, root }: RulePlan, scope: ConditionScope): EncodedPlan {
  const codes = new CodeTables(slots.length, root);
  const predicates = new PredicateTable(scope);
  const writer = new ProgramWriter(codes, predicates);
  const start = writer.write(root);
  return {
    start,
    program: Int32Array.from(writer.program),
    limits: Float64Array.from(writer.limits),
    starts: Float64Array.from(writer.starts),
    masks: Int32Array.from(writer.masks),
    caseOwners: Int32Array.from(writer.cases.owners),
    caseTargets: Int32Array.from(writer.cases.targets),
    sets: writer.sets,
    predicates: predicates.predicates,
    codes: codes.tables,
    depth: depthOf(root, new Map()),
  };
}

function depthOf(node: PlanNode | undefined, known: Map<PlanNode, number>): number {
  if (node === undefined || node.kind === "rules") return 1;
  const before = known.get(node);
  if (before !== undefined) return before;
  let below = depthOf(node.otherwise, known);
  for (const child of node.kind === "values" ? node.cases.values() : node.segments) below = Math.max(below, depthOf(child, known));
  known.set(node, below + 1);
  return below + 1;
}

import type { ConditionScope } from "../decide-condition.js";
import type { RulePlan } from "../index-plan/rule-plan.js";
import { PredicateTable, type Predicate } from "./predicate-table.js";
import { ProgramWriter } from "./program-writer.js";

/** A plan as a program, laid out for running it. */
export interface EncodedPlan {
  /** Where the program starts, or none. */
  readonly start: number;
  readonly program: Int32Array;
  /** The limits of range tests, and where the segments of nodes of ranges start. */
  readonly limits: Float64Array;
  readonly masks: Int32Array;
  /** For each case the node it belongs to and its target. */
  readonly cases: Int32Array;
  readonly predicates: readonly Predicate[];
  /** The codes of each slot's constants. */
  readonly codes: readonly ReadonlyMap<unknown, number>[];
  /** How many nodes may wait for their turn. */
  readonly waiting: number;
}

/** Lays out a plan for running it. */
export function encodePlan({ slots, root }: RulePlan, scope: ConditionScope): EncodedPlan {
  const predicates = new PredicateTable(scope);
  const writer = new ProgramWriter(slots.length, predicates);
  const start = writer.write(root);
  return {
    start,
    program: Int32Array.from(writer.program),
    limits: Float64Array.from(writer.limits),
    masks: Int32Array.from(writer.masks),
    cases: Int32Array.from(writer.cases.pairs),
    predicates: predicates.predicates,
    codes: writer.codes,
    waiting: writer.waiting,
  };
}

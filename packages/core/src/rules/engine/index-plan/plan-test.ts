import type { ConditionNode, FactNode } from "../condition-node.js";

/**
 * What is left to test of a rule's conditions. Negations stand at the tests; nothing in it can fail, so that the order
 * of evaluation is free. A `slot` is an index into the plan's slots.
 */
export type PlanTest = ValuesTest | IntervalTest | OperatorTest | ConditionTest | AllTests | AnyTests;

/** The slot's value is (negated: isn't) strictly equal to one of the constants. */
export interface ValuesTest {
  readonly kind: "values";
  readonly slot: number;
  /** Never empty, never NaN. */
  readonly constants: ReadonlySet<unknown>;
  readonly negated: boolean;
}

/**
 * The slot's number lies (negated: doesn't lie) between the bounds, which are excluded where `above` and `below` say so.
 * A value without a number lies in no interval.
 */
export interface IntervalTest {
  readonly kind: "interval";
  readonly slot: number;
  readonly lower: number;
  readonly above: boolean;
  readonly upper: number;
  readonly below: boolean;
  /** The smallest number in it. */
  readonly first: number;
  /** The greatest number in it. */
  readonly last: number;
  readonly negated: boolean;
}

/** The operator of a written test, applied to the slot's value and the test's constant or the other slot's value. */
export interface OperatorTest {
  readonly kind: "operator";
  readonly slot: number;
  readonly valueSlot: number | undefined;
  readonly node: FactNode;
  readonly negated: boolean;
}

/** A condition too large to be taken apart. */
export interface ConditionTest {
  readonly kind: "condition";
  readonly node: ConditionNode;
  readonly negated: boolean;
}

export interface AllTests {
  readonly kind: "all";
  readonly members: readonly PlanTest[];
}

export interface AnyTests {
  readonly kind: "any";
  readonly members: readonly PlanTest[];
}

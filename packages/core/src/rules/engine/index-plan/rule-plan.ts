import type { CheckedRule } from "../checked-rule.js";
import type { FactOperand, NamedConditions } from "../condition-node.js";
import type { PlanTest } from "./plan-test.js";

/**
 * How to find the rules that fire without evaluating all of them. Pure data.
 *
 * The tree holds for facts every slot of which is readable as the slot says; with any other facts, the rules have to be
 * evaluated one by one, and so do those in `always` with any facts.
 */
export interface RulePlan {
  /** In the order of decision; entries name a rule by its index here. */
  readonly rules: readonly CheckedRule[];
  readonly conditions: NamedConditions;
  /** What the rules in the tree read. */
  readonly slots: readonly PlanSlot[];
  /** Undefined when no rule in it can fire. */
  readonly root: PlanNode | undefined;
  /** Rules that may fail, or fill their event from facts: ascending. */
  readonly always: readonly number[];
}

/** A fact, or a place inside one, and which values of it the tree holds for. Promises and functions never are. */
export interface PlanSlot {
  readonly operand: FactOperand;
  /** Only a text, a number, a boolean, null or undefined. */
  readonly isCompared: boolean;
  /** If it is a list, its entries are only such values. */
  readonly entriesAreCompared: boolean;
  /** An interval is tested: a value's number is the value itself, or `Number(text)` of a text that `isNumeric`. */
  readonly isNumber: boolean;
  /** An interval is tested that texts never lie in: no text that `isNumeric`. */
  readonly isNumberOnly: boolean;
}

/** Each node is visited with its `otherwise` and at most one of its other nodes. */
export type PlanNode = RulesNode | ValuesNode | RangesNode;

/** Rules to test, by ascending index. A rule may stand in several nodes that are visited in one run. */
export interface RulesNode {
  readonly kind: "rules";
  readonly entries: readonly PlanEntry[];
}

/** A rule and what the way to it has not decided yet; without tests, the rule fires. */
export interface PlanEntry {
  readonly rule: number;
  readonly tests: readonly PlanTest[];
}

/** The node for the slot's value, by strict equality; a value without a case has none. Cases share nodes. */
export interface ValuesNode {
  readonly kind: "values";
  readonly slot: number;
  readonly cases: ReadonlyMap<unknown, PlanNode>;
  /** Rules that fire with any value. */
  readonly otherwise: PlanNode | undefined;
}

/** The node for the slot's number: `segments[n]` where n boundaries lie at or below it; none for a value without a number. */
export interface RangesNode {
  readonly kind: "ranges";
  readonly slot: number;
  /** Ascending. */
  readonly boundaries: readonly PlanBoundary[];
  readonly segments: readonly (PlanNode | undefined)[];
  /** Rules that fire with any value. */
  readonly otherwise: PlanNode | undefined;
}

/** Where the next segment starts: at the number, or right above it. */
export interface PlanBoundary {
  readonly at: number;
  readonly above: boolean;
}

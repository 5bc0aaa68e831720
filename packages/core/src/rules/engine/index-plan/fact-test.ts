import { between } from "../../operators/between.js";
import { equal } from "../../operators/equal.js";
import { greaterThanInclusive } from "../../operators/greater-than-inclusive.js";
import { greaterThan } from "../../operators/greater-than.js";
import { isIn } from "../../operators/is-in.js";
import { isPresent } from "../../operators/is-present.js";
import { lessThanInclusive } from "../../operators/less-than-inclusive.js";
import { lessThan } from "../../operators/less-than.js";
import { notEqual } from "../../operators/not-equal.js";
import { notIn } from "../../operators/not-in.js";
import type { OperatorDefinition } from "../../operators/operator-definition.js";
import type { FactNode } from "../condition-node.js";
import type { Reduced } from "./combine-tests.js";
import { nextNumber, previousNumber } from "./next-number.js";
import type { IntervalTest } from "./plan-test.js";
import { safeFacts } from "./safe-facts.js";
import type { SlotTable } from "./slot-table.js";

type Bounds = Omit<IntervalTest, "kind" | "slot" | "negated">;

const from = (lower: number, above: boolean): Bounds => {
  const last = Number.POSITIVE_INFINITY;
  return { lower, above, upper: last, below: false, first: above ? nextNumber(lower) : lower, last };
};

const upTo = (upper: number, below: boolean): Bounds => {
  const first = Number.NEGATIVE_INFINITY;
  return { lower: first, above: false, upper, below, first, last: below ? previousNumber(upper) : upper };
};

const boundsBy: ReadonlyMap<OperatorDefinition, (limit: number) => Bounds> = new Map([
  [greaterThan, (limit) => from(limit, true)],
  [greaterThanInclusive, (limit) => from(limit, false)],
  [lessThan, (limit) => upTo(limit, true)],
  [lessThanInclusive, (limit) => upTo(limit, false)],
]);

/** The test of a fact as the index sees it; the test must have facts it can't fail for. */
export function factTest(node: FactNode, negated: boolean, slots: SlotTable): Reduced {
  const safe = safeFacts(node);
  const slot = slots.slotOf(node);
  const isPlain = node.valueFact === undefined && node.decorators.every((decorator) => decorator === "not");
  const opposed = isPlain && node.decorators.length % 2 === 1 ? !negated : negated;
  const known = isPlain ? (valuesTest(node, opposed, slot) ?? intervalTest(node, opposed, slot, slots)) : undefined;
  if (known !== undefined) return known;
  const valueSlot = node.valueFact === undefined ? undefined : slots.slotOf(node.valueFact);
  if (safe === "plain") {
    slots.require(slot, "isCompared");
    if (valueSlot !== undefined) slots.require(valueSlot, "isCompared");
  } else if (safe === "entries") slots.require(slot, "entriesAreCompared");
  return { kind: "operator", slot, valueSlot, node, negated };
}

function valuesTest({ definition, value }: FactNode, negated: boolean, slot: number): Reduced | undefined {
  const among = (constants: readonly unknown[], opposed: boolean): Reduced => {
    // `filter` passes over the holes of a list, as `indexOf` does; NaN equals nothing.
    const comparable = new Set(constants.filter((constant) => !Number.isNaN(constant)));
    return comparable.size === 0 ? opposed : { kind: "values", slot, constants: comparable, negated: opposed };
  };
  switch (definition) {
    case equal:
      return among([value], negated);
    case notEqual:
      return among([value], !negated);
    case isIn:
      return Array.isArray(value) ? among(value, negated) : undefined;
    case notIn:
      return Array.isArray(value) ? among(value, !negated) : undefined;
    case isPresent:
      return among([undefined, null], value === true ? !negated : negated);
    default:
      return undefined;
  }
}

function intervalTest({ definition, value }: FactNode, negated: boolean, slot: number, slots: SlotTable): Reduced | undefined {
  if (definition === between) {
    const [lower, upper] = value as readonly unknown[];
    if (typeof lower !== "number" || typeof upper !== "number") return undefined;
    slots.require(slot, "isNumber");
    slots.require(slot, "isNumberOnly");
    return { kind: "interval", slot, lower, above: false, upper, below: false, first: lower, last: upper, negated };
  }
  const bounds = typeof value === "number" ? boundsBy.get(definition)?.(value) : undefined;
  if (bounds === undefined) return undefined;
  // A value that can't be read as a number fails the run, also where no number would pass.
  slots.require(slot, "isNumber");
  if (Number.isNaN(value)) return negated;
  if (bounds.lower === bounds.upper && (bounds.above || bounds.below)) return negated;
  return { kind: "interval", slot, ...bounds, negated };
}

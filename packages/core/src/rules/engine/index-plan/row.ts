import { anyOf, allOf, type Reduced } from "./combine-tests.js";
import type { PlanTest, ValuesTest } from "./plan-test.js";

/** A rule on its way down the tree: all its tests must hold. Several rows of one rule are alternatives. */
export interface Row {
  readonly rule: number;
  readonly tests: readonly PlanTest[];
}

/** The tests that all must hold, of a test that isn't decided. */
export function testsOfAll(test: Reduced): readonly PlanTest[] {
  if (typeof test === "boolean") return [];
  return test.kind === "all" ? test.members : [test];
}

const necessary = new WeakMap<PlanTest, readonly ValuesTest[]>();

/** The values without which a test can't hold, one entry a slot. */
export function necessaryValues(test: PlanTest): readonly ValuesTest[] {
  if (test.kind === "values") return test.negated ? [] : [test];
  if (test.kind !== "any" && test.kind !== "all") return [];
  const known = necessary.get(test);
  if (known !== undefined) return known;
  const found = test.kind === "all" ? test.members.flatMap(necessaryValues) : commonValues(test.members);
  necessary.set(test, found);
  return found;
}

function commonValues(alternatives: readonly PlanTest[]): readonly ValuesTest[] {
  const [first, ...others] = alternatives.map(necessaryValues);
  if (first === undefined) return [];
  return first.flatMap((test) => {
    const same = others.map((tests) => tests.find((other) => other.slot === test.slot));
    if (same.some((other) => other === undefined)) return [];
    return [{ ...test, constants: new Set([test, ...(same as ValuesTest[])].flatMap((each) => [...each.constants])) }];
  });
}

/** The values of a slot without which a row can't fire. */
export function necessaryValuesOf(row: Row, slot: number): ValuesTest | undefined {
  for (const test of row.tests) {
    for (const values of necessaryValues(test)) if (values.slot === slot) return values;
  }
  return undefined;
}

/** The row where a slot is known to hold one of the constants it is tested for, when all of them leave the same tests. */
export function rowWithAnyValue(row: Row, slot: number): Row | undefined {
  const rest = row.tests.filter((test) => test.kind !== "values" || test.slot !== slot);
  return rest.some((test) => mentions(test, slot)) ? undefined : { rule: row.rule, tests: rest };
}

/** The row where a slot is known to hold a constant; undefined when it can't fire then. */
export function rowWithValue(row: Row, slot: number, constant: unknown): Row | undefined {
  const test = allOf(row.tests.map((each) => testWithValue(each, slot, constant)));
  return test === false ? undefined : { rule: row.rule, tests: testsOfAll(test) };
}

function testWithValue(test: PlanTest, slot: number, constant: unknown): Reduced {
  if (test.kind === "values") return test.slot === slot ? test.constants.has(constant) !== test.negated : test;
  if ((test.kind !== "all" && test.kind !== "any") || !mentions(test, slot)) return test;
  const members = test.members.map((member) => testWithValue(member, slot, constant));
  return test.kind === "all" ? allOf(members) : anyOf(members);
}

function mentions(test: PlanTest, slot: number): boolean {
  if (test.kind === "values") return test.slot === slot;
  return (test.kind === "all" || test.kind === "any") && test.members.some((member) => mentions(member, slot));
}

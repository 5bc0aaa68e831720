import type { IntervalTest, PlanTest, ValuesTest } from "./plan-test.js";

/** A test, or an answer that needs none. */
export type Reduced = PlanTest | boolean;

/** Tests that all must hold: nested ones taken in, those of one slot joined. */
export function allOf(members: readonly Reduced[]): Reduced {
  return combine("all", members, valuesOfAll);
}

/** Tests of which one must hold: nested ones taken in, values of one slot joined. */
export function anyOf(members: readonly Reduced[]): Reduced {
  return combine("any", members, (tests) => {
    const excluded = valuesOfAll(tests.map(opposite));
    return typeof excluded === "boolean" ? !excluded : opposite(excluded);
  });
}

function combine(kind: "all" | "any", members: readonly Reduced[], join: (tests: readonly ValuesTest[]) => ValuesTest | boolean): Reduced {
  const decided = kind === "any";
  const values = new Map<number, ValuesTest[]>();
  const intervals = new Map<number, IntervalTest>();
  const others: PlanTest[] = [];
  for (const member of flatten(kind, members)) {
    if (member === decided) return decided;
    if (typeof member === "boolean") continue;
    if (member.kind === "values") push(values, member);
    else if (member.kind === "interval" && kind === "all" && !member.negated) {
      const before = intervals.get(member.slot);
      const both = before === undefined ? member : overlap(before, member);
      if (both === undefined) return false;
      intervals.set(member.slot, both);
    } else others.push(member);
  }
  const joined: PlanTest[] = [];
  for (const tests of values.values()) {
    const test = join(tests);
    if (test === decided) return decided;
    if (typeof test !== "boolean") joined.push(test);
  }
  joined.push(...intervals.values(), ...others);
  const [only] = joined;
  if (only === undefined) return !decided;
  return joined.length === 1 ? only : { kind, members: joined };
}

function flatten(kind: "all" | "any", members: readonly Reduced[]): readonly Reduced[] {
  return members.flatMap((member): readonly Reduced[] => (typeof member !== "boolean" && member.kind === kind ? member.members : [member]));
}

function push(values: Map<number, ValuesTest[]>, test: ValuesTest): void {
  const tests = values.get(test.slot);
  if (tests === undefined) values.set(test.slot, [test]);
  else tests.push(test);
}

function opposite(test: ValuesTest): ValuesTest {
  return { ...test, negated: !test.negated };
}

function valuesOfAll(tests: readonly ValuesTest[]): ValuesTest | boolean {
  const [first] = tests;
  if (first === undefined) return true;
  if (tests.length === 1) return first;
  const required = tests.filter((test) => !test.negated);
  const smallest = required.sort((left, right) => left.constants.size - right.constants.size)[0];
  if (smallest === undefined) return { ...first, constants: new Set(tests.flatMap((test) => [...test.constants])) };
  const constants = [...smallest.constants].filter((constant) => tests.every((test) => test.constants.has(constant) !== test.negated));
  return constants.length === 0 ? false : { ...smallest, constants: new Set(constants) };
}

function overlap(left: IntervalTest, right: IntervalTest): IntervalTest | undefined {
  const { lower, above, first } = left.first >= right.first ? left : right;
  const { upper, below, last } = left.last <= right.last ? left : right;
  return first > last ? undefined : { ...left, lower, above, first, upper, below, last };
}

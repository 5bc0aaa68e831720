import { startOf } from "../index-plan/start-of-boundary.js";
import type { IntervalTest, PlanTest, ValuesTest } from "../index-plan/plan-test.js";
import type { PlanNode, RangesNode, RulesNode, ValuesNode } from "../index-plan/rule-plan.js";
import { sizeOf } from "../index-plan/size-of-test.js";
import { CaseTable } from "./case-table.js";
import type { CodeTables } from "./code-tables.js";
import { none, operation, operationBits, testSize } from "./instructions.js";
import type { PredicateTable } from "./predicate-table.js";

const rulesAGuard = 8;
const noRule = 0x7fffffff;

/** Writes the nodes of a plan as instructions. */
export class ProgramWriter {
  readonly program: number[] = [];
  readonly limits: number[] = [];
  readonly starts: number[] = [];
  readonly masks: number[] = [];
  readonly sets: ReadonlySet<unknown>[] = [];
  readonly cases = new CaseTable();
  readonly #codes: CodeTables;
  readonly #predicates: PredicateTable;
  readonly #places = new Map<PlanNode, number>();
  readonly #masks = new Map<string, number>();
  readonly #sets = new Map<ReadonlySet<unknown>, number>();

  constructor(codes: CodeTables, predicates: PredicateTable) {
    this.#codes = codes;
    this.#predicates = predicates;
  }

  /** Writes a node and everything below it; answers its place. */
  write(node: PlanNode | undefined): number {
    if (node === undefined) return none;
    const known = this.#places.get(node);
    if (known !== undefined) return known;
    const place = node.kind === "rules" ? this.#rules(node) : node.kind === "values" ? this.#values(node) : this.#ranges(node);
    this.#places.set(node, place);
    return place;
  }

  #rules({ entries }: RulesNode): number {
    const start = this.program.length;
    for (const [index, { rule, tests }] of entries.entries()) {
      if (index % rulesAGuard === 0) this.program.push(operation.guard, rule);
      const fire = this.program.length + sumOf(tests) * testSize;
      this.#all(tests, fire, fire + 2);
      this.program.push(operation.fire, rule);
    }
    this.program.push(operation.end);
    return start;
  }

  #values({ slot, cases, otherwise }: ValuesNode): number {
    const targets = [...cases].map(([constant, node]) => [this.#codes.code(slot, constant), this.write(node)] as const);
    const rest = this.write(otherwise);
    const place = this.program.length;
    const smallest = this.#smallest([...targets.map(([, target]) => target), rest]);
    this.program.push(word(operation.values, slot), smallest, rest, this.cases.place(place, targets));
    return place;
  }

  #ranges({ slot, boundaries, segments, otherwise }: RangesNode): number {
    const targets = segments.map((segment) => this.write(segment));
    const rest = this.write(otherwise);
    const place = this.program.length;
    const start = this.starts.length;
    this.starts.push(...boundaries.map(startOf));
    this.program.push(word(operation.ranges, slot), this.#smallest([...targets, rest]), rest, start, boundaries.length, ...targets);
    return place;
  }

  /** The smallest rule in any of the nodes. */
  #smallest(places: readonly number[]): number {
    let smallest = noRule;
    for (const place of places) if (place !== none) smallest = Math.min(smallest, this.program[place + 1] as number);
    return smallest;
  }

  #all(tests: readonly PlanTest[], holds: number, fails: number): void {
    for (const [index, test] of tests.entries()) this.#test(test, index === tests.length - 1 ? holds : this.#behind(test), fails);
  }

  #any(tests: readonly PlanTest[], holds: number, fails: number): void {
    for (const [index, test] of tests.entries()) this.#test(test, holds, index === tests.length - 1 ? fails : this.#behind(test));
  }

  #test(test: PlanTest, holds: number, fails: number): void {
    if (test.kind === "all") this.#all(test.members, holds, fails);
    else if (test.kind === "any") this.#any(test.members, holds, fails);
    else if (test.negated) this.program.push(...this.#operation(test), fails, holds);
    else this.program.push(...this.#operation(test), holds, fails);
  }

  #behind(test: PlanTest): number {
    return this.program.length + sizeOf(test) * testSize;
  }

  #operation(test: Exclude<PlanTest, { kind: "all" | "any" }>): [number, number] {
    if (test.kind === "values") return this.#valuesTest(test);
    if (test.kind === "interval") return this.#intervalTest(test);
    return [operation.predicate, this.#predicates.indexOf(test)];
  }

  #valuesTest(test: ValuesTest): [number, number] {
    const { slot, constants } = test;
    const [constant] = constants;
    if (constants.size === 1) return [word(operation.is, slot), this.#codes.code(slot, constant)];
    if (this.#codes.isCoded(test)) return [word(operation.among, slot), this.#mask(test)];
    return [word(operation.member, slot), this.#set(constants)];
  }

  #mask({ slot, constants }: ValuesTest): number {
    const words = new Int32Array(((this.#codes.tables[slot]?.size ?? 0) >> 5) + 1);
    for (const constant of constants) {
      const code = this.#codes.code(slot, constant);
      words[code >> 5] = (words[code >> 5] as number) | (1 << (code & 31));
    }
    const key = words.join();
    const known = this.#masks.get(key);
    if (known !== undefined) return known;
    const start = this.masks.length;
    this.masks.push(...words);
    this.#masks.set(key, start);
    return start;
  }

  #set(constants: ReadonlySet<unknown>): number {
    const known = this.#sets.get(constants);
    if (known !== undefined) return known;
    const index = this.sets.push(constants) - 1;
    this.#sets.set(constants, index);
    return index;
  }

  #intervalTest({ slot, first, last }: IntervalTest): [number, number] {
    const start = this.limits.length;
    if (last === Number.POSITIVE_INFINITY) {
      this.limits.push(first);
      return [word(operation.atLeast, slot), start];
    }
    if (first === Number.NEGATIVE_INFINITY) {
      this.limits.push(last);
      return [word(operation.atMost, slot), start];
    }
    this.limits.push(first, last);
    return [word(operation.within, slot), start];
  }
}

function word(code: number, slot: number): number {
  return code | (slot << operationBits);
}

function sumOf(tests: readonly PlanTest[]): number {
  let sum = 0;
  for (const test of tests) sum += sizeOf(test);
  return sum;
}

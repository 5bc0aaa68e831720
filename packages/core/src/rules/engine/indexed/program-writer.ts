import { startOf } from "../index-plan/start-of-boundary.js";
import type { PlanTest, ValuesTest } from "../index-plan/plan-test.js";
import type { PlanNode, RangesNode, RulesNode, ValuesNode } from "../index-plan/rule-plan.js";
import { sizeOf } from "../index-plan/size-of-test.js";
import { CaseTable } from "./case-table.js";
import { codeColumn, fireSize, guardSize, none, noRule, operation, testSize, wordOf } from "./instructions.js";
import type { PredicateTable } from "./predicate-table.js";

const rulesAGuard = 8;
const longestMask = 256;
const mostCodes = 2_048;

/** Writes the nodes of a plan as instructions. */
export class ProgramWriter {
  readonly program: number[] = [];
  readonly limits: number[] = [];
  readonly masks: number[] = [];
  readonly cases = new CaseTable();
  /** Small numbers for the constants of each slot, from 1 on, so that tests compare numbers. 0 stands for every other value. */
  readonly codes: readonly Map<unknown, number>[];
  /** How many nodes may wait for their turn at most. */
  waiting = 0;
  readonly #predicates: PredicateTable;
  /** The place of the limits of each code. */
  readonly #ofCode: number[] = [];
  readonly #places = new Map<PlanNode, number>();
  readonly #masks = new Map<string, number>();
  /** Tests for one of several values, which are written once all codes are known. */
  readonly #lists: (readonly [place: number, test: ValuesTest])[] = [];

  constructor(slotCount: number, predicates: PredicateTable) {
    this.codes = Array.from({ length: slotCount }, () => new Map<unknown, number>());
    this.#predicates = predicates;
  }

  /** Writes a tree; answers its place. */
  write(root: PlanNode | undefined): number {
    const place = this.#node(root);
    for (const [at, test] of this.#lists) {
      const isMask = this.#codesOf(test.slot).size <= mostCodes;
      this.program[at] = wordOf(isMask ? operation.among : operation.predicate, codeColumn(test.slot));
      this.program[at + 1] = isMask ? this.#mask(test) : this.#predicates.indexOf(test);
    }
    return place;
  }

  #node(node: PlanNode | undefined): number {
    if (node === undefined) return none;
    let place = this.#places.get(node);
    if (place === undefined) {
      place = node.kind === "rules" ? this.#rules(node) : node.kind === "values" ? this.#values(node) : this.#ranges(node);
      this.#places.set(node, place);
    }
    return place;
  }

  /** The first tests of all rules stand in a row, since most rules fail theirs; what is left of the rules follows. */
  #rules({ entries }: RulesNode): number {
    const { program } = this;
    const start = program.length + guardSize;
    const places: number[] = [];
    let behind = program.length;
    for (const [index, { tests }] of entries.entries()) {
      places.push(behind);
      behind += (index % rulesAGuard === 0 ? guardSize : 0) + (tests.length === 0 ? fireSize : sizeOfAll(tests.slice(0, 1)));
    }
    places.push(none);
    for (const [index, { rule, tests }] of entries.entries()) {
      if (index % rulesAGuard === 0) program.push(wordOf(operation.guard), rule);
      const [first, ...others] = tests;
      const next = places[index + 1] as number;
      if (first === undefined) program.push(wordOf(operation.fire), rule, next);
      else {
        this.#test(first, behind, next);
        behind += sizeOfAll(others) + fireSize;
      }
    }
    for (const [index, { rule, tests }] of entries.entries()) {
      const [first, ...others] = tests;
      if (first === undefined) continue;
      const next = places[index + 1] as number;
      this.#group(others, program.length + sizeOfAll(others), next, true);
      program.push(wordOf(operation.fire), rule, next);
    }
    return start;
  }

  #values({ slot, cases, otherwise }: ValuesNode): number {
    const targets = [...cases].map(([constant, node]) => [this.#code(slot, constant), this.#node(node)] as const);
    const rest = this.#node(otherwise);
    const place = this.#guard([...targets.map(([, target]) => target), rest]);
    this.program.push(wordOf(operation.values, codeColumn(slot)), rest, this.cases.place(place, targets));
    return place;
  }

  #ranges({ slot, boundaries, segments, otherwise }: RangesNode): number {
    const targets = segments.map((segment) => this.#node(segment));
    const rest = this.#node(otherwise);
    const place = this.#guard([...targets, rest]);
    this.program.push(wordOf(operation.ranges, codeColumn(slot) + 1), rest, this.limits.length, boundaries.length, ...targets);
    this.limits.push(...boundaries.map(startOf));
    return place;
  }

  /** The guard of a node above others; answers the node's place. */
  #guard(places: readonly number[]): number {
    let smallest: number = noRule;
    for (const place of places) if (place !== none) smallest = Math.min(smallest, this.program[place - 1] as number);
    this.waiting += 1;
    return this.program.push(wordOf(operation.guard), smallest);
  }

  /** Tests that all must hold, or of which one must. */
  #group(tests: readonly PlanTest[], holds: number, fails: number, isAll: boolean): void {
    for (const [index, test] of tests.entries()) {
      const next = index === tests.length - 1 ? undefined : this.program.length + sizeOf(test) * testSize;
      this.#test(test, isAll ? (next ?? holds) : holds, isAll ? fails : (next ?? fails));
    }
  }

  #test(test: PlanTest, holds: number, fails: number): void {
    if (test.kind === "all" || test.kind === "any") this.#group(test.members, holds, fails, test.kind === "all");
    else if (test.negated) this.program.push(...this.#operation(test), fails, holds);
    else this.program.push(...this.#operation(test), holds, fails);
  }

  #operation(test: Exclude<PlanTest, { kind: "all" | "any" }>): readonly [number, number] {
    if (test.kind === "interval") return [codeColumn(test.slot) + 1, this.#limits(test.first, test.last)];
    if (test.kind === "values") {
      const { slot, constants } = test;
      if (constants.size === 1) {
        const [constant] = constants;
        const code = this.#code(slot, constant);
        return [codeColumn(slot), (this.#ofCode[code] ??= this.#limits(code, code))];
      }
      if (constants.size <= longestMask) {
        for (const constant of constants) this.#code(slot, constant);
        this.#lists.push([this.program.length, test]);
        return [0, 0];
      }
    }
    return [wordOf(operation.predicate), this.#predicates.indexOf(test)];
  }

  #limits(first: number, last: number): number {
    return this.limits.push(first, last) - 2;
  }

  #codesOf(slot: number): Map<unknown, number> {
    return this.codes[slot] as Map<unknown, number>;
  }

  #code(slot: number, constant: unknown): number {
    const codes = this.#codesOf(slot);
    let code = codes.get(constant);
    if (code === undefined) codes.set(constant, (code = codes.size + 1));
    return code;
  }

  #mask({ slot, constants }: ValuesTest): number {
    const words = new Int32Array((this.#codesOf(slot).size >> 5) + 1);
    for (const constant of constants) {
      const code = this.#code(slot, constant);
      words[code >> 5] = (words[code >> 5] as number) | (1 << (code & 31));
    }
    const key = words.join();
    let place = this.#masks.get(key);
    if (place === undefined) {
      place = this.masks.length;
      this.masks.push(...words);
      this.#masks.set(key, place);
    }
    return place;
  }
}

/** The ints of tests. */
function sizeOfAll(tests: readonly PlanTest[]): number {
  return tests.reduce((sum, test) => sum + sizeOf(test), 0) * testSize;
}

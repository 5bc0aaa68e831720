import type { ConditionNode, NamedConditions } from "../condition-node.js";
import { allOf, anyOf, type Reduced } from "./combine-tests.js";
import { factTest } from "./fact-test.js";
import { safeFacts } from "./safe-facts.js";
import type { SlotTable } from "./slot-table.js";
import { sizeOf } from "./size-of-test.js";

const largestGroup = 64;
const largestRoot = 512;

/** Turns checked conditions into tests; each shared condition is turned once. */
export class ConditionTests {
  readonly #conditions: NamedConditions;
  readonly #allowUndefined: boolean;
  readonly #slots: SlotTable;
  readonly #failing = new Map<string, boolean>();
  readonly #known = new Map<string, Reduced>();

  constructor(conditions: NamedConditions, allowUndefined: boolean, slots: SlotTable) {
    this.#conditions = conditions;
    this.#allowUndefined = allowUndefined;
    this.#slots = slots;
  }

  /** The tests of a rule's conditions; undefined when one may fail. */
  ofRoot(node: ConditionNode): Reduced | undefined {
    return this.#mayFail(node) ? undefined : this.#test(node, false, true);
  }

  #mayFail(node: ConditionNode): boolean {
    if (node.kind === "fact") return safeFacts(node) === "none";
    if (node.kind === "not") return this.#mayFail(node.member);
    if (node.kind !== "reference") return node.members.some((member) => this.#mayFail(member));
    const known = this.#failing.get(node.condition);
    if (known !== undefined) return known;
    const target = this.#conditions.get(node.condition);
    const fails = target === undefined ? !this.#allowUndefined : this.#mayFail(target);
    this.#failing.set(node.condition, fails);
    return fails;
  }

  #test(node: ConditionNode, negated: boolean, isRoot: boolean): Reduced {
    if (node.kind === "fact") return factTest(node, negated, this.#slots);
    if (node.kind === "not") return this.#test(node.member, !negated, isRoot);
    if (node.kind === "reference") return this.#reference(node.condition, negated, isRoot);
    if (node.members.length === 0) return !negated;
    const isAll = (node.kind === "all") !== negated;
    const combine = isAll ? allOf : anyOf;
    const tests = node.members.map((member) => this.#test(member, negated, false));
    const combined = combine(tests);
    if (sizeOf(combined) <= (isRoot && isAll ? largestRoot : largestGroup)) return combined;
    if (!isRoot || !isAll) return { kind: "condition", node, negated };
    // The root's own tests stay apart, since each of them may exclude the rule.
    return combine(
      node.members.map((member, index): Reduced => {
        const test = tests[index] as Reduced;
        return sizeOf(test) > 1 ? { kind: "condition", node: member, negated } : test;
      }),
    );
  }

  #reference(name: string, negated: boolean, isRoot: boolean): Reduced {
    const key = `${negated ? "!" : "="}${isRoot ? "^" : "."}${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.#conditions.get(name);
    const test = node === undefined ? negated : this.#test(node, negated, isRoot);
    this.#known.set(key, test);
    return test;
  }
}

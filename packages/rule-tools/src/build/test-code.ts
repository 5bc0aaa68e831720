import type { IntervalTest, OperatorTest, PlanTest, ValuesTest } from "@amends/core/rules/plan";
import type { ExactConditions } from "./exact-condition.js";
import { literal } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { OperatorCode } from "./operator-code.js";
import type { SlotCode } from "./slot-code.js";

/** An expression and the local names it reads. */
export interface Expression {
  readonly text: string;
  readonly uses: readonly string[];
  /** Whether it can stand beside `&&` without parentheses. */
  readonly binds: boolean;
}

const listedAtMost = 4;

/** Writes the tests of a plan. None of them can fail, so that `&&` and `||` may pass over the rest. */
export class TestCode {
  readonly #slots: SlotCode;
  readonly #scope: ModuleScope;
  readonly #operators: OperatorCode;
  readonly #exact: ExactConditions;

  constructor(slots: SlotCode, scope: ModuleScope, operators: OperatorCode, exact: ExactConditions) {
    this.#slots = slots;
    this.#scope = scope;
    this.#operators = operators;
    this.#exact = exact;
  }

  /** All of some tests; at least one. */
  all(tests: readonly PlanTest[]): Expression {
    return this.#joined(tests, " && ");
  }

  #test(test: PlanTest): Expression {
    switch (test.kind) {
      case "values":
        return this.#values(test);
      case "interval":
        return this.#interval(test);
      case "operator":
        return this.#operator(test);
      case "condition":
        return { text: `${test.negated ? "!" : ""}(${this.#exact.root(test.node)})`, uses: ["facts"], binds: true };
      case "all":
        return this.#joined(test.members, " && ");
      case "any":
        return this.#joined(test.members, " || ");
    }
  }

  #joined(tests: readonly PlanTest[], by: " && " | " || "): Expression {
    const members = tests.map((test) => this.#test(test));
    const [only] = members;
    if (members.length === 1 && only !== undefined) return only;
    return {
      text: members.map(({ text, binds }) => (binds ? text : `(${text})`)).join(by),
      uses: members.flatMap(({ uses }) => uses),
      binds: false,
    };
  }

  #values({ slot, constants, negated }: ValuesTest): Expression {
    const value = this.#slots.value(slot);
    // A list or an object of a rule equals nothing.
    const comparable = [...constants].filter((constant) => typeof constant !== "object" || constant === null);
    const uses = [value];
    if (comparable.length === 0) return { text: String(negated), uses: [], binds: true };
    if (comparable.length > listedAtMost) {
      const set = this.#scope.declare(`${value}Values`, `new Set([${comparable.map(literal).join(", ")}])`);
      return { text: `${negated ? "!" : ""}${set}.has(${value})`, uses, binds: true };
    }
    const tests = comparable.map((constant) => `${value} ${negated ? "!==" : "==="} ${literal(constant)}`);
    return { text: tests.join(negated ? " && " : " || "), uses, binds: tests.length === 1 };
  }

  #interval({ slot, lower, above, upper, below, negated }: IntervalTest): Expression {
    const value = this.#slots.number(slot);
    const bounds = [
      ...(lower === Number.NEGATIVE_INFINITY && !above ? [] : [`${value} ${above ? ">" : ">="} ${literal(lower)}`]),
      ...(upper === Number.POSITIVE_INFINITY && !below ? [] : [`${value} ${below ? "<" : "<="} ${literal(upper)}`]),
    ];
    // Every number lies between two infinities, and what isn't one doesn't.
    if (bounds.length === 0) bounds.push(`${value} === ${value}`);
    const text = bounds.join(" && ");
    return negated ? { text: `!(${text})`, uses: [value], binds: true } : { text, uses: [value], binds: bounds.length === 1 };
  }

  #operator({ slot, valueSlot, node, negated }: OperatorTest): Expression {
    const value = this.#slots.value(slot);
    const other = valueSlot === undefined ? this.#exact.constant(node.value, node.fact) : this.#slots.value(valueSlot);
    const uses = valueSlot === undefined ? [value] : [value, other];
    if (
      valueSlot !== undefined &&
      node.decorators.length === 0 &&
      (node.definition.name === "equal" || node.definition.name === "notEqual")
    ) {
      return { text: `${value} ${(node.definition.name === "equal") === negated ? "!==" : "==="} ${other}`, uses, binds: true };
    }
    return { text: `${negated ? "!" : ""}${this.#operators.function(node)}(${value}, ${other})`, uses, binds: true };
  }
}

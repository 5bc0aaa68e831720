import type { ParameterValue } from "@amends/core/rules";
import type { ConditionNode, FactNode, FactOperand, GroupNode, NamedConditions } from "@amends/core/rules/prepared";
import { literal, textLiteral } from "./literal.js";
import { runtime, type ModuleScope } from "./module-scope.js";
import { identifierOf } from "./name-table.js";
import type { OperatorCode } from "./operator-code.js";

/** Writes conditions as expressions over `facts` that evaluate every test json-rules-engine would, in its order. */
export class ExactConditions {
  readonly #scope: ModuleScope;
  readonly #operators: OperatorCode;
  readonly #conditions: NamedConditions;
  readonly #parameters: Readonly<Record<string, ParameterValue>>;
  readonly #shared = new Map<string, string>();

  constructor(
    scope: ModuleScope,
    operators: OperatorCode,
    conditions: NamedConditions,
    parameters: Readonly<Record<string, ParameterValue>>,
  ) {
    this.#scope = scope;
    this.#operators = operators;
    this.#conditions = conditions;
    this.#parameters = parameters;
  }

  /** The root of a rule, where the answer of a single test passes through as it is. */
  root(node: ConditionNode): string {
    return node.kind === "fact" || node.kind === "reference" ? this.#member(node) : this.#answer(node);
  }

  #member(node: ConditionNode): string {
    if (node.kind === "fact") return this.#fact(node);
    if (node.kind === "reference") return this.#reference(node.condition);
    const answer = this.#answer(node);
    return node.kind === "not" || node.members.length !== 1 || this.#isBoolean(node) ? answer : `${this.#use("every")}(${answer})`;
  }

  #answer(node: Exclude<ConditionNode, { kind: "fact" | "reference" }>): string {
    if (node.kind === "not") return `!${parenthesised(this.#member(node.member))}`;
    const members = node.members.map((member) => this.#member(member));
    const [only] = members;
    if (only === undefined) return "true";
    return members.length === 1 ? only : this.#sets(node, members);
  }

  /** Within one priority every test is evaluated; a lower priority is read only while nothing is decided. */
  #sets({ kind, sets }: GroupNode, members: readonly string[]): string {
    const group = this.#use(kind === "all" ? "every" : "some");
    const calls = sets.map((indices) => `${group}(${indices.map((index) => members[index]).join(", ")})`);
    const [only] = calls;
    return calls.length === 1 && only !== undefined ? only : `(${calls.join(kind === "all" ? " && " : " || ")})`;
  }

  #reference(name: string): string {
    let shared = this.#shared.get(name);
    if (shared === undefined) {
      const node = this.#conditions.get(name);
      const test = node === undefined ? "false" : this.#member(node);
      shared = this.#scope.declare(identifierOf(`is ${name}`, "condition"), `(facts) => ${test}`);
      this.#shared.set(name, shared);
    }
    return `${shared}(facts)`;
  }

  #fact(node: FactNode): string {
    const given = this.#operand(node);
    const value = node.valueFact === undefined ? this.constant(node.value, node.fact) : this.#operand(node.valueFact);
    if (node.decorators.length === 0 && this.#operators.answersBoolean(node)) {
      if (node.definition.name === "equal") return `${given} === ${value}`;
      if (node.definition.name === "notEqual") return `${given} !== ${value}`;
    }
    return `${this.#operators.function(node)}(${given}, ${value})`;
  }

  /** A constant of a rule; a list stands at the top of the module, named after the fact it is compared with, so that it is made once. */
  constant(value: unknown, fact: string): string {
    if (typeof value !== "object" || value === null) return literal(value);
    return this.#scope.declare(`${identifierOf(fact, "fact")}${Array.isArray(value) ? "List" : "Value"}`, literal(value));
  }

  #operand({ fact, path, steps }: FactOperand): string {
    const isParameter = Object.hasOwn(this.#parameters, fact);
    if (path === undefined)
      return isParameter ? this.constant(this.#parameters[fact], fact) : `${this.#use("readFact")}(facts, ${textLiteral(fact)})`;
    const keys = this.#scope.declare(`${identifierOf(fact, "fact")}Path`, literal(steps ?? []));
    if (isParameter) return `${this.#use("placeOf")}(${this.constant(this.#parameters[fact], fact)}, ${keys})`;
    return `${this.#use("readPath")}(facts, ${textLiteral(fact)}, ${keys})`;
  }

  /** Whether a condition answers true or false, never anything else. */
  #isBoolean(node: ConditionNode): boolean {
    if (node.kind === "fact") return this.#operators.answersBoolean(node);
    if (node.kind === "reference") {
      const named = this.#conditions.get(node.condition);
      return named === undefined || this.#isBoolean(named);
    }
    return node.kind === "not" || node.members.length !== 1 || node.members.every((member) => this.#isBoolean(member));
  }

  #use(name: string): string {
    return this.#scope.use(runtime, name);
  }
}

function parenthesised(expression: string): string {
  return / [!=]== /.test(expression) ? `(${expression})` : expression;
}

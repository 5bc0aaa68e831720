import type { FactDefinition } from "@amends/core/facts";
import type { Leaf, OperatorRegistrations, ParameterValue, Policy, PolicyVocabulary } from "@amends/core/rules";
import { leavesOfPolicy, partOf } from "./condition-parts.js";
import { boundariesOf, dateFactsOf, inForce } from "./dated-rules.js";
import { collect, noConstants, type FactConstants } from "./fact-constants.js";
import type { FactModel, Solution } from "./fact-model.js";
import type { FiniteFact } from "./finite-fact.js";
import { allOf, always, anyOf, never, negationOf, oneOf, type Formula } from "./formula.js";
import { LinkedFacts } from "./linked-facts.js";
import { boundsOf, modelFact, orderOf } from "./model-fact.js";
import { operatorsWith, readOperator, testOf, type NamedOperator, type Operators } from "./operator-test.js";
import { filled, parameterOf, parameterValues, plainValue, referenceOf } from "./plain-comparison.js";
import { flag, valuesWhere, type Variable } from "./variable.js";

/** Facts compared with each other are told apart exactly up to this many at once. */
const linkedAtMost = 4;

const opposites: Readonly<Record<string, string>> = { notEqual: "equal", notIn: "in" };

/** A comparison that is only known to hold or not: what value makes it so has to be searched for. */
export interface OpaqueComparison {
  readonly leaf: Leaf;
  readonly value: unknown;
}

/** A policy as statements about its facts. */
export class PolicyModel {
  readonly policy: Policy;
  readonly facts: PolicyVocabulary["facts"];
  readonly opaque = new Map<Variable, OpaqueComparison>();
  readonly #operators: Operators;
  readonly #parameters: Readonly<Record<string, ParameterValue>>;
  readonly #constants = new Map<string, FactConstants>();
  readonly #links = new LinkedFacts();
  readonly #models = new Map<string, FactModel>();
  readonly #shared = new Map<string, Formula>();
  readonly #flags = new Map<string, Variable>();
  readonly #fires = new Map<number, Formula>();

  constructor(policy: Policy, vocabulary: PolicyVocabulary, operators?: OperatorRegistrations) {
    this.policy = policy;
    this.facts = vocabulary.facts;
    this.#operators = operatorsWith(operators);
    this.#parameters = parameterValues(policy);
    for (const { leaf } of leavesOfPolicy(policy)) this.#collect(leaf);
    const boundaries = boundariesOf(policy);
    for (const fact of dateFactsOf(policy)) for (const boundary of boundaries) this.constantsFor(fact).scalars.add(boundary);
  }

  /** That a rule fires: its conditions hold, it is in force, and the facts that its outcome quotes are there. */
  fires(index: number): Formula {
    const known = this.#fires.get(index);
    if (known !== undefined) return known;
    const rule = this.policy.rules[index];
    if (rule === undefined) return never;
    const quoted = Object.values(rule.event.params ?? {}).map(referenceOf);
    const formula = allOf([
      this.condition(rule.conditions, true),
      inForce(this.policy, rule, (fact) => this.#ordered(fact)),
      ...quoted.map((fact) => (fact === undefined || parameterOf(fact) !== undefined ? always : this.modelOf(fact).present)),
    ]);
    this.#fires.set(index, formula);
    return formula;
  }

  /** That a condition holds. */
  condition(condition: unknown, atRoot = false): Formula {
    const part = partOf(condition, atRoot);
    if (part.kind === "leaf") return this.comparison(part.leaf);
    if (part.kind === "not") return negationOf(this.condition(part.member));
    if (part.kind === "reference") return this.#reference(part.name);
    // An empty group holds, an empty "any" too.
    if (part.members.length === 0) return always;
    return (part.kind === "all" ? allOf : anyOf)(part.members.map((member) => this.condition(member)));
  }

  /** That a comparison holds. */
  comparison(leaf: Leaf): Formula {
    const value = this.valueOf(leaf);
    const operator = readOperator(leaf.operator, this.#operators);
    if (operator === undefined) return this.#unknown(leaf, value);
    const parameter = parameterOf(leaf.fact);
    const other = referenceOf(value);
    if (parameter !== undefined || leaf.path !== undefined) {
      const test = other === undefined && leaf.path === undefined ? testOf(operator) : undefined;
      if (test === undefined || parameter === undefined) return this.#unknown(leaf, value);
      return test(this.#parameters[parameter], value) ? always : never;
    }
    const formula =
      other === undefined ? this.modelOf(leaf.fact).comparison(operator, value) : this.#pair(leaf.fact, operator, other, value);
    return formula ?? this.#unknown(leaf, value);
  }

  /** What a comparison compares with, as rules compare it. */
  valueOf(leaf: Leaf): unknown {
    return plainValue(leaf, this.#definitionOf(leaf.fact)?.kind, this.#parameters);
  }

  /** Whether a comparison with a constant holds where its fact is absent; undefined where that can't be said. */
  holdsWhereAbsent(leaf: Leaf): boolean | undefined {
    const operator = readOperator(leaf.operator, this.#operators);
    const value = this.valueOf(leaf);
    const test = operator === undefined || referenceOf(value) !== undefined ? undefined : testOf(operator);
    try {
      return test?.(undefined, value);
    } catch {
      return undefined;
    }
  }

  /** The model of a fact, made when first asked for. */
  modelOf(fact: string): FactModel {
    const known = this.#models.get(fact);
    if (known !== undefined) return known;
    const group = this.#links.groupOf(fact);
    const model = modelFact(fact, this.#definitionOf(fact), this.constantsFor(fact), Math.min(group.length, linkedAtMost));
    this.#models.set(fact, model);
    return model;
  }

  /** Facts that a solution allows; facts that don't matter are left out. */
  factsOf(solution: Solution): Record<string, unknown> {
    const facts: Record<string, unknown> = {};
    for (const [name, model] of this.#models) {
      const value = model.valueOf(solution);
      if (value !== undefined) facts[name] = value;
    }
    return facts;
  }

  /** What a fact is compared with, for a search. */
  constantsFor(fact: string): FactConstants {
    return this.#constantsOf(this.#links.leaderOf(fact));
  }

  #reference(name: string): Formula {
    const known = this.#shared.get(name);
    if (known !== undefined) return known;
    const condition = this.policy.conditions?.[name];
    const formula = condition === undefined ? never : this.condition(condition, true);
    this.#shared.set(name, formula);
    return formula;
  }

  #definitionOf(fact: string): FactDefinition | undefined {
    return Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
  }

  #collect(leaf: Leaf): void {
    const operator = readOperator(leaf.operator, this.#operators);
    const value = this.valueOf(leaf);
    const other = referenceOf(value);
    if (operator === undefined || leaf.path !== undefined || parameterOf(leaf.fact) !== undefined) return;
    if (other === undefined) {
      collect(this.#constantsOf(this.#links.leaderOf(leaf.fact)), operator, value);
      return;
    }
    const [left, right] = [this.#links.leaderOf(leaf.fact), this.#links.leaderOf(other)];
    if (left === right || this.#orderName(leaf.fact) === undefined || this.#orderName(leaf.fact) !== this.#orderName(other)) return;
    const merged = noConstants();
    for (const side of [left, right]) for (const scalar of this.#constantsOf(side).scalars) merged.scalars.add(scalar);
    // What bounds one of them tells values of the other apart too.
    for (const side of [leaf.fact, other]) for (const bound of boundsOf(this.#definitionOf(side))) merged.scalars.add(bound);
    this.#links.link(left, right);
    this.#constants.set(this.#links.leaderOf(left), merged);
  }

  /** Facts with the same order can be compared with each other. */
  #orderName(fact: string): string | undefined {
    const order = orderOf(fact, this.#definitionOf(fact));
    return order === undefined ? undefined : JSON.stringify([order.step ?? 0, order.beyond, order.example]);
  }

  #constantsOf(fact: string): FactConstants {
    const known = this.#constants.get(fact) ?? noConstants();
    this.#constants.set(fact, known);
    return known;
  }

  #ordered(fact: string): FiniteFact | undefined {
    const model = this.modelOf(fact);
    return orderOf(fact, this.#definitionOf(fact)) === undefined ? undefined : (model as FiniteFact);
  }

  /** A comparison of two facts, value by value. */
  #pair(fact: string, operator: NamedOperator, other: string, value: unknown): Formula | undefined {
    const [left, right] = [this.#finite(fact), this.#finite(other)];
    const test = testOf(operator);
    const plain = operator.decorators.every((decorator) => decorator === "not" || decorator === "swap");
    if (left === undefined || right === undefined || test === undefined || !plain) return undefined;
    if ((value as { path?: unknown }).path !== undefined || this.#links.groupOf(fact).length > linkedAtMost) return undefined;
    const listed = left.enumerated && right.enumerated;
    if (!listed && this.#links.leaderOf(fact) !== this.#links.leaderOf(other)) return undefined;
    try {
      return anyOf(
        left.model.values.map((each, index) =>
          allOf([
            oneOf(left.model.variable, 1n << BigInt(index)),
            oneOf(
              right.model.variable,
              valuesWhere(right.model.values.length, (place) => test(each, right.model.values[place])),
            ),
          ]),
        ),
      );
    } catch {
      return undefined;
    }
  }

  #finite(fact: string): { readonly model: FiniteFact; readonly enumerated: boolean } | undefined {
    const definition = this.#definitionOf(fact);
    const enumerated = definition?.kind === "boolean" || (definition?.words !== undefined && definition.kind !== "list");
    if (!enumerated && orderOf(fact, definition) === undefined) return undefined;
    return { model: this.modelOf(fact) as FiniteFact, enumerated };
  }

  /** The same comparison always comes out the same, whatever makes it so. */
  #unknown(leaf: Leaf, value: unknown): Formula {
    const { fact, operator, path } = leaf;
    const opposite = operator.startsWith("not:") ? operator.slice(4) : opposites[operator];
    if (opposite !== undefined && readOperator(opposite, this.#operators) !== undefined)
      return negationOf(this.#unknown({ ...leaf, operator: opposite }, value));
    const key = JSON.stringify([fact, operator, path, value]);
    const variable = this.#flags.get(key) ?? flag(key);
    this.#flags.set(key, variable);
    this.opaque.set(variable, { leaf, value: filled(value, this.#parameters) });
    return oneOf(variable, 2n);
  }
}

import {
  compilePolicy,
  compileRules,
  type CompiledPolicy,
  type Decision,
  type FactCondition,
  type Leaf,
  type OperatorRegistrations,
  type Policy,
  type PolicyRule,
  type PolicyVocabulary,
} from "@amends/core/rules";
import { candidateValues } from "./candidate-values.js";
import { partOf } from "./condition-parts.js";
import type { Solution } from "./fact-model.js";
import type { Formula } from "./formula.js";
import { parameterOf, referenceOf } from "./plain-comparison.js";
import { PolicyModel } from "./policy-model.js";
import { satisfy, stepsAtMost, type Satisfaction } from "./satisfy.js";
import { seededRandom } from "./seeded-random.js";

const stepsOfPolicy = 20_000_000;
const stepsAtLeast = 2000;

type Facts = Readonly<Record<string, unknown>>;

export interface ReasonOptions {
  /** Operators beyond the standard ones. */
  readonly operators?: OperatorRegistrations;
  /** How many cases are tried where nothing can be proved. Default: 200. */
  readonly tries?: number;
  /** Where the search begins; the same seed always finds the same. Default: 1. */
  readonly seed?: number;
}

/** Whether there is a case of which something is true: one that really was decided, the proof that there is none, or neither. */
export type Answer =
  | { readonly kind: "satisfiable"; readonly facts: Facts; readonly decision: Decision }
  | { readonly kind: "unsatisfiable" }
  | { readonly kind: "unknown"; readonly tries: number };

/** Answers what cases a policy can meet. */
export class PolicyReasoner {
  readonly model: PolicyModel;
  readonly #vocabulary: PolicyVocabulary;
  readonly #options: ReasonOptions;
  #compiled: CompiledPolicy | undefined;
  #stepsLeft = stepsOfPolicy;

  constructor(policy: Policy, vocabulary: PolicyVocabulary, options: ReasonOptions = {}) {
    this.model = new PolicyModel(policy, vocabulary, options.operators);
    this.#vocabulary = vocabulary;
    this.#options = options;
  }

  get policy(): Policy {
    return this.model.policy;
  }

  /** The policy, ready to decide. */
  get compiled(): CompiledPolicy {
    const { operators } = this.#options;
    return (this.#compiled ??= compilePolicy(this.policy, {
      stage: this.#vocabulary,
      ...(operators === undefined ? {} : { operators }),
    }));
  }

  /** How many different facts a rule tests, those of the conditions it refers to among them. */
  specificityOf(index: number): number {
    const facts = new Set<string>();
    const seen = new Set<string>();
    const visit = (condition: unknown, atRoot: boolean): void => {
      const part = partOf(condition, atRoot);
      if (part.kind === "leaf") {
        facts.add(part.leaf.fact);
        const other = referenceOf(part.leaf.value);
        if (other !== undefined && parameterOf(other) === undefined) facts.add(other);
      } else if (part.kind === "not") visit(part.member, false);
      else if (part.kind !== "reference") for (const member of part.members) visit(member, false);
      else if (!seen.has(part.name)) {
        seen.add(part.name);
        visit(this.policy.conditions?.[part.name] ?? { all: [] }, true);
      }
    };
    visit(this.policy.rules[index]?.conditions ?? { all: [] }, true);
    return facts.size;
  }

  /** Whether the statements can't all hold, proved. */
  excludes(...formulas: readonly Formula[]): boolean {
    return this.#ask(formulas).kind === "unsatisfiable";
  }

  /** A case of which all the statements hold, and of which `shows` is true when the policy decides it. */
  find(formulas: readonly Formula[], shows: (decision: Decision, facts: Facts) => boolean): Answer {
    const found = this.#ask(formulas);
    if (found.kind === "unsatisfiable") return found;
    if (found.kind === "undecided") return { kind: "unknown", tries: 0 };
    const facts = this.model.factsOf(found.values);
    const decision = this.#decide(facts);
    if (decision !== undefined && shows(decision, facts)) return { kind: "satisfiable", facts, decision };
    return this.#search(facts, found.values, shows);
  }

  /** Whether a comparison holds for given facts, really compared. */
  holds(leaf: Leaf, facts: Facts): boolean {
    const { operators } = this.#options;
    const compared = { ...leaf, value: this.model.valueOf(leaf) } as FactCondition;
    const rules = [{ conditions: { all: [compared] }, event: { type: "holds" } }];
    const engine = compileRules(rules, { allowUndefinedFacts: true, ...(operators === undefined ? {} : { operators }) });
    return engine.first(facts) !== undefined;
  }

  /** Whether a rule that fires for these facts would also fire if it asked for the condition alone, really decided. */
  meets(rule: PolicyRule, condition: unknown, facts: Facts): boolean {
    const { operators } = this.#options;
    const alone = { ...this.policy, rules: [{ ...rule, conditions: { all: [condition] } }] } as Policy;
    const compiled = compilePolicy(alone, { stage: this.#vocabulary, ...(operators === undefined ? {} : { operators }) });
    return hasFired(compiled.decide(facts), rule.name);
  }

  /** Tries values for what can't be reasoned on, the rest of the case as it is. */
  #search(base: Facts, solution: Solution, shows: (decision: Decision, facts: Facts) => boolean): Answer {
    const { tries = 200, seed = 1 } = this.#options;
    const pools = new Map<string, readonly unknown[]>();
    for (const [variable, opaque] of this.model.opaque) {
      if (!solution.has(variable)) continue;
      const { fact } = opaque.leaf;
      pools.set(fact, [...new Set([...(pools.get(fact) ?? []), ...candidateValues(opaque, this.model)])]);
      const other = referenceOf(opaque.value);
      if (other === undefined) continue;
      const others = [...this.model.constantsFor(other).scalars, this.model.facts[other]?.example, undefined];
      pools.set(other, [...new Set([...(pools.get(other) ?? []), ...others])]);
    }
    if (pools.size === 0) return { kind: "unknown", tries: 1 };
    const random = seededRandom(seed);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const facts: Record<string, unknown> = { ...base };
      for (const [fact, pool] of pools) {
        const value = pool[pools.size === 1 && attempt < pool.length ? attempt : Math.floor(random() * pool.length)];
        if (value === undefined) delete facts[fact];
        else facts[fact] = value;
      }
      const decision = this.#decide(facts);
      if (decision !== undefined && shows(decision, facts)) return { kind: "satisfiable", facts, decision };
    }
    return { kind: "unknown", tries };
  }

  /** All questions to one policy together take bounded time: the last ones of very many are given up sooner. */
  #ask(formulas: readonly Formula[]): Satisfaction {
    const found = satisfy(formulas, Math.min(stepsAtMost, Math.max(this.#stepsLeft, stepsAtLeast)));
    this.#stepsLeft -= found.steps;
    return found;
  }

  /** A case in which the decision fails shows nothing. */
  #decide(facts: Facts): Decision | undefined {
    try {
      return this.compiled.decide(facts);
    } catch {
      return undefined;
    }
  }
}

/** Whether a rule fired, decided or lost to another. */
export function hasFired({ fired, lost }: Decision, rule: string): boolean {
  return fired.some((each) => each.rule === rule) || lost.some((each) => each.rule === rule);
}

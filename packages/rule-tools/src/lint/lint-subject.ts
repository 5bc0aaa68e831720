import type { Finding } from "@amends/core/errors";
import type { Policy, PolicyRule } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { LocatedSource } from "../located-source.js";
import { filled, parameterValues } from "../witness/plain-comparison.js";
import { PolicyReasoner, type ReasonOptions } from "../witness/policy-reasoner.js";
import { areApart, requiredValues } from "../witness/required-values.js";
import type { Variable } from "../witness/variable.js";

export interface LintSubjectOptions extends ReasonOptions {
  /** Epoch milliseconds; without it nothing is called expired. */
  readonly now?: number;
}

/** One policy before the checks of lint, and what several of them ask of it. */
export class LintSubject {
  readonly policy: Policy;
  readonly stage: AnyStage;
  readonly source: LocatedSource;
  /** Epoch milliseconds; undefined where nobody says what time it is. */
  readonly now: number | undefined;
  readonly reasoner: PolicyReasoner;
  readonly #required = new Map<number, ReadonlyMap<Variable, bigint> | undefined>();
  readonly #dead = new Map<number, boolean>();
  readonly #params = new Map<number, Readonly<Record<string, unknown>>>();

  constructor(policy: Policy, stage: AnyStage, source: LocatedSource, { now, ...reasoning }: LintSubjectOptions = {}) {
    this.policy = policy;
    this.stage = stage;
    this.source = source;
    this.now = now;
    this.reasoner = new PolicyReasoner(policy, stage, reasoning);
  }

  /** A finding at a place of the file. */
  finding(at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key"): Finding {
    return this.source.finding(at, what, part);
  }

  rule(index: number): PolicyRule {
    return this.policy.rules[index] as PolicyRule;
  }

  priorityOf(index: number): number {
    return this.rule(index).priority ?? 1;
  }

  /** Whether a rule can't fire at all, proved. */
  neverFires(index: number): boolean {
    const known = this.#dead.get(index);
    if (known !== undefined) return known;
    const dead = this.#requiredOf(index) === undefined || this.reasoner.excludes(this.reasoner.model.fires(index));
    this.#dead.set(index, dead);
    return dead;
  }

  /** Whether two rules plainly can't both fire. */
  areApart(left: number, right: number): boolean {
    return areApart(this.#requiredOf(left), this.#requiredOf(right));
  }

  /** Whether nothing plainly keeps one rule from firing wherever another does; only a hint. */
  mayTake(taker: number, index: number): boolean {
    const [wide, narrow] = [this.#requiredOf(taker), this.#requiredOf(index)];
    if (wide === undefined || narrow === undefined) return false;
    return [...wide].every(([variable, allowed]) => ((narrow.get(variable) ?? ~0n) & ~allowed) === 0n);
  }

  /** The params of a rule's event, parameters filled in. */
  paramsOf(index: number): Readonly<Record<string, unknown>> {
    const known = this.#params.get(index);
    if (known !== undefined) return known;
    const params = filled(this.rule(index).event.params ?? {}, parameterValues(this.policy)) as Readonly<Record<string, unknown>>;
    this.#params.set(index, params);
    return params;
  }

  #requiredOf(index: number): ReadonlyMap<Variable, bigint> | undefined {
    if (this.#required.has(index)) return this.#required.get(index);
    const required = requiredValues(this.reasoner.model.fires(index));
    this.#required.set(index, required);
    return required;
  }
}

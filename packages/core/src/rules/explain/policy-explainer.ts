import { DecisionError } from "../../errors/decision-error.js";
import { didYouMean } from "../../errors/nearest-word.js";
import type { FactCatalogue } from "../../facts/fact-definition.js";
import { instantOf } from "../built/missing-date.js";
import type { DatedRules } from "../built/rules-in-force.js";
import type { Decision, FiredRule } from "../decide/decision.js";
import { decisionErrorOf } from "../engine/decision-error-of.js";
import type { ReadableFacts } from "../engine/readable-facts.js";
import type { RuleOptions } from "../engine/rule-options.js";
import type { RuleEvent, RuleProperties } from "../engine/rule-properties.js";
import { decideRoot } from "../engine/decide-condition.js";
import { describeCondition } from "../engine/describe-condition.js";
import type { Policy } from "../policy.js";
import { dateCondition, withDates } from "./date-condition.js";
import { describeChanges } from "./describe-change.js";
import { explainableRules, type ExplainableRule, type ExplainableRules } from "./explainable-rules.js";
import { explainedTree, failedConditions } from "./explained-tree.js";
import type { ExplainedRule, Explanation, ExplainOptions, OutOfForce } from "./explanation.js";
import type { SmallestChange } from "./fact-change.js";
import { lostTo } from "./lost-to.js";
import { nearestRules, type Ranked } from "./nearest-rules.js";
import { searchBudget } from "./search-budget.js";
import { smallestChange, type SearchResult } from "./smallest-change.js";

/** What an explainer is made of. */
export interface ExplainerSources {
  readonly policy: Policy;
  readonly rules: readonly RuleProperties[];
  readonly options: RuleOptions;
  readonly catalogue: FactCatalogue | undefined;
  /** Absent where no rule is dated. */
  readonly dated: DatedRules | undefined;
}

/** What one decision saw and came to. */
export interface Decided<Event extends RuleEvent = RuleEvent> {
  readonly facts: ReadableFacts;
  /** The facts with the parameters that conditions read as facts. */
  readonly readable: ReadableFacts;
  /** The rules whose conditions hold, by their places in the file. */
  readonly matched: readonly number[];
  readonly decision: Decision<Event>;
}

const nearestByDefault = 5;

/** Explains decisions of one policy. Nothing is prepared before the first one is asked for. */
export class PolicyExplainer {
  readonly #sources: ExplainerSources;
  #prepared: ExplainableRules | undefined;

  constructor(sources: ExplainerSources) {
    this.#sources = sources;
  }

  explain<Event extends RuleEvent>(decided: Decided<Event>, options: ExplainOptions<Event> = {}): Explanation {
    const { policy, rules, options: engineOptions } = this.#sources;
    this.#prepared ??= explainableRules(policy, rules, engineOptions);
    return new ExplanationOf(this.#sources, this.#prepared, decided, options).build();
  }
}

/** One explanation while it is put together. */
class ExplanationOf<Event extends RuleEvent> {
  readonly #sources: ExplainerSources;
  readonly #prepared: ExplainableRules;
  readonly #decided: Decided<Event>;
  readonly #options: ExplainOptions<Event>;
  readonly #searched = new Map<number, SearchResult>();
  readonly #budget = searchBudget();
  readonly #fired = new Map<number, FiredRule<Event>>();
  readonly #matched: ReadonlySet<number>;

  constructor(sources: ExplainerSources, prepared: ExplainableRules, decided: Decided<Event>, options: ExplainOptions<Event>) {
    this.#sources = sources;
    this.#prepared = prepared;
    this.#decided = decided;
    this.#options = options;
    this.#matched = new Set(decided.matched);
    const left = [...decided.matched];
    for (const rule of [...decided.decision.fired, ...decided.decision.lost]) {
      const place = left.findIndex((index) => sources.policy.rules[index]?.name === rule.rule);
      const [index] = place < 0 ? [] : left.splice(place, 1);
      if (index !== undefined) this.#fired.set(index, rule);
    }
  }

  build(): Explanation {
    const { policy } = this.#sources;
    const { decision } = this.#decided;
    const { rules } = this.#prepared;
    const wanted = this.#wanted();
    const byIndex = new Map(rules.map((rule) => [rule.index, rule]));
    const fired = [...this.#fired.keys()].map((index) => byIndex.get(index) as ExplainableRule);
    const missed = rules.filter(({ index }) => !this.#fired.has(index));
    const shown = wanted === undefined ? this.#nearest(missed) : missed.filter((rule) => rule === wanted);
    return {
      policy: policy.policy,
      version: policy.version,
      stage: policy.stage,
      decision: policy.decision,
      decide: policy.decide,
      ...(wanted === undefined ? {} : { rule: wanted.rule.name }),
      ...(decision.total === undefined ? {} : { total: decision.total }),
      fired: fired.filter((rule) => wanted === undefined || rule === wanted).map((rule) => this.#explainFired(rule)),
      missed: shown.map((rule) => this.#explainMissed(rule)),
      missedInAll: missed.length,
      missing: decision.missing,
    };
  }

  #wanted(): ExplainableRule | undefined {
    const name = this.#options.rule;
    if (name === undefined) return undefined;
    const found = this.#prepared.rules.find(({ rule }) => rule.name === name);
    if (found !== undefined) return found;
    const { policy } = this.#sources;
    const { fix } = didYouMean(
      name,
      policy.rules.map((rule) => rule.name),
    );
    const hint = fix === undefined ? "" : `; ${fix}`;
    throw new DecisionError({ code: "rule_unknown", message: `The policy "${policy.policy}" has no rule "${name}"${hint}.` });
  }

  #nearest(missed: readonly ExplainableRule[]): readonly ExplainableRule[] {
    const { all, nearest = nearestByDefault } = this.#options;
    const count = all === true ? missed.length : nearest;
    if (count <= 0) return [];
    const bounds = missed.map((rule, order): Ranked => ({ order, distance: this.#atLeast(rule) }));
    const measure = (order: number) => {
      const rule = missed[order] as ExplainableRule;
      const { solution, exact } = this.#search(rule);
      return { distance: solution === undefined ? (exact ? Number.POSITIVE_INFINITY : 0) : solution.chosen.size };
    };
    const order = nearestRules(bounds, this.#options.changes === false ? (at) => bounds[at] as Ranked : measure, count);
    return order.map((at) => missed[at] as ExplainableRule);
  }

  /** How many facts have to change at least, the one that dates the policy among them. */
  #atLeast(rule: ExplainableRule): number {
    const { readable, facts } = this.#decided;
    const needed = rule.bound(readable);
    if (this.#isInForce(rule)) return needed;
    const date = this.#date(rule, facts);
    return date !== undefined && rule.reads.has(date.fact) ? Math.max(needed, 1) : needed + 1;
  }

  #date({ rule }: ExplainableRule, facts: ReadableFacts) {
    const { dated } = this.#sources;
    return dated === undefined ? undefined : dateCondition(rule, dated, facts);
  }

  #isInForce({ rule }: ExplainableRule): boolean {
    const { dated } = this.#sources;
    return dated === undefined || dated.inForce(rule, this.#decided.facts).inForce;
  }

  #search(rule: ExplainableRule): SearchResult {
    const known = this.#searched.get(rule.index);
    if (known !== undefined) return known;
    const { readable, facts } = this.#decided;
    const { dated } = this.#sources;
    const date = this.#date(rule, facts);
    const found = smallestChange({
      conditions: withDates(rule.firing, date),
      facts: readable,
      scope: this.#prepared.scope,
      catalogue: this.#sources.catalogue,
      atLeast: this.#atLeast(rule),
      // Another of the facts that can date the policy may come to count.
      isAlsoFiring: (changed) => dated === undefined || dated.inForce(rule.rule, changed).inForce,
      mayMove: date !== undefined && (dated?.facts.length ?? 0) > 1,
      budget: this.#budget,
    });
    this.#searched.set(rule.index, found);
    return found;
  }

  #explainFired(rule: ExplainableRule): ExplainedRule {
    const fired = this.#fired.get(rule.index) as FiredRule<Event>;
    const { decision } = this.#decided;
    const lost = decision.lost.includes(fired) ? lostTo(fired, decision, this.#options) : undefined;
    return { ...this.#head(rule, true), ...(lost === undefined ? {} : { lostTo: lost }), event: fired.event, ...this.#trace(rule, true) };
  }

  #explainMissed(rule: ExplainableRule): ExplainedRule {
    const holds = this.#matched.has(rule.index);
    const inForce = this.#isInForce(rule);
    const { facts } = this.#decided;
    const lacks = rule.eventFacts.filter((name) => !Object.hasOwn(facts, name) || facts[name] === undefined);
    return {
      ...this.#head(rule, false),
      ...(holds && !inForce ? { notInForce: true as const } : {}),
      ...(inForce ? {} : { outOfForce: this.#outOfForce(rule) }),
      ...(lacks.length === 0 ? {} : { lacks }),
      ...this.#trace(rule, holds),
      ...(this.#options.changes === false ? {} : this.#changes(rule)),
    };
  }

  #head({ rule }: ExplainableRule, fired: boolean) {
    const { name, priority = 1, because, source } = rule;
    return { rule: name, priority, fired, ...(because === undefined ? {} : { because }), ...(source === undefined ? {} : { source }) };
  }

  #trace({ conditions, rule }: ExplainableRule, holds: boolean): Pick<ExplainedRule, "conditions" | "failed"> {
    const { policy, catalogue } = this.#sources;
    try {
      const result = describeCondition(conditions);
      const answer = decideRoot(conditions, this.#decided.readable, this.#prepared.scope, result);
      const tree = { ...explainedTree(result, rule.conditions, { policy, catalogue }), result: answer === true };
      return { conditions: tree, failed: holds ? [] : [...failedConditions(tree)] };
    } catch (error) {
      throw decisionErrorOf(error, rule.name);
    }
  }

  #outOfForce({ rule }: ExplainableRule): OutOfForce {
    const { facts } = this.#decided;
    const datedBy = this.#sources.dated?.facts ?? [];
    const known = datedBy.find((name) => instantOf(facts, name) !== undefined);
    return {
      ...(rule.effectiveFrom === undefined ? {} : { effectiveFrom: rule.effectiveFrom }),
      ...(rule.effectiveTo === undefined ? {} : { effectiveTo: rule.effectiveTo }),
      datedBy,
      ...(known === undefined ? {} : { at: String(facts[known]) }),
    };
  }

  #changes(rule: ExplainableRule): SmallestChange {
    const { solution, exact, unsearched } = this.#search(rule);
    const approximate = exact ? {} : { approximate: true as const };
    if (solution === undefined) return exact ? { never: true } : { ...approximate, unsearched: unsearched ?? "values" };
    const kept = this.#prepared.writtenIn(rule);
    const changes = describeChanges({
      solution,
      written: ({ node }) => kept.get(node),
      catalogue: this.#sources.catalogue,
      currency: this.#sources.policy.currency,
      dates: rule.rule,
      budget: this.#budget,
    });
    return { changes, ...approximate };
  }
}

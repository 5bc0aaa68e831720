import type { ZoneProvider } from "../time/zone-provider.js";
import { concludeDecision, type ConcludedPolicy, type QuotedRule } from "./built/conclude-decision.js";
import type { ChooseOptions } from "./decide/choose-rules.js";
import type { Decision } from "./decide/decision.js";
import { effectiveDates, isDated } from "./decide/effective-dates.js";
import { compileRules } from "./engine/compile-rules.js";
import { overlaidFacts } from "./engine/overlaid-facts.js";
import { readableFacts } from "./engine/readable-facts.js";
import type { OperatorRegistrations } from "./engine/rule-options.js";
import type { RuleEvent } from "./engine/rule-properties.js";
import type { Explanation, ExplainOptions } from "./explain/explanation.js";
import { PolicyExplainer } from "./explain/policy-explainer.js";
import type { ParameterValue, Policy } from "./policy.js";
import type { EventsOf, FactsOf, PolicyVocabulary } from "./policy-vocabulary.js";
import { preparePolicy, type PreparedRule } from "./prepare-policy.js";
import { readEvent } from "./decide/read-event.js";

export interface CompilePolicyOptions<Stage extends PolicyVocabulary = PolicyVocabulary> {
  /** With a stage, the policy is checked against its facts and events; facts and events are typed by it. */
  readonly stage?: Stage;
  /** Operators beyond the standard ones. */
  readonly operators?: OperatorRegistrations;
  /** Values in place of the file's parameters: of names that the policy has, each of the kind of the policy's own value. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Where zones come from, for dated rules. */
  readonly zones?: ZoneProvider;
}

/** Facts by their flat dotted names; one that is left out is absent. */
export type Facts = Readonly<Record<string, unknown>>;

/** Fetches a fact when a rule reads it, and only then; called at most once a decision. */
export type FactResolver = () => unknown;

/** A policy ready to decide. */
export interface CompiledPolicy<Event extends RuleEvent = RuleEvent, Given extends Facts = Facts> {
  readonly policy: Policy;
  /** The facts its rules, dates and params read. */
  readonly reads: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  decide(facts: Given, options?: ChooseOptions<Event>): Decision<Event>;
  /**
   * Why it decides so: each condition with what it saw, and what would have made rules fire that missed. `all`, a number of the
   * nearest, or one rule by name.
   */
  explain(facts: Given, options?: ExplainOptions<Event>): Explanation;
  /**
   * Decides as `decide` does on the same facts, fetching those that rules read and nobody gave, each at most once; what `params` and dates
   * of a rule that fires need is fetched as well. What a resolver gives is the fact, null included; undefined leaves it absent. A group
   * of conditions asks what is at hand first, unless its members have priorities, and fetches nothing where that settles it. Runs
   * json-rules-engine, loaded when first called.
   *
   * So a condition that needs a fact to be fetched isn't asked where one at hand settles its group, and an error it would have raised
   * isn't raised: `decide` evaluates every condition of the same priority, and fails.
   *
   * Under `first` nothing is fetched any more once a rule has won, the rules of its own priority having been read together. `lost` then
   * lists the rules that fired by the facts at hand: all of them where nothing was left to fetch, otherwise perhaps fewer than `decide`
   * would list. `events`, `fired` and `missing` don't depend on it.
   *
   * @throws {DecisionError} with the rule's name, where a rule fails or a fact it reads can't be fetched.
   * @throws {InvalidPolicyError} `too_many_nodes`, where the policy has more than 20,000 conditions once references to shared conditions
   * are followed, and more than ten times as many as are written.
   */
  decideAsync(
    facts: Given,
    resolvers: { readonly [Name in keyof Given]?: FactResolver },
    options?: ChooseOptions<Event>,
  ): Promise<Decision<Event>>;
}

/**
 * Compiles a policy: a parsed one, or the same value written in code.
 *
 * @throws {InvalidPolicyError} where the policy can't be loaded, or where `parameters` holds a name that the policy doesn't have
 * (`parameter_unknown`) or a value of another kind than the policy's own (`parameter_invalid`).
 * @example
 * import { compilePolicy } from "@amends/core/rules";
 * const policy = compilePolicy({
 *   policy: "shop/urgency", version: "1.0.0", stage: "classification", decision: "urgency", decide: "first",
 *   rules: [{ name: "unpaid", event: { type: "urgency", params: { urgency: "urgent" } },
 *     conditions: { all: [{ fact: "classification.issueType", operator: "equal", value: "payment_failure" }] } }],
 * });
 * policy.decide({ "classification.issueType": "payment_failure" }).events; // => [{ type: "urgency", params: { urgency: "urgent" } }]
 * policy.decide({}).missing; // => ["classification.issueType"]
 */
export function compilePolicy<Stage extends PolicyVocabulary>(
  policy: Policy,
  options: CompilePolicyOptions<Stage> & { readonly stage: Stage },
): CompiledPolicy<EventsOf<Stage>, FactsOf<Stage>>;
export function compilePolicy<Event extends RuleEvent = RuleEvent>(policy: Policy, options?: CompilePolicyOptions): CompiledPolicy<Event>;
export function compilePolicy<Event extends RuleEvent>(policy: Policy, options: CompilePolicyOptions = {}): CompiledPolicy<Event> {
  const prepared = preparePolicy(policy, options);
  const { policy: checked, parameters, plain, compared, dates } = prepared;
  const engineOptions = { ...plain.options, ...(options.operators === undefined ? {} : { operators: options.operators }) };
  const engine = compileRules(plain.rules, engineOptions);
  const inForce = effectiveDates(checked, options.zones);
  const reads = [...new Set([...compared, ...dates])].sort();
  const withParameters = addFacts(prepared.parameterFacts);
  const concluded: ConcludedPolicy<Event> = {
    decide: checked.decide,
    rules: prepared.rules.map((rule) => quotedRule<Event>(rule, options.stage)),
    compared: [...new Set(compared)].sort(),
    dated: isDated(checked) ? { facts: dates, inForce } : undefined,
  };
  const conclude = (events: readonly RuleEvent[], facts: Facts, choose?: ChooseOptions<Event>, unread?: ReadonlySet<string>) =>
    concludeDecision(
      concluded,
      events.map(({ type }) => Number(type)),
      facts,
      choose,
      unread,
    );
  const explainer = new PolicyExplainer({
    policy: checked,
    rules: plain.rules,
    options: engineOptions,
    catalogue: options.stage?.facts,
    dated: concluded.dated,
  });

  return {
    policy: checked,
    reads,
    parameters,
    decide: (given, choose) => {
      const facts = readableFacts(given);
      return conclude(engine.matches(withParameters(facts)), facts, choose);
    },
    explain: (given, choose) => {
      const facts = readableFacts(given);
      const readable = withParameters(facts);
      const events = engine.matches(readable);
      const decision = conclude(events, facts, choose);
      return explainer.explain({ facts, readable, matched: events.map(({ type }) => Number(type)), decision }, choose);
    },
    decideAsync: async (given, resolvers, choose) => {
      const { decideOnDemand } = await import("./on-demand/decide-on-demand.js");
      const { rules } = checked;
      const { parameterFacts } = prepared;
      const onDemand = { rules, plain: plain.rules, options: engineOptions, parameterFacts, concluded };
      return decideOnDemand(onDemand, readableFacts(given), resolvers as Readonly<Record<string, FactResolver>>, choose);
    },
  };
}

/** Adds facts to those given; a policy without any to add pays nothing. */
function addFacts(own: Facts): (facts: Facts) => Facts {
  return Object.keys(own).length === 0 ? (facts) => facts : (facts) => overlaidFacts(facts, own);
}

/** A rule whose params read no facts fires the same way every time. */
function quotedRule<Event extends RuleEvent>(prepared: PreparedRule, stage: PolicyVocabulary | undefined): QuotedRule<Event> {
  const { rule, label, params, readsFacts } = prepared;
  if (readsFacts) return { label, readEvent: (facts, missing) => readEvent(rule, params, facts, stage, missing) as Event | undefined };
  const event = rule.event.params === undefined ? { type: rule.event.type } : { type: rule.event.type, params };
  return { label, fired: { ...label, event: event as unknown as Event } };
}

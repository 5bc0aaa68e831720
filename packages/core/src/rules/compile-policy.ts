import { DecisionError } from "../errors/decision-error.js";
import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { formatPath } from "../errors/json-path.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { readsFacts } from "./check-policy.js";
import { chooseRules, type ChooseOptions } from "./choose-rules.js";
import type { Decision, FiredRule } from "./decision.js";
import { DemandedFacts } from "./demanded-facts.js";
import { dateFacts, effectiveDates, missingDate } from "./effective-dates.js";
import { compileRules } from "./engine/compile-rules.js";
import { readableFacts } from "./engine/readable-facts.js";
import type { OperatorRegistrations } from "./engine/rule-options.js";
import type { RuleEvent } from "./engine/rule-properties.js";
import { explainPolicy, type Explanation } from "./explain-policy.js";
import { fillParameters, parameterName, parametersOf } from "./parameters.js";
import { readPolicy } from "./parse-policy.js";
import { factReferences, plainRules } from "./plain-rules.js";
import type { ParameterValue, Policy, PolicyRule } from "./policy.js";
import type { PolicyVocabulary } from "./policy-vocabulary.js";
import { readEvent } from "./read-event.js";
import { schemaFindings } from "./schema-findings.js";

export interface CompilePolicyOptions {
  /** With a stage, the policy is checked against its facts and events, and events are typed. */
  readonly stage?: PolicyVocabulary;
  /** Operators beyond the standard ones. */
  readonly operators?: OperatorRegistrations;
  /** Values in place of the file's parameters. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Where zones come from, for dated rules. */
  readonly zones?: ZoneProvider;
}

/** Facts by their flat dotted names; one that is left out is absent. */
export type Facts = Readonly<Record<string, unknown>>;

/** Fetches a fact when a rule reads it, and only then; called at most once a decision. */
export type FactResolver = () => unknown;

/** A policy ready to decide. */
export interface CompiledPolicy<Event extends RuleEvent = RuleEvent> {
  readonly policy: Policy;
  /** The facts its rules, dates and params read. */
  readonly reads: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  decide(facts: Facts, options?: ChooseOptions<Event>): Decision<Event>;
  explain(facts: Facts): Explanation;
  decideAsync(facts: Facts, resolvers: Readonly<Record<string, FactResolver>>, options?: ChooseOptions<Event>): Promise<Decision<Event>>;
}

/**
 * Compiles a policy: a parsed one, or the same value written in code.
 *
 * @throws {InvalidPolicyError} where the policy can't be loaded.
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
export function compilePolicy<Event extends RuleEvent = RuleEvent>(
  policy: Policy,
  options: CompilePolicyOptions = {},
): CompiledPolicy<Event> {
  const checked = readPolicy(policy, {
    ...(options.stage === undefined ? {} : { stage: options.stage }),
    ...(options.operators === undefined ? {} : { operators: options.operators }),
    ...(options.zones === undefined ? {} : { zones: options.zones }),
  });
  const parameters = parametersOf(checked, options.parameters);
  const plain = plainRules(checked, parameters, options.stage?.facts);
  const engineOptions = { ...plain.options, ...(options.operators === undefined ? {} : { operators: options.operators }) };
  const engine = compileRules(plain.rules, engineOptions);
  const inForce = effectiveDates(checked, options.zones);
  const dates = dateFacts(checked);
  const compared = plain.reads.filter((name) => parameterName({ fact: name }) === undefined);
  const reads = [...new Set([...compared, ...dates])].sort();
  const withParameters = parameterFacts(plain.reads, parameters);
  const params = checked.rules.map((rule) => paramsOf(rule, parameters, options.stage));
  const labels = checked.rules.map((rule, index) => labelOf(checked, rule, plain.specificities[index] as number));

  // A rule whose params read no facts fires the same way every time.
  const ready = checked.rules.map((rule, index): FiredRule<Event> | undefined => {
    if (readsFacts(rule.event.params)) return undefined;
    const event = rule.event.params === undefined ? { type: rule.event.type } : { type: rule.event.type, params: params[index] as Facts };
    return { ...(labels[index] as Omit<FiredRule<Event>, "event">), event: event as unknown as Event };
  });

  const conclude = (
    matched: readonly RuleEvent[],
    facts: Facts,
    choose?: ChooseOptions<Event>,
    unread?: ReadonlySet<string>,
  ): Decision<Event> => {
    const more = new Set(compared.filter((name) => !isKnown(facts, name) && unread?.has(name) !== true));
    const undated = missingDate(dates, facts);
    if (undated !== undefined && !dates.some((name) => unread?.has(name) === true)) more.add(undated);
    const fired: FiredRule<Event>[] = [];
    for (const { type } of matched) {
      const index = Number(type);
      const rule = checked.rules[index] as PolicyRule;
      const dated = inForce(rule, facts);
      if (dated.missing !== undefined) more.add(dated.missing);
      if (!dated.inForce) continue;
      const constant = ready[index];
      const event = constant === undefined ? readEvent(rule, params[index] as Facts, facts, options.stage, more) : undefined;
      if (constant !== undefined) fired.push(constant);
      else if (event !== undefined) fired.push({ ...(labels[index] as Omit<FiredRule<Event>, "event">), event: event as Event });
    }
    const chosen = chooseRules(checked.decide, fired, choose);
    return {
      decide: checked.decide,
      events: chosen.fired.map(({ event }) => event),
      ...chosen,
      missing: [...more].sort(),
    };
  };

  return {
    policy: checked,
    reads,
    parameters,
    decide: (given, choose) => {
      const facts = readableFacts(given);
      return conclude(engine.matches(withParameters(facts)), facts, choose);
    },
    explain: (given) => {
      const facts = readableFacts(given);
      return explainPolicy(checked, engine.run(withParameters(facts)), (rule) => inForce(rule, facts).inForce);
    },
    decideAsync: async (given, resolvers, choose) => {
      const facts = readableFacts(given);
      const { runOnDemand } = await import("./on-demand/run-on-demand.js");
      const demand = new DemandedFacts(facts, resolvers);
      const { events } = await runOnDemand(plain.rules, { ...engineOptions, facts: withParameters(facts), resolvers: demand.resolvers });
      for (const { type } of events) {
        const rule = checked.rules[Number(type)] as PolicyRule;
        for (const name of [...factReferences(rule.event.params), ...dates]) await fetchFor(rule, name, demand);
      }
      return conclude(events, demand.known, choose, demand.unread());
    },
  };
}

/** Whether facts hold a name: what every object inherits, such as `constructor`, is no fact. */
function isKnown(facts: Facts, name: string): boolean {
  return Object.hasOwn(facts, name) && facts[name] !== undefined;
}

/** Adds the parameters that conditions compare as if they were facts; a policy without such conditions pays nothing. */
function parameterFacts(reads: readonly string[], parameters: Readonly<Record<string, ParameterValue>>): (facts: Facts) => Facts {
  const read = reads.flatMap((fact) => {
    const name = parameterName({ fact });
    return name !== undefined && Object.hasOwn(parameters, name) ? [[fact, parameters[name]] as const] : [];
  });
  const own = Object.fromEntries(read);
  return read.length === 0 ? (facts) => facts : (facts) => ({ ...facts, ...own });
}

/** A rule's params as its stage reads them, defaults filled in. They are shared between decisions, so nobody may change them. */
function paramsOf(rule: PolicyRule, parameters: Readonly<Record<string, ParameterValue>>, stage: PolicyVocabulary | undefined): Facts {
  const filled = fillParameters(rule.event.params ?? {}, parameters) as Facts;
  const schema = readsFacts(rule.event.params) ? undefined : stage?.events[rule.event.type];
  if (schema === undefined) return deepFreeze(filled);
  const parsed = schema.safeParse(filled);
  if (parsed.success) return deepFreeze(parsed.data as Facts);
  // The file was checked before: only a host's own parameter can be what doesn't suit.
  const findings = schemaFindings(schema, parsed.error, filled).map(({ at, message, expected, fix }) => ({
    code: "event_params_invalid",
    message: `rule "${rule.name}": ${message}`,
    path: formatPath(at),
    ...(expected === undefined ? {} : { expected }),
    ...(fix === undefined ? {} : { fix }),
  }));
  throw new InvalidPolicyError(findings);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

async function fetchFor(rule: PolicyRule, name: string, demand: DemandedFacts): Promise<void> {
  try {
    await demand.fetch(name);
  } catch (error) {
    const message = `Fact "${name}" couldn't be fetched: ${error instanceof Error ? error.message : String(error)}`;
    throw new DecisionError({ code: "resolver_failed", message, rule: rule.name, cause: error });
  }
}

function labelOf(policy: Policy, rule: PolicyRule, specificity: number): Omit<FiredRule, "event"> {
  const { name, priority = 1, because, source, confidence, effectiveFrom, effectiveTo } = rule;
  const said = Object.entries({ because, source, confidence, effectiveFrom, effectiveTo }).filter(([, value]) => value !== undefined);
  return { policy: policy.policy, version: policy.version, rule: name, priority, specificity, ...Object.fromEntries(said) };
}

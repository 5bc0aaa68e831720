import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { formatPath } from "../errors/json-path.js";
import { quotable } from "../errors/quoted.js";
import { requireObject } from "../errors/require-argument.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { freezeDeeply } from "../frozen/freeze-deeply.js";
import { readsFacts } from "./check/check-policy.js";
import { hostParameterFindings } from "./check/host-parameter-findings.js";
import type { FiredRule } from "./decide/decision.js";
import { dateFacts } from "./decide/effective-dates.js";
import type { OperatorRegistrations } from "./engine/rule-options.js";
import { fillParameters, parameterName, parametersOf } from "./parameters.js";
import { readPolicy } from "./parse/parse-policy.js";
import { plainRules, type PlainRules } from "./plain-rules.js";
import type { ParameterValue, Policy, PolicyRule } from "./policy.js";
import type { PolicyVocabulary } from "./policy-vocabulary.js";
import { schemaFindings } from "./check/schema-findings.js";

/** What a policy is prepared with. */
export interface PreparePolicyOptions {
  /** With a stage, the policy is checked against its facts and events. */
  readonly stage?: PolicyVocabulary | undefined;
  /** Operators beyond the standard ones. */
  readonly operators?: OperatorRegistrations | undefined;
  /** Values in place of the file's parameters. */
  readonly parameters?: Readonly<Record<string, ParameterValue>> | undefined;
  /** Which zones exist. */
  readonly zones?: ZoneProvider | undefined;
}

/** What a decision quotes of one rule. */
export interface PreparedRule {
  readonly rule: PolicyRule;
  readonly label: Omit<FiredRule, "event">;
  /** Parameters filled in; read by the stage's schema and frozen, unless they take facts. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether params take a fact's value when the rule fires. */
  readonly readsFacts: boolean;
}

/** A policy checked and made plain: what deciding it and building it have in common. */
export interface PreparedPolicy {
  readonly policy: Policy;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly plain: PlainRules;
  /** In file order. */
  readonly rules: readonly PreparedRule[];
  /** The facts that rules compare or take, without parameters. */
  readonly compared: readonly string[];
  /** The facts that date the rules; empty where none is dated. */
  readonly dates: readonly string[];
  /** Parameters that conditions compare as if they were facts, by that name. */
  readonly parameterFacts: Readonly<Record<string, ParameterValue>>;
}

/**
 * Checks a policy and makes it plain rules and what decisions quote of them.
 *
 * @throws {InvalidPolicyError} where the policy can't be loaded, or a parameter can't be set as given.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { preparePolicy } from "@amends/core/rules/prepared";
 * const conditions = { all: [{ fact: "customer.orders", operator: "greaterThan", value: { fact: "parameters.many" } }] };
 * const prepared = preparePolicy({
 *   policy: "shop/flags", version: "1.0.0", stage: "classification", decision: "flags", decide: "all", parameters: { many: 5 },
 *   rules: [{ name: "regular", conditions, event: { type: "flag" } }],
 * });
 * prepared.plain.rules[0]?.conditions; // => { all: [{ fact: "customer.orders", operator: "greaterThan", value: 5 }] }
 * prepared.compared; // => ["customer.orders"]
 */
export function preparePolicy(policy: Policy, options: PreparePolicyOptions = {}): PreparedPolicy {
  requireObject(options, "options");
  const { stage, operators, parameters: given, zones } = options;
  const checked = readPolicy(policy, {
    ...(stage === undefined ? {} : { stage }),
    ...(operators === undefined ? {} : { operators }),
    ...(zones === undefined ? {} : { zones }),
  });
  const refused = hostParameterFindings(checked, given);
  if (refused.length > 0) throw new InvalidPolicyError(refused, "The policy can't be loaded with these parameters:");
  const parameters = parametersOf(checked, given);
  const plain = plainRules(checked, parameters, stage?.facts);
  return {
    policy: checked,
    parameters,
    plain,
    rules: checked.rules.map((rule, index) => ({
      rule,
      label: labelOf(checked, rule, plain.specificities[index] as number),
      params: paramsOf(rule, parameters, stage),
      readsFacts: readsFacts(rule.event.params),
    })),
    compared: plain.reads.filter((name) => parameterName({ fact: name }) === undefined),
    dates: dateFacts(checked),
    parameterFacts: parameterFacts(plain.reads, parameters),
  };
}

function parameterFacts(reads: readonly string[], parameters: Readonly<Record<string, ParameterValue>>): Record<string, ParameterValue> {
  const read = reads.flatMap((fact): [string, ParameterValue][] => {
    const name = parameterName({ fact });
    return name !== undefined && Object.hasOwn(parameters, name) ? [[fact, parameters[name] as ParameterValue]] : [];
  });
  return Object.fromEntries(read);
}

/** A rule's params as its stage reads them, defaults filled in. They are shared between decisions, so nobody may change them. */
function paramsOf(
  rule: PolicyRule,
  parameters: Readonly<Record<string, ParameterValue>>,
  stage: PolicyVocabulary | undefined,
): Readonly<Record<string, unknown>> {
  const filled = fillParameters(rule.event.params ?? {}, parameters) as Readonly<Record<string, unknown>>;
  const schema = readsFacts(rule.event.params) ? undefined : stage?.events[rule.event.type];
  if (schema === undefined) return freezeDeeply(filled);
  const parsed = schema.safeParse(filled);
  if (parsed.success) return freezeDeeply(parsed.data as typeof filled);
  // The file was checked before: only a host's own parameter can be what doesn't suit.
  const findings = schemaFindings(schema, parsed.error, filled).map(({ at, message, expected, fix }) => ({
    code: "event_params_invalid",
    message: `rule "${quotable(rule.name)}": ${message}`,
    path: formatPath(at),
    ...(expected === undefined ? {} : { expected }),
    ...(fix === undefined ? {} : { fix }),
  }));
  throw new InvalidPolicyError(findings);
}

function labelOf(policy: Policy, rule: PolicyRule, specificity: number): Omit<FiredRule, "event"> {
  const { name, priority = 1, because, source, confidence, effectiveFrom, effectiveTo } = rule;
  const said = Object.entries({ because, source, confidence, effectiveFrom, effectiveTo }).filter(([, value]) => value !== undefined);
  return { policy: policy.policy, version: policy.version, rule: name, priority, specificity, ...Object.fromEntries(said) };
}

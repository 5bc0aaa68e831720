import { InvalidPolicyError } from "../errors/invalid-policy-error.js";
import { formatPath } from "../errors/json-path.js";
import { didYouMean } from "../errors/nearest-word.js";
import { namesListed, quotable } from "../errors/quoted.js";
import { requireList, requireObject } from "../errors/require-argument.js";
import { hashOf } from "../audit/hash-of.js";
import { compilePolicy, type CompiledPolicy } from "../rules/compile-policy.js";
import type { OperatorRegistrations } from "../rules/engine/rule-options.js";
import type { ParameterValue, Policy } from "../rules/policy.js";
import type { EventSchemas, PolicyVocabulary } from "../rules/policy-vocabulary.js";
import type { ZoneProvider } from "../time/zone-provider.js";
import { notePlainlyCompiled } from "./plainly-compiled.js";
import type { DecisionEvents } from "./stage-definition.js";

/** The compiled policies that one stage runs. */
export interface PolicySet<Events extends EventSchemas = EventSchemas, Decisions extends DecisionEvents<Events> = DecisionEvents<Events>> {
  readonly stage: string;
  readonly vocabulary: PolicyVocabulary & { readonly events: Events; readonly decisions: Decisions };
  /** The policies in the order they are asked, with the hash of each. */
  readonly policies: readonly { readonly policy: string; readonly version: string; readonly hash: string }[];
  /** The compiled policies of a decision, in the order they are asked. */
  policiesFor(decision: string): readonly CompiledPolicy[];
  /** A parameter by name, from the first policy that has it. */
  parameter(name: string): ParameterValue | undefined;
}

export interface PolicySetOptions {
  readonly operators?: OperatorRegistrations;
  readonly zones?: ZoneProvider;
  /** Values in place of the policies' parameters, by policy name: of policies that are there, as `compilePolicy` takes them. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;
}

/**
 * Compiles the policies of a stage. A policy with the name of an earlier one stands in its place.
 *
 * @throws {InvalidPolicyError} where a policy can't be loaded, another stage's is among them, or parameters are of a policy that there is
 * not (`policy_unknown`) or that can't take them (`parameter_unknown`, `parameter_invalid`).
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 *
 * @example
 * import { compilePolicySet } from "@amends/core/stage";
 * const vocabulary = { name: "flags", facts: {}, events: {}, decisions: { vip: [] } };
 * const policy = { policy: "shop/x", version: "1.0.0", stage: "flags", decision: "vip", decide: "all", rules: [] } as const;
 * compilePolicySet(vocabulary, [{ ...policy, rules: [] }]).policiesFor("vip").length; // => 1
 */
export function compilePolicySet<Events extends EventSchemas, Decisions extends DecisionEvents<Events>>(
  vocabulary: PolicyVocabulary & { readonly events: Events; readonly decisions: Decisions },
  policies: readonly Policy[],
  options: PolicySetOptions = {},
): PolicySet<Events, Decisions> {
  requireObject(vocabulary, "vocabulary");
  requireList(policies, "policies");
  requireObject(options, "options");
  const named = new Map(policies.map((policy) => [policy.policy, policy]));
  const given = parametersByPolicy(options.parameters ?? {}, [...named.keys()]);
  const compiled = [...named.values()].map((policy) =>
    within(policy, () =>
      compilePolicy(policy, {
        stage: vocabulary,
        ...(options.operators === undefined ? {} : { operators: options.operators }),
        ...(options.zones === undefined ? {} : { zones: options.zones }),
        ...(given[policy.policy] === undefined ? {} : { parameters: given[policy.policy] as Readonly<Record<string, ParameterValue>> }),
      }),
    ),
  );
  if (options.operators === undefined) for (const policy of compiled) notePlainlyCompiled(policy);
  const byDecision = new Map<string, CompiledPolicy[]>();
  for (const policy of compiled) byDecision.set(policy.policy.decision, [...(byDecision.get(policy.policy.decision) ?? []), policy]);
  for (const [decision, members] of byDecision) refuseMixedModes(decision, members);
  const byParameter = new Map<string, ParameterValue>();
  for (const { parameters } of compiled)
    for (const name of Object.keys(parameters)) if (!byParameter.has(name)) byParameter.set(name, parameters[name] as ParameterValue);
  return {
    stage: vocabulary.name,
    vocabulary,
    policies: compiled.map(({ policy, parameters }) => ({
      policy: policy.policy,
      version: policy.version,
      hash: hashOf({ policy, parameters }),
    })),
    policiesFor: (decision) => byDecision.get(decision) ?? [],
    parameter: (name) => byParameter.get(name),
  };
}

function within<Value>(policy: Policy, compile: () => Value): Value {
  try {
    return compile();
  } catch (error) {
    if (!InvalidPolicyError.isInstance(error)) throw error;
    throw new InvalidPolicyError(error.findings, `The policy "${quotable(policy.policy)}" can't be loaded:`);
  }
}

/** The parameters by policy name, without what every object inherits. */
function parametersByPolicy(
  parameters: NonNullable<PolicySetOptions["parameters"]>,
  names: readonly string[],
): NonNullable<PolicySetOptions["parameters"]> {
  const findings = Object.keys(parameters)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      code: "policy_unknown",
      message: `there is no policy "${quotable(name)}" to set parameters of`,
      path: formatPath(["parameters", name]),
      expected: names.length === 0 ? "none, for there are no policies" : `one of ${namesListed(names)}`,
      ...didYouMean(name, names),
    }));
  if (findings.length > 0) throw new InvalidPolicyError(findings, "The policies can't be loaded with these parameters:");
  return Object.assign(Object.create(null) as object, parameters);
}

function refuseMixedModes(decision: string, members: readonly CompiledPolicy[]): void {
  const modes = new Set(members.map(({ policy }) => policy.decide));
  if (modes.size < 2) return;
  throw new InvalidPolicyError([
    {
      code: "decide_mixed",
      message: `the policies of decision "${decision}" decide in different ways: ${[...modes].join(", ")}`,
      path: "decide",
      fix: `make it the same in ${namesListed(members.map(({ policy }) => policy.policy))}`,
    },
  ]);
}

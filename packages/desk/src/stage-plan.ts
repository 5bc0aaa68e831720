import { InvalidPolicyError } from "@amends/core/errors";
import { didYouMean } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { compilePolicySet, type AnyStage, type PolicySet } from "@amends/core/stage";
import type { DeskOptions } from "./desk-options.js";

type PlanOptions = Pick<DeskOptions, "policies" | "parameters" | "operators" | "zones">;

/** A stage with the policies it will run. */
export interface PlannedStage {
  readonly stage: AnyStage;
  readonly policySet: PolicySet;
}

/**
 * Compiles the policies of every stage: a host's own first, so that under `first` they win, then the standard ones they don't
 * replace.
 *
 * @throws {InvalidPolicyError} where a policy can't be loaded or names a stage that isn't there, or a parameter can't be set as given.
 */
export function planStages(stages: readonly AnyStage[], options: PlanOptions): readonly PlannedStage[] {
  const own = options.policies ?? [];
  refuseUnknownStages(own, stages);
  refuseUnknownParameters(options, [...own, ...stages.flatMap(({ policies }) => policies)]);
  return stages.map((stage) => {
    const given = own.filter((policy) => policy.stage === stage.name);
    const replaced = new Set(given.map(({ policy }) => policy));
    const standard = stage.policies.filter(({ policy }) => !replaced.has(policy));
    const policies = [...given, ...standard];
    return {
      stage,
      policySet: compilePolicySet(stage, policies, {
        ...(options.operators === undefined ? {} : { operators: options.operators }),
        ...(options.parameters === undefined ? {} : { parameters: parametersOfPolicies(options.parameters, policies) }),
        ...(options.zones === undefined ? {} : { zones: options.zones }),
      }),
    };
  });
}

/** Of the parameters by policy name, those of one stage's policies. */
function parametersOfPolicies(parameters: NonNullable<PlanOptions["parameters"]>, policies: readonly Policy[]): typeof parameters {
  const names = new Set(policies.map(({ policy }) => policy));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}

function refuseUnknownStages(policies: readonly Policy[], stages: readonly AnyStage[]): void {
  const known = stages.map(({ name }) => name);
  const findings = policies
    .filter(({ stage }) => !known.includes(stage))
    .map(({ policy, stage }) => ({
      code: "stage_unknown",
      message: `the policy "${policy}" is for a stage "${stage}" that the desk doesn't run`,
      path: "stage",
      expected: `one of ${known.join(", ")}`,
      ...didYouMean(stage, known),
    }));
  if (findings.length > 0) throw new InvalidPolicyError(findings);
}

function refuseUnknownParameters(options: PlanOptions, policies: readonly Policy[]): void {
  const findings = Object.entries(options.parameters ?? {}).flatMap(([name, values]: [string, unknown]) => {
    const policy = policies.find((candidate) => candidate.policy === name);
    const names = policies.map((candidate) => candidate.policy);
    if (policy === undefined) {
      return [
        { code: "policy_unknown", message: `there is no policy "${name}"`, path: `parameters["${name}"]`, ...didYouMean(name, names) },
      ];
    }
    const known = Object.keys(policy.parameters ?? {});
    // What is no object is refused with the policy, as values of the wrong kind are.
    return Object.keys(typeof values === "object" && values !== null && !Array.isArray(values) ? values : {})
      .filter((key) => !known.includes(key))
      .map((key) => ({
        code: "parameter_unknown",
        message: `the policy "${name}" has no parameter "${key}"`,
        path: `parameters["${name}"].${key}`,
        ...didYouMean(key, known),
      }));
  });
  if (findings.length > 0) throw new InvalidPolicyError(findings);
}

import type { ConditionResult, Policy, RuleCondition } from "@amends/core/rules";

/** One comparison as a run saw it, and where it stands in the policy file. */
export interface TracedLeaf {
  readonly path: readonly PropertyKey[];
  readonly result: ConditionResult;
}

/** The comparisons of a traced condition, each with its place in the policy; those of a shared condition stand where it is defined. */
export function* traceLeaves(result: ConditionResult, condition: RuleCondition, path: readonly PropertyKey[], policy: Policy): Generator<TracedLeaf> {
  if ("condition" in condition) {
    // A reference that was not followed was not evaluated either.
    const shared = policy.conditions?.[condition.condition];
    if (shared !== undefined && result.condition === undefined) yield* traceLeaves(result, shared, ["conditions", condition.condition], policy);
    return;
  }
  if ("fact" in condition) {
    yield { path, result };
    return;
  }
  const group = "any" in condition ? "any" : "all" in condition ? "all" : undefined;
  if (group === undefined) {
    if ("not" in condition && result.not !== undefined) yield* traceLeaves(result.not, condition.not, [...path, "not"], policy);
    return;
  }
  const members: readonly RuleCondition[] = "any" in condition ? condition.any : "all" in condition ? condition.all : [];
  for (const [index, member] of members.entries()) {
    const traced = result[group]?.[index];
    if (traced !== undefined) yield* traceLeaves(traced, member, [...path, group, index], policy);
  }
}

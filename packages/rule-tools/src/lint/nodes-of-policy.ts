import type { Policy } from "@amends/core/rules";
import { partOf } from "../witness/condition-parts.js";

/** A condition of a policy, as written. */
export interface PolicyNode {
  readonly node: Readonly<Record<string, unknown>>;
  readonly at: readonly PropertyKey[];
  /** Whether it is the whole condition of a rule, or a whole shared condition. */
  readonly isRoot: boolean;
  /** The rule it belongs to; undefined in a shared condition. */
  readonly rule: number | undefined;
}

/** Every condition of a policy, groups and comparisons, those that the rule engine ignores left out. */
export function nodesOf(policy: Policy): readonly PolicyNode[] {
  return [
    ...policy.rules.flatMap(({ conditions }, rule) => below(conditions, ["rules", rule, "conditions"], true, rule)),
    ...Object.entries(policy.conditions ?? {}).flatMap(([name, condition]) => below(condition, ["conditions", name], true, undefined)),
  ];
}

function below(condition: unknown, at: readonly PropertyKey[], isRoot: boolean, rule: number | undefined): PolicyNode[] {
  const part = partOf(condition, isRoot);
  const self: PolicyNode = { node: condition as PolicyNode["node"], at, isRoot, rule };
  if (part.kind === "not") return [self, ...below(part.member, [...at, "not"], false, rule)];
  if (part.kind === "leaf" || part.kind === "reference") return [self];
  return [self, ...part.members.flatMap((member, index) => below(member, [...at, part.kind, index], false, rule))];
}

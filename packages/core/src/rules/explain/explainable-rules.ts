import { checkRules } from "../engine/check-rules.js";
import type { ConditionNode, FactNode } from "../engine/condition-node.js";
import type { ConditionScope } from "../engine/decide-condition.js";
import type { RuleOptions } from "../engine/rule-options.js";
import type { RuleProperties } from "../engine/rule-properties.js";
import { factReferences } from "../plain-rules.js";
import type { Policy, PolicyRule } from "../policy.js";
import { compileChangeBound, type ChangeBound } from "./change-bound.js";
import { keepWrittenValues } from "./written-values.js";

/** A rule as explaining it takes it. */
export interface ExplainableRule {
  /** Its place in the file. */
  readonly index: number;
  readonly rule: PolicyRule;
  readonly conditions: ConditionNode;
  /** Its conditions, and that the facts are there which its event takes. */
  readonly firing: ConditionNode;
  readonly bound: ChangeBound;
  /** Every fact that its conditions read, whole or in part. */
  readonly reads: ReadonlySet<string>;
  /** The facts that its event takes. */
  readonly eventFacts: readonly string[];
}

/** The rules of a policy in the order of decision. */
export interface ExplainableRules {
  readonly rules: readonly ExplainableRule[];
  readonly scope: ConditionScope;
  /** What the policy writes as the values of a rule's comparisons. */
  readonly writtenIn: (rule: ExplainableRule) => ReadonlyMap<FactNode, unknown>;
}

/** Prepares a policy's rules for explaining. Deciding needs none of this. */
export function explainableRules(policy: Policy, plain: readonly RuleProperties[], options: RuleOptions): ExplainableRules {
  const eventFacts = policy.rules.map((rule) => factReferences(rule.event.params));
  const checked = checkRules(
    plain.map((rule, index) => withEventFacts(rule, eventFacts[index] ?? [])),
    options,
  );
  const scope = { conditions: checked.conditions, options };
  const bounds = { conditions: checked.conditions, shared: new Map() };
  let shared: Map<FactNode, unknown> | undefined;
  const writtenIn = ({ conditions, rule }: ExplainableRule) => {
    if (shared === undefined) {
      shared = new Map();
      for (const [name, node] of checked.conditions) keepWrittenValues(node, policy.conditions?.[name], shared);
    }
    const kept = new Map(shared);
    keepWrittenValues(conditions, rule.conditions, kept);
    return kept;
  };
  const rules = checked.rules.map(({ conditions: firing, event }): ExplainableRule => {
    const index = Number(event.type);
    const rule = policy.rules[index] as PolicyRule;
    const facts = eventFacts[index] ?? [];
    const conditions = facts.length > 0 && firing.kind === "all" ? (firing.members[0] as ConditionNode) : firing;
    const { bound, facts: reads } = compileChangeBound(firing, bounds);
    return {
      index,
      rule,
      conditions,
      firing,
      bound,
      reads: new Set([...reads].map((name) => name.split("\n", 1)[0] as string)),
      eventFacts: facts,
    };
  });
  return { rules, scope, writtenIn };
}

function withEventFacts(rule: RuleProperties, facts: readonly string[]): RuleProperties {
  if (facts.length === 0) return rule;
  const present = facts.map((fact) => ({ fact, operator: "isPresent", value: true }));
  return { ...rule, conditions: { all: [rule.conditions, ...present] } };
}

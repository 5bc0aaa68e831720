import type { Leaf, Policy, PolicyVocabulary } from "@amends/core/rules";
import { hasFired, PolicyReasoner, type Answer, type ReasonOptions } from "./policy-reasoner.js";
import { negationOf } from "./formula.js";
import { rulesBefore } from "./rules-before.js";

/** What a case is wanted for: a rule that fires, or one that decides; or one comparison, by its path, that comes out true or false. */
export type WitnessGoal =
  | { readonly rule: string; readonly decides?: boolean }
  | { readonly path: readonly PropertyKey[]; readonly result: boolean };

/**
 * Finds a case that a policy's tests lack: one in which a rule fires, or a comparison comes out as wanted with its fact known. The
 * answer is a case that was really decided, the proof that there is none, or neither after so many tries.
 *
 * @example
 * import { findWitness } from "@amends/rule-tools";
 * import type { Policy } from "@amends/core/rules";
 * import { slaStage } from "@amends/sla/stage";
 * const policy: Policy = { policy: "shop/vip", version: "1.0.0", stage: "sla", decision: "targets", decide: "strictest",
 *   rules: [{ name: "late", conditions: { all: [{ fact: "shipment.daysInTransit", operator: "greaterThan", value: 45 }] },
 *     event: { type: "respond", params: { within: "PT1H", clock: "calendar" } } }] };
 * const answer = findWitness(policy, slaStage, { rule: "late" });
 * answer.kind === "satisfiable" ? answer.facts : answer.kind; // => { "shipment.daysInTransit": 46 }
 */
export function findWitness(policy: Policy, vocabulary: PolicyVocabulary, goal: WitnessGoal, options: ReasonOptions = {}): Answer {
  return witnessOf(new PolicyReasoner(policy, vocabulary, options), goal);
}

/** As {@link findWitness}, for a policy of which several cases are wanted. */
export function witnessOf(reasoner: PolicyReasoner, goal: WitnessGoal): Answer {
  const { model, policy } = reasoner;
  if ("rule" in goal) {
    const index = policy.rules.findIndex(({ name }) => name === goal.rule);
    if (goal.decides !== true) return reasoner.find([model.fires(index)], (decision) => hasFired(decision, goal.rule));
    const before = policy.decide === "first" ? rulesBefore(policy, index) : [];
    return reasoner.find([model.fires(index), ...before.map((earlier) => negationOf(model.fires(earlier)))], ({ fired }) =>
      fired.some(({ rule }) => rule === goal.rule),
    );
  }
  const at = goal.path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step], policy);
  if (typeof at !== "object" || at === null || !("fact" in at)) return { kind: "unknown", tries: 0 };
  const leaf = at as Leaf;
  const holds = model.comparison(leaf);
  const known = leaf.operator === "isPresent" || leaf.fact.startsWith("parameters.") ? [] : [model.modelOf(leaf.fact).present];
  return reasoner.find([goal.result ? holds : negationOf(holds), ...known], (_, facts) => reasoner.holds(leaf, facts) === goal.result);
}

import { Engine } from "json-rules-engine";
import { checkRules } from "../engine/check-rules.js";
import type { CheckedRule } from "../engine/checked-rule.js";
import { ownPropertyPathResolver } from "../engine/own-property-path.js";
import type { RuleOptions } from "../engine/rule-options.js";
import type { RuleEvent, RuleProperties } from "../engine/rule-properties.js";
import type { RuleResult, RunResult } from "../engine/rule-result.js";
import { collectResults } from "../engine/run-rules.js";
import { ruleLimits } from "../engine/rule-limits.js";
import { afterEachPriority } from "./after-each-priority.js";
import { demandedFacts } from "./demanded-facts.js";
import { engineConditionResult } from "./engine-condition-result.js";
import { engineRule } from "./engine-rule.js";
import { factNames } from "./fact-names.js";
import type { FactResolvers } from "./fact-resolvers.js";
import { registerOperators } from "./register-operators.js";
import { shareConditions } from "./share-conditions.js";
import { synchronousPathResolver } from "./synchronous-path-resolver.js";

/** Facts at hand, resolvers for facts to fetch, and the settings of the rule engine. */
export interface OnDemandOptions extends RuleOptions {
  readonly facts: object;
  /** A fact given in `facts` is not fetched. */
  readonly resolvers?: FactResolvers | undefined;
  /**
   * Asked after the rules of each priority, highest first, with the events of those that fired. Once it answers true nothing more is
   * fetched: the rules below are decided by the facts at hand, and one that needs another fact is left out of the answer.
   */
  readonly isDecided?: ((events: readonly RuleEvent[]) => boolean | Promise<boolean>) | undefined;
}

/**
 * Runs rules whose facts are fetched only when a rule reads them, with the answers and the order `compileRules` gives.
 * Each resolver is called at most once a run.
 *
 * Throws InvalidPolicyError for rules that don't compile, or that have more than 20,000 conditions once references are followed and
 * more than ten times as many as are written (`too_many_nodes`), and DecisionError, with the rule's name, when a rule fails or
 * a resolver rejects.
 *
 * @example
 * import { runOnDemand } from "@amends/core/rules/on-demand";
 * const conditions = { all: [{ fact: "carrier.status", operator: "equal", value: "lost" }] };
 * const rules = [{ conditions, event: { type: "reship" } }];
 * (await runOnDemand(rules, { facts: {}, resolvers: { "carrier.status": async () => "lost" } })).events; // => [{ type: "reship" }]
 */
export async function runOnDemand(rules: readonly RuleProperties[], options: OnDemandOptions): Promise<RunResult> {
  const checked = checkRules(rules, options, undefined, expandedNodesAtMost);
  const engine = new Engine([], {
    allowUndefinedFacts: options.allowUndefinedFacts === true,
    allowUndefinedConditions: options.allowUndefinedConditions === true,
    replaceFactsInEventParams: options.replaceFactsInEventParams === true,
    pathResolver: synchronousPathResolver(options.pathResolver ?? ownPropertyPathResolver),
  });
  registerOperators(engine, checked);
  shareConditions(engine, checked, options);
  const unread = new Set<string>();
  for (const [order, rule] of checked.rules.entries()) engine.addRule(engineRule(rule, order, () => unread.add(String(order))));
  let decided = false;
  afterEachPriority(engine, async (events) => {
    if (!decided) decided = (await options.isDecided?.(events)) === true;
  });
  const { results, failureResults } = await engine.run(
    demandedFacts(options.facts, options.resolvers ?? {}, factNames(checked), () => !decided),
  );
  const inOrder: RuleResult[] = [];
  for (const { name: order, conditions, event, result } of [...results, ...failureResults]) {
    if (unread.has(order)) continue;
    const rule = checked.rules[Number(order)] as CheckedRule;
    inOrder[Number(order)] = {
      conditions: engineConditionResult(conditions as unknown as Record<string, unknown>),
      event: event as RuleResult["event"],
      priority: rule.priority,
      ...(rule.name === undefined ? {} : { name: rule.name }),
      result: result as boolean,
    };
  }
  return collectResults(Object.values(inOrder));
}

/** Every condition is evaluated on its own by promises, so that conditions which references double would take far longer than they are long. */
function expandedNodesAtMost(written: number): number {
  return Math.min(ruleLimits.expandedNodes, Math.max(ruleLimits.expandedNodesOnDemand, 10 * written));
}

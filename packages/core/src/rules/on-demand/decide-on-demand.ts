import { DecisionError } from "../../errors/decision-error.js";
import { quotable } from "../../errors/quoted.js";
import { concludeDecision, firedRules, type ConcludedPolicy } from "../built/conclude-decision.js";
import type { ChooseOptions } from "../decide/choose-rules.js";
import type { FactResolver, Facts } from "../compile-policy.js";
import type { Decision } from "../decide/decision.js";
import { DemandedFacts } from "../decide/demanded-facts.js";
import { overlaidFacts } from "../engine/overlaid-facts.js";
import type { RuleOptions } from "../engine/rule-options.js";
import type { RuleEvent, RuleProperties } from "../engine/rule-properties.js";
import { factReferences } from "../plain-rules.js";
import type { PolicyRule } from "../policy.js";
import { atHandFirst } from "./at-hand-first.js";
import { runOnDemand } from "./run-on-demand.js";

/** A policy as deciding on demand needs it. */
export interface OnDemandPolicy<Event extends RuleEvent> {
  /** In file order. */
  readonly rules: readonly PolicyRule[];
  /** The same, each with its place as the type of its event. */
  readonly plain: readonly RuleProperties[];
  readonly options: RuleOptions;
  /** Parameters that rules read as facts. */
  readonly parameterFacts: Facts;
  readonly concluded: ConcludedPolicy<Event>;
}

/**
 * Decides a policy, fetching facts as rules read them, each group of conditions asking what is at hand first. Under `first` nothing is fetched any more once a rule has won: the rules below
 * it, and the params of those beside it, are read from the facts at hand, so that `lost` lists what those facts can tell.
 */
export async function decideOnDemand<Event extends RuleEvent>(
  policy: OnDemandPolicy<Event>,
  facts: Facts,
  resolvers: Readonly<Record<string, FactResolver>>,
  choose: ChooseOptions<Event> | undefined,
): Promise<Decision<Event>> {
  const { rules, plain, options, parameterFacts, concluded } = policy;
  const demand = new DemandedFacts(facts, resolvers);
  const dates = concluded.dated?.facts ?? [];
  const fetchFor = async (index: number): Promise<void> => {
    const rule = rules[index] as PolicyRule;
    const isDated = rule.effectiveFrom !== undefined || rule.effectiveTo !== undefined;
    for (const name of [...factReferences(rule.event.params), ...(isDated ? dates : [])]) {
      if (Object.hasOwn(demand.resolvers, name)) await fetched(rule, name, demand);
    }
  };
  const hasWinner = async (events: readonly RuleEvent[]): Promise<boolean> => {
    for (const index of places(events)) {
      await fetchFor(index);
      if (firedRules(concluded, [index], demand.known, new Set()).length > 0) return true;
    }
    return false;
  };
  const ordered = atHandFirst(plain, options.conditions ?? {}, (name) => Object.hasOwn(demand.resolvers, name));
  const { events } = await runOnDemand(ordered.rules, {
    ...options,
    conditions: ordered.shared,
    facts: overlaidFacts(facts, parameterFacts),
    resolvers: demand.resolvers,
    ...(concluded.decide === "first" ? { isDecided: hasWinner } : {}),
  });
  if (concluded.decide !== "first") for (const index of places(events)) await fetchFor(index);
  const unread = demand.unread();
  const decision = concludeDecision(concluded, places(events), demand.known, choose, unread);
  const undated = dates.some((name) => unread.has(name)) ? dates.join(" or ") : undefined;
  return { ...decision, missing: decision.missing.filter((name) => !unread.has(name) && name !== undated) };
}

function places(events: readonly RuleEvent[]): number[] {
  return events.map(({ type }) => Number(type));
}

async function fetched(rule: PolicyRule, name: string, demand: DemandedFacts): Promise<void> {
  try {
    await demand.fetch(name);
  } catch (error) {
    const message = `Fact "${quotable(name)}" couldn't be fetched: ${error instanceof Error ? error.message : String(error)}`;
    throw new DecisionError({ code: "resolver_failed", message, rule: rule.name, cause: error });
  }
}

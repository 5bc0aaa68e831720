import { requireObject } from "../errors/require-argument.js";
import type { CaseFacts } from "../facts/case-facts.js";
import type { FactCatalogue, FactDefinition } from "../facts/fact-definition.js";
import type { CaseFile, StageKey } from "../model/case-file.js";
import type { Policy } from "../rules/policy.js";
import { contextFor, type Context } from "./context.js";
import type { EventSchemas, PolicyVocabulary } from "../rules/policy-vocabulary.js";
import { Evaluation } from "./evaluation.js";
import { factsOfStage, type FactsOfStage } from "./facts-of-stage.js";
import { compilePolicySet, type PolicySet } from "./policy-set.js";
import type { CaseKey, DecisionEvents, StageDefinition } from "./stage-definition.js";

/** What a stage is made of; the rest of its definition follows from it. */
export interface StageParts<
  Name extends string,
  Reads extends CaseKey,
  Writes extends StageKey,
  Events extends EventSchemas,
  Decisions extends DecisionEvents<Events>,
  Facts extends FactCatalogue = FactCatalogue,
> {
  readonly name: Name;
  readonly reads: readonly Reads[];
  readonly writes: Writes;
  /** Whether it also runs where there is no ticket, because something happened. Default: only if it doesn't read the ticket. */
  readonly withoutTicket?: boolean;
  /** Facts beyond those of every case. */
  readonly facts?: Facts;
  /** Which of those facts this stage's policies may not speak of; one that reads such a fact does not load. */
  readonly withoutFacts?: (name: string, fact: FactDefinition) => boolean;
  readonly events: Events;
  readonly decisions: Decisions;
  /** What else it asks of its policies: everything wrong with one that is right in form. */
  readonly check?: PolicyVocabulary["check"];
  /** The standard policies, as their files hold them. */
  readonly policies: readonly unknown[];
  /** What the stage computes before any policy is asked; derived facts read it as `context`. */
  readonly prepare?: (caseFile: CaseFile, context: Context) => unknown;
  readonly decide: (
    caseFile: CaseFile,
    evaluation: Evaluation<Events, Decisions>,
    context: Context,
    policySet: PolicySet<Events, Decisions>,
  ) => NonNullable<CaseFile[Writes]>;
}

/**
 * A stage from its parts. Its `run` takes a compiled policy set, plain policies, or nothing for the standard ones, and the
 * parts of a context that matter.
 *
 * @example
 * import { defineStage } from "@amends/core/stage";
 * const quiet = defineStage({
 *   name: "notices", reads: ["event"], writes: "notices", events: {}, decisions: {}, policies: [], decide: () => [],
 * });
 * quiet.run({ now: "2026-03-03T15:00:00Z", event: { kind: "order_paid" } }); // => []
 */
export function defineStage<
  const Name extends string,
  const Reads extends CaseKey,
  const Writes extends StageKey,
  const Events extends EventSchemas,
  const Decisions extends DecisionEvents<Events>,
  Facts extends FactCatalogue = CaseFacts,
>(
  parts: StageParts<Name, Reads, Writes, Events, Decisions, Facts>,
): StageDefinition<Name, Reads, Writes, Events, Decisions, FactsOfStage<Facts>> {
  requireObject(parts, "parts");
  const { name, reads, writes, events, decisions } = parts;
  const policies = parts.policies as readonly Policy[];
  const facts = Object.entries<FactDefinition>(factsOfStage(parts.facts ?? {})).filter(
    ([fact, definition]) => parts.withoutFacts?.(fact, definition) !== true,
  );
  const check = parts.check === undefined ? {} : { check: parts.check };
  const vocabulary = { name, facts: Object.fromEntries(facts) as FactsOfStage<Facts>, events, decisions, ...check };
  // Compiling costs milliseconds: each list of policies is compiled once, and only when a case first needs it.
  const compiled = new WeakMap<readonly Policy[], PolicySet<Events, Decisions>>();
  const setOf = (given: PolicySet<Events, Decisions> | readonly Policy[]): PolicySet<Events, Decisions> => {
    if (!Array.isArray(given)) return given as PolicySet<Events, Decisions>;
    const list = given as readonly Policy[];
    const set = compiled.get(list) ?? compilePolicySet(vocabulary, list);
    compiled.set(list, set);
    return set;
  };
  return {
    ...vocabulary,
    reads,
    writes,
    withoutTicket: parts.withoutTicket ?? !(reads as readonly CaseKey[]).includes("ticket"),
    policies,
    run: (caseFile, policySet = policies, given = {}) => {
      const context = contextFor(caseFile, given);
      const set = setOf(policySet);
      return parts.decide(caseFile, new Evaluation(caseFile, set, context, parts.prepare?.(caseFile, context)), context, set);
    },
  };
}

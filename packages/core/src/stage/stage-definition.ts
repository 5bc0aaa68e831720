import type { FactCatalogue } from "../facts/fact-definition.js";
import type { CaseFile, CaseInput, StageKey } from "../model/case-file.js";
import type { Policy } from "../rules/policy.js";
import type { EventSchemas, PolicyVocabulary } from "../rules/policy-vocabulary.js";
import type { Context } from "./context.js";
import type { PolicySet } from "./policy-set.js";

/** A key of the case file that a stage may read. */
export type CaseKey = keyof CaseInput | StageKey;

/** The event types each decision of a stage is made of. */
export type DecisionEvents<Events extends EventSchemas> = Readonly<Record<string, readonly (keyof Events & string)[]>>;

/**
 * One stage of the case file's way, as a value: what it reads, the one key it writes, the facts and events its policies may
 * speak of, its standard policies, and the pure function that decides.
 */
export interface StageDefinition<
  Name extends string = string,
  Reads extends CaseKey = CaseKey,
  Writes extends StageKey = StageKey,
  Events extends EventSchemas = EventSchemas,
  Decisions extends DecisionEvents<Events> = DecisionEvents<Events>,
  Facts extends FactCatalogue = FactCatalogue,
> extends PolicyVocabulary {
  readonly name: Name;
  readonly reads: readonly Reads[];
  readonly writes: Writes;
  /** Whether it also runs where there is no ticket, because something happened. */
  readonly withoutTicket: boolean;
  /** The facts of every case, and its own. */
  readonly facts: Facts;
  readonly events: Events;
  readonly decisions: Decisions;
  /** The standard policies. */
  readonly policies: readonly Policy[];
  readonly run: (
    caseFile: CaseFile,
    policySet?: PolicySet<Events, Decisions> | readonly Policy[],
    context?: Partial<Context>,
  ) => NonNullable<CaseFile[Writes]>;
}

/** Any stage. */
export type AnyStage = StageDefinition<string, CaseKey, StageKey, EventSchemas, DecisionEvents<EventSchemas>>;

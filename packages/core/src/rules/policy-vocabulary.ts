import type * as z from "zod";
import type { FactCatalogue } from "../facts/fact-definition.js";
import type { FactValues } from "../facts/fact-values.js";
import type { PathFinding } from "./check/check-policy.js";
import type { RuleEvent } from "./engine/rule-properties.js";
import type { Policy } from "./policy.js";

/** What a policy may speak of: its stage's facts, decisions and events. Every StageDefinition is one. */
export interface PolicyVocabulary {
  readonly name: string;
  readonly facts: FactCatalogue;
  /** The event types the stage understands, with the schema of their params. */
  readonly events: Readonly<Record<string, z.ZodType>>;
  /** Which event types each decision of the stage is made of. */
  readonly decisions: Readonly<Record<string, readonly string[]>>;
  /** What else the stage asks of its policies: everything wrong with one that is right in form. */
  readonly check?: ((policy: Policy) => readonly PathFinding[]) | undefined;
}

/** The schemas of the events a stage understands. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>;

/** An event's params as its schema reads them. */
type ParamsOf<Schema extends z.ZodType> =
  z.output<Schema> extends infer Params extends Readonly<Record<string, unknown>> ? Params : Readonly<Record<string, unknown>>;

/** The events of some types, each with its params as the schema reads them. */
export type EventOf<Events extends EventSchemas, Type extends string> = {
  [Key in Type & keyof Events & string]: { readonly type: Key; readonly params: ParamsOf<Events[Key]> };
}[Type & keyof Events & string];

/** The events that policies of a stage can yield; of a stage that names none, any. */
export type EventsOf<Stage extends Pick<PolicyVocabulary, "events">> = string extends keyof Stage["events"]
  ? RuleEvent
  : EventOf<Stage["events"], keyof Stage["events"] & string>;

/** The facts that policies of a stage can read; of a stage that names none, any. */
export type FactsOf<Stage extends Pick<PolicyVocabulary, "facts">> = FactValues<Stage["facts"]>;

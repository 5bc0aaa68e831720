import type * as z from "zod";
import type { FactCatalogue } from "../facts/fact-definition.js";

/** What a policy may speak of: its stage's facts, decisions and events. Every StageDefinition is one. */
export interface PolicyVocabulary {
  readonly name: string;
  readonly facts: FactCatalogue;
  /** The event types the stage understands, with the schema of their params. */
  readonly events: Readonly<Record<string, z.ZodType>>;
  /** Which event types each decision of the stage is made of. */
  readonly decisions: Readonly<Record<string, readonly string[]>>;
}

import type * as z from "zod";
import type { ZoneProvider } from "../time/zone-provider.js";
import type { CaseFile } from "../model/case-file.js";

/** What rules can do with a fact's value. */
export type FactKind =
  | "boolean"
  | "number"
  | "text"
  | "word"
  | "instant"
  | "date"
  | "duration"
  | "zone"
  | "country"
  | "currency"
  | "money"
  | "list"
  | "object"
  | "any";

/** What a derived fact may look at beside the case: the time, and named numbers of the policy that reads it. */
export interface FactSources {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where the offsets of time zones come from. */
  readonly zones: ZoneProvider;
  /** A parameter of the stage's policies, by name. */
  parameter(name: string): unknown;
  /** Whatever else the stage computed before its policies were asked. */
  readonly context: unknown;
}

/** One fact that rules can read. A fact the case lacks is absent (`undefined`), never an error. */
export interface FactDefinition<Value = unknown> {
  readonly kind: FactKind;
  readonly schema: z.ZodType<Value>;
  readonly description: string;
  readonly example: Value;
  readonly unit?: string;
  /** The closed list the value (or a list's items) comes from. */
  readonly words?: readonly string[];
  /** Computes the value; without it, the name is a path into the case file, or a stage sets it while deciding. */
  readonly derive?: (caseFile: CaseFile, sources: FactSources) => Value | undefined;
}

/** Facts by their flat dotted names. */
export type FactCatalogue = Readonly<Record<string, FactDefinition>>;

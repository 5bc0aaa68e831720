import type * as z from "zod";
import type { ZoneProvider } from "../time/zone-provider.js";
import type { CaseFile } from "../model/case-file.js";
import type { Lacking } from "./lacking.js";

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
  /** A parameter by name: of the policy that reads the fact, or of the stage's policies where it has none. */
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
  /**
   * Computes the value; without it, the name is a path into the case file, or a stage sets it while deciding. Where it can't be
   * computed, undefined lists the fact itself as missing, and a `Lacking` what it lacks.
   */
  readonly derive?: (caseFile: CaseFile, sources: FactSources) => Value | Lacking | undefined;
}

/** Facts by their flat dotted names. */
export type FactCatalogue = Readonly<Record<string, FactDefinition>>;

import * as z from "zod";
import { isLocalDate } from "../time/local-date.js";

const date = z.string().refine(isLocalDate, { error: 'must be a date, such as "2026-03-03"' });

/** How well a fact is known: A an official text, B somebody else's account of it, C not verified. */
export const confidenceGrades = ["A", "B", "C"] as const;

/** What every fact of a pack says beside its value: where it comes from, how sure it is, and when it holds. */
const shape = {
  id: z.string().regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, { error: "must be lower-case words joined by . _ or -" }),
  source: z.string().min(1),
  confidence: z.enum(confidenceGrades),
  /** The first date on which it holds, in the pack's zone. */
  effectiveFrom: date.optional(),
  /** The first date on which it no longer holds. */
  effectiveTo: date.optional(),
  /** When somebody last compared it with its source. */
  verifiedAt: date,
  /** In whose dates it begins and ends, where that isn't the pack's zone. */
  zone: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
};

/**
 * The schema of a fact whose value has a shape.
 *
 * @example
 * import { datedFactSchema } from "@amends/core/packs";
 * import * as z from "zod";
 * const fact = { id: "eu.withdrawal", value: { days: 14 }, source: "Directive 2011/83/EU, article 9", confidence: "A", verifiedAt: "2026-11-21" };
 * datedFactSchema(z.strictObject({ days: z.number() })).safeParse(fact).success; // => true
 */
export function datedFactSchema<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ ...shape, value });
}

/** A fact with its source and the dates between which it holds. */
export interface DatedFact<Value> {
  readonly id: string;
  readonly value: Value;
  readonly source: string;
  readonly confidence: (typeof confidenceGrades)[number];
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  readonly verifiedAt: string;
  readonly zone?: string | undefined;
  readonly note?: string | undefined;
}

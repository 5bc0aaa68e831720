import * as z from "zod";

/** What differs by the seller's tier; where nobody says which tier it is, it is one of these. */
export function bySellerTierSchema<Schema extends z.ZodType>(schema: Schema) {
  return z.strictObject({
    bySellerTier: z.record(z.string(), schema).refine((tiers) => Object.keys(tiers).length > 0, { error: "needs a tier" }),
  });
}

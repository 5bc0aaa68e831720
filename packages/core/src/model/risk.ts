import * as z from "zod";
import { required } from "./field.js";
import { provenance, undecidedSchema } from "./provenance.js";
import { evidenceKinds, riskBands } from "./words.js";

const riskReasonSchema = z.object({
  code: required(z.string(), { description: "The reason code.", example: "claims_over_quarter_of_orders" }),
  points: required(z.number(), { description: "The points it adds or takes.", example: 16 }),
  observed: required(z.record(z.string(), z.unknown()), { description: "The facts it saw.", example: { "customer.claimRatio": 0.3 } }),
  agent: required(z.string(), { description: "A sentence for the agent.", example: "Three of ten orders were claimed." }),
  customer: required(z.string(), { description: "A sentence for the customer.", example: "We noticed several claims on this account." }),
});

const contestSchema = z.object({
  agent: required(z.string(), { description: "What the agent does when the customer contests.", example: "Hand it to a colleague." }),
  customer: required(z.string(), { description: "How the customer contests.", example: "Answer this message if you disagree." }),
});

/** What no score may take away: the words leave no room for another answer. */
const safeguardsSchema = z.object({
  denies: required(z.literal(false), { description: "Whether the score settles anything against the customer: never.", example: false }),
  statutoryRights: required(z.literal("unaffected"), {
    description: "What becomes of the rights the law gives: they come before the score.",
    example: "unaffected",
  }),
  contest: contestSchema.optional().meta({
    description: "How to contest, in every band but the low one.",
    example: { agent: "Hand it to a colleague.", customer: "Answer this message if you disagree." },
  }),
});

/** How risky the claim is. A band never denies anything: a high one asks for evidence and a human. */
export const riskSchema = z.object({
  score: required(z.number().min(0).max(100), { description: "The score, 0 to 100.", example: 0, unit: "points" }),
  band: required(z.enum(riskBands), { description: "The band of the score.", example: "low" }),
  reasons: required(z.array(riskReasonSchema), { description: "What made the score.", example: [] }),
  evidence: required(z.array(z.enum(evidenceKinds)), { description: "What to ask for.", example: ["photo"] }),
  humanReview: required(z.boolean(), { description: "Whether a human must look before anything is refused.", example: false }),
  churn: required(z.boolean(), { description: "Whether the customer is likely to leave.", example: false }),
  safeguards: safeguardsSchema.optional().meta({
    description: "What stays the customer's whatever the score says (GDPR article 22; CJEU C-634/21).",
    example: { denies: false, statutoryRights: "unaffected" },
  }),
  ...provenance,
});

export type Risk = z.infer<typeof riskSchema>;
export type RiskReason = z.infer<typeof riskReasonSchema>;
export const riskOrUndecidedSchema = z.union([riskSchema, undecidedSchema]);

import * as z from "zod";
import { field, required, text } from "./field.js";
import { instantSchema } from "./instant.js";
import { money, moneySchema } from "./money.js";
import { provenance, undecidedSchema } from "./provenance.js";
import { remedyKinds } from "./words.js";

const givesSchema = z.record(z.string(), z.unknown());

const floorSchema = z.object({
  fact: z.string(),
  source: z.string(),
  confidence: z.string(),
  because: text("What the law says, in words, where its fact has them.", "In the US goods must ship within 30 days."),
});

const choiceSchema = z.object({
  remedy: required(z.enum(remedyKinds), { description: "The remedy.", example: "reship" }),
  gives: required(givesSchema, {
    description: "What it gives; `amount` where money is paid, `goodsValue` where goods are sent.",
    example: { priority: true },
  }),
  telling: text("The word of the templates' text that tells it, where that isn't the remedy's own.", "wait_for_customs"),
  cost: required(moneySchema.nullable(), {
    description: "What it costs the seller now; null where a fact lacks.",
    example: { amount: "89.90", currency: "USD" },
  }),
  costBecause: text("Why the cost is not known, where it isn't.", "no value is set for a point"),
  expectedCost: money("What it is expected to cost in the end, with what is used later.", { amount: "95.30", currency: "USD" }),
  likelihood: field(z.number().min(0).max(1), { description: "How likely the customer picks it, by the policies' weights.", example: 0.6 }),
  owed: field(z.array(floorSchema), { description: "The laws and marketplace rules under which it may not be refused.", example: [] }),
  idempotencyKey: required(z.string(), { description: "The key that keeps this remedy from being paid twice.", example: "9f86…" }),
});

const excludedRemedySchema = z.object({ remedy: z.string(), reason: z.string(), because: z.string(), rule: z.string().nullable() });

const approvalSchema = z.object({ needed: z.literal(true), role: z.string(), because: z.string(), rule: z.string() });

const carrierClaimSchema = z.object({
  carrier: z.string().nullable(),
  reason: z.string(),
  fileBy: instantSchema.nullable(),
  liabilityLimit: moneySchema.nullable(),
  amount: moneySchema.nullable(),
  evidence: z.array(z.string()),
  source: z.string().nullable(),
  confidence: z.string().nullable(),
  note: z.string().nullable(),
});

const bindingDateSchema = z.object({
  kind: z.string(),
  at: instantSchema,
  source: z.string(),
  because: z.string(),
  fact: text("The fact of a pack that sets it, where one does.", "eu.withdrawal"),
});

const playStepSchema = z.object({
  step: z.string(),
  says: z.string(),
  withinHours: field(z.number().positive(), {
    description: "Within how many hours of the play's beginning; absent: when the step before is done.",
    example: 1,
    unit: "hours",
  }),
});

/** What to offer, at what cost. */
export const remediesSchema = z.object({
  tier: required(z.number().int().min(1).max(3).nullable(), { description: "The compensation tier; null where none applies.", example: 2 }),
  choices: required(z.array(choiceSchema), { description: "What the customer may choose from.", example: [] }),
  alwaysAdd: required(givesSchema, { description: "What is added whichever is chosen.", example: { nextPurchaseDiscountPercent: 20 } }),
  beyondExpectation: required(z.object({ min: moneySchema, max: moneySchema }).nullable(), {
    description: "The range that goes beyond what the customer expects.",
    example: { min: { amount: "12.00", currency: "USD" }, max: { amount: "13.00", currency: "USD" } },
  }),
  returnRequired: required(z.boolean(), { description: "Whether the goods must come back.", example: false }),
  advancePayout: required(z.boolean(), { description: "Whether to pay before the carrier does.", example: false }),
  carrierClaim: required(carrierClaimSchema.nullable(), { description: "The claim to file with the carrier.", example: null }),
  cost: required(z.object({ min: moneySchema, max: moneySchema }).nullable(), {
    description: "The cheapest and the dearest choice.",
    example: null,
  }),
  expectedCost: money("What the offer is expected to cost: each choice by its likelihood, and what is added.", {
    amount: "61.20",
    currency: "USD",
  }),
  refundable: money("What may still be refunded of the order: what was paid for it less the refunds known.", {
    amount: "89.90",
    currency: "USD",
  }),
  excluded: required(z.array(excludedRemedySchema), { description: "What was considered and why not.", example: [] }),
  deadlines: required(z.array(bindingDateSchema), { description: "Dates that bind this case, earliest first.", example: [] }),
  approval: required(approvalSchema.nullable(), {
    description: "Whose approval it needs; where it needs several, the one that a cap asks for.",
    example: null,
  }),
  approvals: z
    .array(approvalSchema)
    .optional()
    .meta({ description: "All the approvals it needs, where it needs more than one: each role and why.", example: [] }),
  idempotencyKey: required(z.string(), { description: "The key of the whole offer.", example: "9f86…" }),
  plays: required(z.array(z.string()), {
    description: "Plays to follow beside the offer, such as de-escalation.",
    example: ["de_escalation"],
  }),
  playSteps: z
    .array(z.object({ play: z.string(), steps: z.array(playStepSchema) }))
    .optional()
    .meta({ description: "What is done in each play that has steps, in this order.", example: [] }),
  ...provenance,
});

export type Remedies = z.infer<typeof remediesSchema>;
export type RemedyChoice = z.infer<typeof choiceSchema>;
export type ExcludedRemedy = z.infer<typeof excludedRemedySchema>;
export type CarrierClaim = z.infer<typeof carrierClaimSchema>;
export type BindingDate = z.infer<typeof bindingDateSchema>;
export const remediesOrUndecidedSchema = z.union([remediesSchema, undecidedSchema]);

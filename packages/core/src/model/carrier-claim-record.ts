import * as z from "zod";
import { field, required, text, word } from "./field.js";
import { instant, instantSchema } from "./instant.js";
import { money, moneySchema } from "./money.js";
import { carrierClaimOutcomes, carrierClaimReasons, carrierClaimStates, documentKinds } from "./words.js";

const claimStepSchema = z.object({
  state: required(z.enum(carrierClaimStates), { description: "What it became.", example: "filed" }),
  at: required(instantSchema, { description: "When.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  because: text("Why.", "the carrier confirmed the loss"),
});

const paymentSchema = z.object({
  key: required(z.string().min(1), { description: "What makes it one payment: told again, it counts once.", example: "5d41…" }),
  at: required(instantSchema, { description: "When.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  amount: required(moneySchema, { description: "How much.", example: { amount: "89.90", currency: "USD" } }),
});

/** A claim with the carrier: how far it went, what the customer was paid ahead of it, and what came back. */
export const carrierClaimRecordSchema = z.object({
  number: text("Its number.", "CC-7"),
  carrier: text("Who is claimed from.", "dhl_express"),
  reason: word(carrierClaimReasons, "What the carrier is held liable for.", "lost"),
  state: word(carrierClaimStates, "Where it stands.", "filed"),
  outcome: word(carrierClaimOutcomes, "How it ended.", "recovered"),
  amount: money("How much is claimed."),
  approved: money("How much the carrier agreed to pay."),
  dueAt: instant("By when the carrier wants an answer, where it named a date."),
  history: field(z.array(claimStepSchema), { description: "Every state it was in, oldest first.", example: [] }),
  advances: field(z.array(paymentSchema), { description: "What the customer was paid before the carrier paid.", example: [] }),
  recoveries: field(z.array(paymentSchema), { description: "What the carrier paid.", example: [] }),
  evidence: field(z.array(z.enum(documentKinds)), { description: "What the claim has at hand.", example: ["invoice"] }),
});

export type CarrierClaimRecord = z.infer<typeof carrierClaimRecordSchema>;

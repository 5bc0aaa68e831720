import * as z from "zod";
import { text } from "./field.js";
import { instant } from "./instant.js";
import { money } from "./money.js";

/** A remedy that was already paid out; its key keeps the same case from being paid twice. */
export const payoutSchema = z.object({
  key: text("The idempotency key of the remedy.", "5d41…"),
  at: instant("When it was paid."),
  remedy: text("Which remedy.", "partial_refund"),
  amount: money("How much."),
});

/** A pot that payouts come from. */
export const budgetSchema = z.object({
  name: text("The budget's name.", "goodwill"),
  period: text("The period it covers.", "2026-03"),
  limit: money("How much it holds.", { amount: "1000.00", currency: "USD" }),
  spent: money("How much is gone.", { amount: "250.00", currency: "USD" }),
});

export type Payout = z.infer<typeof payoutSchema>;
export type Budget = z.infer<typeof budgetSchema>;

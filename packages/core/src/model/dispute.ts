import * as z from "zod";
import { country } from "./country.js";
import { field, required, text, word } from "./field.js";
import { instant, instantSchema } from "./instant.js";
import { money } from "./money.js";
import { disputeOutcomes, disputeReasons, disputeStates, documentKinds } from "./words.js";

const disputeStepSchema = z.object({
  state: required(z.enum(disputeStates), { description: "What it became.", example: "requested" }),
  at: required(instantSchema, { description: "When.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  because: text("Why, or who said so.", "the buyer reported it as not received"),
});

/** What a buyer disputes with a marketplace, a payment service or a card network, and how far that went. */
export const disputeSchema = z.object({
  id: text("Its id where it is decided.", "5012345678"),
  venue: text("Who decides it: a marketplace, paypal, or a card network such as visa.", "ebay"),
  country: country("The country of the marketplace's site."),
  reason: word(disputeReasons, "What the buyer says.", "not_received"),
  state: word(disputeStates, "Where it stands.", "requested"),
  outcome: word(disputeOutcomes, "How it ended.", "refunded"),
  amount: money("How much is disputed."),
  dueAt: instant("By when the venue wants the seller's next answer, where it named a date; it counts more than the venue's rules."),
  history: field(z.array(disputeStepSchema), { description: "Every state it was in, oldest first.", example: [] }),
  evidence: field(z.array(z.enum(documentKinds)), { description: "What the seller has at hand.", example: ["tracking"] }),
  submitted: field(z.array(z.enum(documentKinds)), { description: "What the venue was given.", example: ["tracking"] }),
});

export type Dispute = z.infer<typeof disputeSchema>;

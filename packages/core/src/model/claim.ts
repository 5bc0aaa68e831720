import * as z from "zod";
import { count, text } from "./field.js";
import { money } from "./money.js";

/** What the customer asks for. */
export const claimSchema = z.object({
  issueType: text("What is claimed.", "logistics_delay"),
  amount: money("How much is claimed."),
  expectation: money("What the customer would be content with.", { amount: "10.00", currency: "USD" }),
  photos: count("Photos sent as evidence.", 2, "photos"),
});

export type Claim = z.infer<typeof claimSchema>;

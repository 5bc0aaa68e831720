import * as z from "zod";
import { country } from "./country.js";
import { count, field, flag, text } from "./field.js";
import { instant } from "./instant.js";
import { money } from "./money.js";
import { zone } from "./zone.js";

const claimRecordSchema = z.object({
  at: instant("When it was claimed."),
  issueType: text("What was claimed.", "logistics_not_received"),
  amount: money("How much was claimed."),
  outcome: text("How it ended.", "refunded"),
});

const refundRecordSchema = z.object({ at: instant("When it was refunded."), amount: money("How much was refunded.") });

const goodwillRecordSchema = z.object({
  at: instant("When it was given."),
  remedy: text("Which remedy.", "coupon"),
  amount: money("What it cost."),
});

const linksSchema = z.object({
  confirmedAbuser: flag("Whether an address or a device is shared with a confirmed abuser.", false),
  accounts: count("How many accounts share the address or the device.", 1, "accounts"),
});

/** Who the buyer is, as far as the host knows. */
export const customerSchema = z.object({
  id: text("The customer's id at the host.", "U-77"),
  name: text("How the customer is addressed.", "Maria"),
  email: text("The customer's e-mail address.", "maria@example.com"),
  country: country("Where the customer lives."),
  zone: zone("The customer's time zone."),
  language: text("The language the customer prefers, an ISO 639-1 code.", "en"),
  orders: count("Orders placed so far.", 6, "orders"),
  complaints: count("Complaints made so far.", 0, "complaints"),
  vip: flag("Whether the host counts the customer among its best.", false),
  since: instant("When the customer first ordered.", "2024-05-01T00:00:00Z"),
  claims: field(z.array(claimRecordSchema), { description: "Earlier claims.", example: [] }),
  refunds: field(z.array(refundRecordSchema), { description: "Earlier refunds.", example: [] }),
  preferredAgent: text("The agent the customer asked for, or knows from before.", "agent-7"),
  goodwill: field(z.array(goodwillRecordSchema), { description: "Goodwill already given, on any order.", example: [] }),
  links: field(linksSchema, { description: "What links the customer to other accounts.", example: { accounts: 1 } }),
});

export type Customer = z.infer<typeof customerSchema>;

import * as z from "zod";
import { count, field, flag, required, text, word } from "../model/field.js";
import { instant, instantSchema } from "../model/instant.js";
import { money } from "../model/money.js";
import { channels, complexities, handlers, issueTypes } from "../model/words.js";
import { loggedTargetsSchema } from "./logged-target.js";

/**
 * What can be logged: what happens in a case and, for the rates that cases are compared with, what is sold and what parcels do.
 * Clocks, compliance and metrics are computed from such a log.
 */
export const caseEventLogKinds = [
  "received",
  "acknowledged",
  "customer_replied",
  "replied",
  "note_added",
  "assigned",
  "transferred",
  "paused",
  "resumed",
  "resolved",
  "reopened",
  "abandoned",
  "rated",
  "remedy_paid",
  "notice_sent",
  "follow_up_sent",
  "order_paid",
  "order_shipped",
  "delivered",
  "lost",
] as const;

/** One line of a log. */
export const caseEventSchema = z.object({
  id: text("Its own identifier; a line that comes again with the same one counts once.", "E-1"),
  at: required(instantSchema, { description: "When.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  caseId: required(z.string().min(1), {
    description: "Which case; for a sale or a parcel that is no case, the order or the parcel.",
    example: "C-1",
  }),
  kind: required(z.enum(caseEventLogKinds), { description: "What happened.", example: "replied" }),
  by: word(handlers, "Bot or human.", "human"),
  agent: text("Which agent.", "agent-7"),
  team: text("Which team.", "eu-support"),
  channel: word(channels, "Through which channel.", "email"),
  marketplace: text("On which marketplace.", "amazon"),
  language: text("In which language.", "en"),
  country: text("For a customer in which country.", "US"),
  issueType: word(issueTypes, "What the case is about.", "logistics_delay"),
  complexity: word(complexities, "How complex the case is.", "simple"),
  sla: field(loggedTargetsSchema, {
    description: "By when to answer and to solve, as decided then; the last one counts.",
    example: { firstResponse: { dueAt: "2026-03-03T17:00:00Z", percent: 85 } },
  }),
  reason: text("Why, where the kind has a reason.", "waiting for the carrier"),
  rating: count("What the customer rated, 1 to 5.", 5, "stars"),
  amount: money("What was paid."),
  template: text("Which template was sent.", "delay_v1"),
  customer: text("Which customer, by an identifier that tells nothing else.", "U-1"),
  order: text("Which order.", "O-1"),
  orders: field(z.number().int().positive(), {
    description: "How many orders an order_paid line stands for; one where it is absent.",
    example: 1,
    unit: "orders",
  }),
  sku: text("Which product.", "SKU-1"),
  category: text("The product's category.", "headphones"),
  isComplaint: flag("Whether the customer complains."),
  handleSeconds: field(
    z
      .number()
      .nonnegative()
      .max(Number.MAX_SAFE_INTEGER / 1000),
    {
      description: "How long somebody worked for what happened.",
      example: 240,
      unit: "seconds",
    },
  ),
  lane: text("Which lane.", "CN-US"),
  trackingNumber: text("Which parcel.", "YT2601700000000001"),
  promisedAt: instant("By when the parcel was promised."),
  tags: field(z.array(z.string()), { description: "What else.", example: ["greeting_only"] }),
});

export type CaseEvent = z.infer<typeof caseEventSchema>;
export type CaseEventLogKind = (typeof caseEventLogKinds)[number];

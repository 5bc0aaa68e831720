import * as z from "zod";
import { count, field, required, text, word } from "../model/field.js";
import { instantSchema } from "../model/instant.js";
import { money } from "../model/money.js";
import { channels, handlers, issueTypes } from "../model/words.js";

/** What can be logged of a case; clocks, compliance and metrics are computed from such a log. */
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
] as const;

/** One line of the log of a case. */
export const caseEventSchema = z.object({
  at: required(instantSchema, { description: "When.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  caseId: required(z.string().min(1), { description: "Which case.", example: "C-1" }),
  kind: required(z.enum(caseEventLogKinds), { description: "What happened.", example: "replied" }),
  by: word(handlers, "Bot or human.", "human"),
  agent: text("Which agent.", "agent-7"),
  team: text("Which team.", "eu-support"),
  channel: word(channels, "Through which channel.", "email"),
  marketplace: text("On which marketplace.", "amazon"),
  language: text("In which language.", "en"),
  country: text("For a customer in which country.", "US"),
  issueType: word(issueTypes, "What the case is about.", "logistics_delay"),
  reason: text("Why, where the kind has a reason.", "waiting for the carrier"),
  rating: count("What the customer rated, 1 to 5.", 5, "stars"),
  amount: money("What was paid."),
  template: text("Which template was sent.", "delay_v1"),
  sku: text("Which product.", "SKU-1"),
  lane: text("Which lane.", "CN-US"),
  tags: field(z.array(z.string()), { description: "What else.", example: ["greeting_only"] }),
});

export type CaseEvent = z.infer<typeof caseEventSchema>;
export type CaseEventLogKind = (typeof caseEventLogKinds)[number];

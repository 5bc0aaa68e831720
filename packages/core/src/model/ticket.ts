import * as z from "zod";
import { readInstant } from "../time/parse-instant.js";
import { answeredQuestionSchema } from "./answered-question.js";
import { attachmentSchema } from "./attachment.js";
import { field, required, text, word } from "./field.js";
import { instant, instantSchema } from "./instant.js";
import { messageSchema } from "./message.js";
import { channels, supportTiers, ticketStatuses } from "./words.js";

const escalationSchema = z.object({
  from: word(supportTiers, "The tier that could not solve it.", "L2"),
  by: text("The agent who passed it on.", "agent-7"),
  at: instant("When it was passed on."),
  reason: text("Why.", "needs a decision on a court summons"),
  asked: field(z.array(answeredQuestionSchema), { description: "What the customer was asked already.", example: [] }),
  tried: field(z.array(z.string()), { description: "What was tried already.", example: ["sent the tracking link again"] }),
});

const statusChangeSchema = z.object({
  at: required(instantSchema, { description: "From when on.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
  status: required(z.string().min(1), {
    description: "Where it stood from then on: one of the ticket's words or one of the host's own, such as waiting_carrier.",
    example: "waiting_customer",
  }),
});

const pauseSchema = z
  .object({
    from: required(instantSchema, { description: "When it began.", example: "2026-03-03T15:00:00Z", kind: "instant" }),
    to: instant("When it ended; null while it lasts."),
    reason: text("Why, in the host's words; policies say which reasons count.", "waiting_carrier"),
  })
  .refine(({ from, to }) => (readInstant(from) ?? -Infinity) <= (readInstant(to) ?? Infinity), {
    error: "ends before it begins",
    path: ["to"],
  });

/** What a buyer wrote, and the thread it belongs to. */
export const ticketSchema = z.object({
  id: text("The ticket's id at the host.", "T-1"),
  channel: word(channels, "The channel the latest customer message came through.", "email"),
  marketplace: text("The marketplace, or own_store.", "amazon"),
  subject: text("The subject line.", "Where is my order"),
  text: text("The latest customer message, quoted text and signatures stripped.", "It has been 45 days!"),
  language: text("The language the host knows it to be in; a given one wins over detection.", "en"),
  createdAt: instant("When the customer wrote."),
  status: word(ticketStatuses, "Where it stands.", "open"),
  queuedAt: instant("From when it waits for somebody to take it; where nobody says, from when the customer wrote."),
  resolvedAt: instant("When it was resolved."),
  owner: text("The agent who owns it; one owner a ticket.", "agent-7"),
  escalation: field(escalationSchema, { description: "Who could not solve it and passed it on.", example: { from: "L2", by: "agent-7" } }),
  messages: field(z.array(messageSchema), { description: "The thread, oldest first.", example: [] }),
  statusChanges: field(z.array(statusChangeSchema), {
    description: "Where the ticket stood over time, as the host's log has it. Policies say which of it stops the clocks.",
    example: [],
  }),
  pauses: field(z.array(pauseSchema), {
    description: "Stretches in which the clocks stood still, where the host keeps them itself.",
    example: [],
  }),
  attachments: field(z.array(attachmentSchema), { description: "Files that came with it.", example: [] }),
  tags: field(z.array(z.string()), { description: "Labels the host gave it.", example: ["b2b"] }),
});

export type Ticket = z.infer<typeof ticketSchema>;

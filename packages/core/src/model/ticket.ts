import * as z from "zod";
import { attachmentSchema } from "./attachment.js";
import { field, text, word } from "./field.js";
import { instant } from "./instant.js";
import { messageSchema } from "./message.js";
import { channels, ticketStatuses } from "./words.js";

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
  resolvedAt: instant("When it was resolved."),
  owner: text("The agent who owns it; one owner a ticket.", "agent-7"),
  messages: field(z.array(messageSchema), { description: "The thread, oldest first.", example: [] }),
  attachments: field(z.array(attachmentSchema), { description: "Files that came with it.", example: [] }),
  tags: field(z.array(z.string()), { description: "Labels the host gave it.", example: ["b2b"] }),
});

export type Ticket = z.infer<typeof ticketSchema>;

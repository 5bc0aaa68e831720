import * as z from "zod";
import { field, text } from "./field.js";
import { instant } from "./instant.js";

const contactSchema = z.object({
  at: instant("When."),
  channel: text("Through which channel.", "email"),
  summary: text("What about.", "asked for tracking"),
});
const sentReplySchema = z.object({ template: text("Which template.", "delay_v1"), at: instant("When it was sent.") });
const sentNoticeSchema = z.object({ kind: text("Which notice.", "delay"), at: instant("When it was sent.") });

/** What passed between the shop and this customer before. */
export const historySchema = z.object({
  contacts: field(z.array(contactSchema), { description: "Earlier contacts.", example: [] }),
  repliesSent: field(z.array(sentReplySchema), { description: "Replies the customer already got.", example: [] }),
  noticesSent: field(z.array(sentNoticeSchema), { description: "Notices the customer already got.", example: [] }),
});

export type History = z.infer<typeof historySchema>;

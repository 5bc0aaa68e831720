import * as z from "zod";
import { answeredQuestionSchema } from "./answered-question.js";
import { field, flag, text } from "./field.js";

/** What the bot did on the case. */
export const botAttemptSchema = z.object({
  failed: flag("Whether the bot could not solve it.", false),
  reason: text("Why it could not.", "the customer asked for a person"),
  asked: field(z.array(answeredQuestionSchema), { description: "What the bot asked, and what the customer answered.", example: [] }),
  tried: field(z.array(z.string()), { description: "What the bot tried.", example: ["sent the return form"] }),
});

export type BotAttempt = z.infer<typeof botAttemptSchema>;

import * as z from "zod";
import { text, word, field } from "./field.js";
import { instant } from "./instant.js";
import { channels, messageAuthors } from "./words.js";

/** One message of a thread. */
export const messageSchema = z.object({
  id: text("The message's id at its channel.", "m-1"),
  at: instant("When it was written."),
  from: word(messageAuthors, "Who wrote it.", "customer"),
  channel: word(channels, "The channel it came through.", "email"),
  text: text("What it says, quoted text and signatures stripped.", "Where is my parcel?"),
  language: text("Its language, an ISO 639-1 code.", "en"),
  tags: field(z.array(z.string()), {
    description:
      "What the host knows of it, such as auto_reply, greeting_only or no_response_needed; policies say which of them are no answer and which need none.",
    example: ["auto_reply"],
  }),
  internal: field(z.boolean(), { description: "Whether it is a note that the customer never sees.", example: false }),
});

export type Message = z.infer<typeof messageSchema>;

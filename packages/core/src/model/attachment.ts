import * as z from "zod";
import { count, text } from "./field.js";

/** A file that came with a message; its bytes stay with the host. */
export const attachmentSchema = z.object({
  id: text("The attachment's id at the host.", "a-1"),
  name: text("Its file name.", "box.jpg"),
  type: text("Its media type.", "image/jpeg"),
  bytes: count("Its size.", 120_000, "bytes"),
});

export type Attachment = z.infer<typeof attachmentSchema>;

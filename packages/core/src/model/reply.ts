import * as z from "zod";
import { required } from "./field.js";
import { provenance } from "./provenance.js";
import { replyParts, tones } from "./words.js";

/** What to write back. */
export const replySchema = z.object({
  template: required(z.string(), { description: "The template.", example: "delay_apology" }),
  language: required(z.string(), { description: "The language of the text.", example: "en" }),
  tone: required(z.array(z.enum(tones)), { description: "How it sounds.", example: ["apologise_directly"] }),
  parts: required(z.array(z.enum(replyParts)), { description: "What it is made of, in order.", example: ["apology", "choices"] }),
  subject: required(z.string().nullable(), {
    description: "The subject line, where the channel has one.",
    example: "About your order O-1001",
  }),
  text: required(z.string(), { description: "The text, ready to send.", example: "We are sorry …" }),
  hints: required(z.array(z.string()), { description: "Hints to the agent.", example: ["Soothe first, then explain."] }),
  needsTranslation: required(z.boolean(), { description: "Whether no template speaks the customer's language.", example: false }),
  ...provenance,
});

export type Reply = z.infer<typeof replySchema>;

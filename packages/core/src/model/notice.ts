import * as z from "zod";
import { required } from "./field.js";
import { policyReferenceSchema } from "./provenance.js";
import { noticeKinds } from "./words.js";

/** Something to tell the customer before the customer asks. */
export const noticeSchema = z.object({
  kind: required(z.enum(noticeKinds), { description: "What it tells.", example: "delay" }),
  reason: required(z.string(), { description: "Why it is told.", example: "in transit for 45 days where the lane takes 12" }),
  expectedHandling: required(z.string().nullable(), { description: "How long the handling takes.", example: "P3D" }),
  language: required(z.string(), { description: "The language of the text.", example: "en" }),
  text: required(z.string(), { description: "The text, ready to send.", example: "Your parcel is late …" }),
  policy: required(z.string(), { description: "The policy that asked for it.", example: "notices/standard-notices" }),
  policies: required(z.array(policyReferenceSchema), {
    description: "The policies that took part, with their versions.",
    example: [{ policy: "notices/standard-notices", version: "1.0.0" }],
  }),
  rules: required(z.array(z.string()), { description: "The rules that asked for it.", example: ["delay-beyond-lane-average"] }),
  missing: required(z.array(z.string()), { description: "Facts it lacks.", example: [] }),
});

export type Notice = z.infer<typeof noticeSchema>;

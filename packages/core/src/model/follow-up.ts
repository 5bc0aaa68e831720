import * as z from "zod";
import { required } from "./field.js";
import { instantSchema } from "./instant.js";
import { policyReferenceSchema } from "./provenance.js";

/** A contact after the case is solved. */
export const followUpSchema = z.object({
  day: required(z.number().int().positive(), { description: "How many days after the resolution.", example: 7, unit: "days" }),
  at: required(instantSchema.nullable(), {
    description: "When; null until the case is resolved, or where nobody knows the customer's zone.",
    example: null,
    kind: "instant",
  }),
  kind: required(z.string(), { description: "What it is.", example: "survey_and_offer" }),
  policy: required(z.string(), { description: "The policy that scheduled it.", example: "follow-ups/standard-schedule" }),
  policies: required(z.array(policyReferenceSchema), {
    description: "The policies that took part, with their versions.",
    example: [{ policy: "follow-ups/standard-schedule", version: "1.0.0" }],
  }),
  rules: required(z.array(z.string()), { description: "The rules that scheduled it.", example: ["complaint"] }),
  missing: required(z.array(z.string()), { description: "Facts it lacks.", example: ["ticket.resolvedAt"] }),
});

export type FollowUp = z.infer<typeof followUpSchema>;

import * as z from "zod";
import { required } from "./field.js";

export const policyReferenceSchema = z.object({ policy: z.string(), version: z.string() });

/** Which policy, in which version, took part in a decision. */
export type PolicyReference = z.infer<typeof policyReferenceSchema>;

/** What every stage's answer carries: what decided it and what it lacked. */
export const provenance = {
  policies: required(z.array(policyReferenceSchema), {
    description: "The policies that took part.",
    example: [{ policy: "sla/standard-targets", version: "1.0.0" }],
  }),
  rules: required(z.array(z.string()), { description: "The rules that decided, as policy/rule.", example: ["sla/standard-targets/email"] }),
  missing: required(z.array(z.string()), { description: "Facts that policies read and the case lacks.", example: ["order.total"] }),
};

/** A stage that lacks a fact it cannot do without writes this in place of an answer. */
export const undecidedSchema = z.object({ undecided: z.literal(true), missing: z.array(z.string()) });

export type Undecided = z.infer<typeof undecidedSchema>;

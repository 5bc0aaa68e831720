import * as z from "zod";
import { field, required, text, word } from "../model/field.js";
import { instantSchema } from "../model/instant.js";
import { clockKinds } from "../model/sla-status.js";

const loggedTargetSchema = z.object({
  dueAt: required(instantSchema, {
    description: "The deadline: met if answered at or before it.",
    example: "2026-03-03T17:00:00Z",
    kind: "instant",
  }),
  clock: word(clockKinds, "The clock it runs by; elapsed time where it is absent.", "business"),
  percent: field(z.number().min(0).max(100), {
    description: "The share of cases that must meet it, where the target has one.",
    example: 85,
    unit: "percent",
  }),
  rule: text("The rule that set it.", "sla/standard-targets/phone"),
});

/** What was decided about a case's deadlines. A whole SlaStatus can be given; the rest of it is left out. */
export const loggedTargetsSchema = z.object({
  firstResponse: field(loggedTargetSchema, { description: "The first response.", example: null }),
  resolution: field(loggedTargetSchema, { description: "The resolution.", example: null }),
});

export type LoggedTarget = z.infer<typeof loggedTargetSchema>;

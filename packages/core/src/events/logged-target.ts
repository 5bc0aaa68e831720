import * as z from "zod";
import { field, required, text, word } from "../model/field.js";
import { instant, instantSchema } from "../model/instant.js";
import { clockKinds, clockStates } from "../model/sla-status.js";
import { messageAuthors } from "../model/words.js";

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
  answeredBy: field(z.array(z.enum(messageAuthors)), {
    description: "Of a response: whose messages meet it, where its rule says so.",
    example: ["agent", "bot"],
  }),
  ignoring: field(z.array(z.string()), {
    description: "Of a response: messages with one of these tags don't meet it, where its rule says so.",
    example: ["greeting_only"],
  }),
  state: word(clockStates, "Where it stood as the line was written.", "met"),
  stoppedAt: instant("When its clock stopped, as far as the line knows."),
});

/** What was decided about a case's deadlines. A whole SlaStatus can be given; the rest of it is left out. */
export const loggedTargetsSchema = z.object({
  firstResponse: field(loggedTargetSchema, { description: "The first response.", example: null }),
  nextResponse: field(loggedTargetSchema, { description: "The answer to what the customer wrote after the last one.", example: null }),
  resolution: field(loggedTargetSchema, { description: "The resolution.", example: null }),
});

export type LoggedTarget = z.infer<typeof loggedTargetSchema>;

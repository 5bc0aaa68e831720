import * as z from "zod";
import { field, required, text } from "./field.js";
import { instant } from "./instant.js";
import { caseEventKinds } from "./words.js";

/** Something that happened to a case without a message: a payment, a scan, a timer. */
export const happeningSchema = z.object({
  id: text("The event's id at its source.", "e-1"),
  at: instant("When it happened."),
  kind: required(z.enum(caseEventKinds), { description: "What happened.", example: "tracking_updated" }),
  data: field(z.record(z.string(), z.unknown()), { description: "What the source said of it.", example: {} }),
});

export type Happening = z.infer<typeof happeningSchema>;

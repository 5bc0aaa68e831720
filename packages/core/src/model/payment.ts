import * as z from "zod";
import { text } from "./field.js";

/** A payment that failed. */
export const paymentSchema = z.object({
  failureCode: text("The gateway's code.", "insufficient_funds"),
  gateway: text("Which gateway said so.", "stripe"),
});

export type Payment = z.infer<typeof paymentSchema>;

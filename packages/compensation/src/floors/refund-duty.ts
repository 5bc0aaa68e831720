import type { DatedFact } from "@amends/core/packs";
import * as z from "zod";
import { daySpanSchema } from "../deadlines/span.js";

export const refundDutySchema = z.strictObject({
  kind: z.literal("refund_duty"),
  /** What the law says, as people read it. */
  because: z.string().min(1),
  /** The facts, by their ids, whose money it is about. */
  under: z.array(z.string().min(1)).min(1),
  /** From when the buyer asked for the money, or from when it could be asked for, whichever is later. */
  within: daySpanSchema,
});

/** By when the money goes back that a floor owes. */
export type RefundDuty = z.output<typeof refundDutySchema>;
export type RefundDutyFact = DatedFact<RefundDuty>;

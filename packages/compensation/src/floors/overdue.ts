import { shipmentStatuses } from "@amends/core/model";
import * as z from "zod";
import { holidaysInARow } from "../deadlines/amounts-of-time.js";
import { daySpanSchema, deadlineStarts } from "../deadlines/span.js";

/** What a floor says that stands only once the seller is late. */
export const overdueSchema = z.strictObject({
  /** What has to happen: the goods leave, or they come. */
  awaits: z.enum(["shipment", "delivery"]),
  /** The date that was stated: the end of its day is the last moment, and `within` is for orders without one. */
  stated: z.enum(["shipment.promisedAt"]).optional(),
  /** The time there is; its last day is in time. */
  within: z.strictObject({
    from: z.enum(deadlineStarts),
    span: daySpanSchema,
    endsOnWorkingDay: z.strictObject({ holidaysInARow }).optional(),
  }),
  /** The time the buyer has to grant after that: from the buyer's first message, but not from before the last day. */
  further: daySpanSchema.optional(),
  /** Where the parcel stands so that it isn't the seller who is late, or that something else is owed. */
  unless: z.array(z.enum(shipmentStatuses)).min(1).optional(),
});

/** By when a seller has to act, and what stands once that day is over. */
export type Overdue = z.output<typeof overdueSchema>;

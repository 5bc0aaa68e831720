import * as z from "zod";

/** The instants a deadline can run from. */
export const deadlineStarts = [
  "ticket.createdAt",
  "order.placedAt",
  "shipment.shippedAt",
  "shipment.promisedAt",
  "shipment.deliveredAt",
] as const;

const amountOfTime = z.number().int().positive();

/** How long a deadline runs: one unit of time. */
export const spanSchema = z
  .union([
    z.strictObject({ hours: amountOfTime }),
    z.strictObject({ days: amountOfTime }),
    z.strictObject({ businessDays: amountOfTime }),
    z.strictObject({ months: amountOfTime }),
    z.strictObject({ years: amountOfTime }),
  ])
  .meta({ description: "One unit of time: hours, days, businessDays, months or years.", example: { days: 14 } });

/** One unit of time, as policies and data packs write it. */
export type Span = z.output<typeof spanSchema>;

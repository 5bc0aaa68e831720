import * as z from "zod";
import { amountsOfTime } from "./amounts-of-time.js";

/** The instants a deadline can run from. */
export const deadlineStarts = [
  "ticket.createdAt",
  "order.placedAt",
  "shipment.shippedAt",
  "shipment.promisedAt",
  "shipment.deliveredAt",
] as const;

const ofDays = [
  z.strictObject({ days: amountsOfTime.days }),
  z.strictObject({ businessDays: amountsOfTime.businessDays }),
  z.strictObject({ months: amountsOfTime.months }),
  z.strictObject({ years: amountsOfTime.years }),
] as const;

/** How long a deadline runs that ends with a day: one unit of time, but not hours. */
export const daySpanSchema = z.union(ofDays);

/** How long a deadline runs: one unit of time. */
export const spanSchema = z
  .union([z.strictObject({ hours: amountsOfTime.hours }), ...ofDays])
  .meta({ description: "One unit of time: hours, days, businessDays, months or years.", example: { days: 14 } });

/** One unit of time, as policies and data packs write it. */
export type Span = z.output<typeof spanSchema>;

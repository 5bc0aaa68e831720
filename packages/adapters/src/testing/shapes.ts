import { shipmentStatuses } from "@amends/core/model";
import * as z from "zod";

const word = z.string().min(1);
const instant = z.iso.datetime({ offset: true });
const status = z.enum(shipmentStatuses);

/** A parcel's way as an adapter must give it. */
export const trackingShape = z.strictObject({
  trackingNumber: word,
  carrier: word,
  status,
  reason: z.string().nullable(),
  terminal: z.boolean(),
  notUnderstood: z.array(z.string()),
  events: z.array(
    z.strictObject({
      local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
      offset: z
        .string()
        .regex(/^(Z|[+-]\d{2}:\d{2})$/)
        .optional(),
      at: instant.optional(),
      zoneKnown: z.boolean(),
      status,
      reason: z.string().nullable(),
      code: z.string(),
      text: z.string(),
      place: z.string().optional(),
    }),
  ),
});

/** Exchange rates as an adapter must give them: how many units one unit of the base buys. */
export const ratesShape = z.looseObject({
  base: z.string().regex(/^[A-Z]{3}$/),
  date: z.iso.date(),
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^\d+(\.\d+)?$/)),
});

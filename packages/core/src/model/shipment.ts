import * as z from "zod";
import { count, field, required, text, word } from "./field.js";
import { instant, instantSchema } from "./instant.js";
import { money } from "./money.js";
import { deliveryProofs, shipmentStatuses, transportModes } from "./words.js";

const shipmentEventSchema = z
  .object({
    at: field(instantSchema, {
      description: "When it happened, where the carrier says the offset.",
      example: "2026-01-28T02:00:00Z",
      kind: "instant",
    }),
    local: text("When it happened by the clock there, where the carrier leaves out the offset.", "2026-01-28T10:00:00"),
    status: required(z.enum(shipmentStatuses), { description: "Where the parcel stood.", example: "in_transit" }),
    reason: text("Why, in the carrier's or our word.", "inspection"),
    place: text("Where it was.", "Los Angeles"),
  })
  .refine((event) => (event.at ?? "") !== "" || (event.local ?? "") !== "", { error: 'needs "at" or "local"' });

/** The parcel and its way. */
export const shipmentSchema = z.object({
  lane: text("From which country to which, such as CN-US.", "CN-US"),
  carrier: text("Who carries it.", "yunexpress"),
  service: text("Which of the carrier's services, in the carrier's word.", "priority_mail_express"),
  mode: word(transportModes, "How it travels.", "air"),
  weightGrams: count("What the parcel weighs.", 1500, "g"),
  declaredValue: money("The value that was declared to the carrier, for which it answers."),
  trackingNumber: text("Its tracking number.", "YT2601700000000001"),
  shippedAt: instant("When it left.", "2026-01-17T10:00:00Z"),
  promisedAt: instant("By when it was promised.", "2026-02-01T00:00:00Z"),
  importedAt: instant("When it was imported.", "2026-01-28T02:00:00Z"),
  deliveredAt: instant("When it was delivered.", "2026-02-01T12:00:00Z"),
  status: word(
    shipmentStatuses,
    "Where the carrier says that it stands, where its latest event says nothing or something else. Counts more than the events: leave it out where they are newer.",
    "in_transit",
  ),
  reason: text("Why it stands there, in the carrier's or our word; beside `status`.", "inspection"),
  proof: word(deliveryProofs, "What proves the delivery.", "scan"),
  laneAverageDays: field(z.number().positive(), {
    description: "How long parcels on this lane take on average.",
    example: 12,
    unit: "days",
  }),
  laneLossRate: field(z.number().min(0).max(1), {
    description: "The share of parcels that this lane loses.",
    example: 0.004,
    unit: "share",
  }),
  events: field(z.array(shipmentEventSchema), { description: "What the carrier reported.", example: [] }),
});

export type Shipment = z.infer<typeof shipmentSchema>;
export type ShipmentEvent = z.infer<typeof shipmentEventSchema>;

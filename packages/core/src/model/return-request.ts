import * as z from "zod";
import { count, field, flag, text, word } from "./field.js";
import { instant } from "./instant.js";
import { failureKinds, returnReasons } from "./words.js";

const returnItemSchema = z.object({
  sku: text("The stock keeping unit, as in the order.", "SKU-1"),
  quantity: count("How many come back.", 1, "pieces"),
  reason: word(returnReasons, "Why this one comes back, where that differs from the others.", "faulty"),
  opened: flag("Whether its seal was broken, or its download or stream begun.", false),
  used: flag("Whether it was worn, washed or used beyond trying it as in a shop.", false),
  complete: flag("Whether parts, tags and packaging are all there."),
});

/** What the buyer wants to send back, and how far that went. */
export const returnRequestSchema = z.object({
  reason: word(returnReasons, "Why the goods come back.", "change_of_mind"),
  failure: word(
    failureKinds,
    "How bad a fault is: a major one can't be mended in a reasonable time, or nobody would have bought it.",
    "major",
  ),
  requestedAt: instant("When the buyer declared it.", "2026-03-10T09:00:00Z"),
  discoveredAt: instant("When the buyer found the fault.", "2026-03-08T09:00:00Z"),
  approvedAt: instant("When the seller agreed to it.", "2026-03-11T09:00:00Z"),
  dispatchedAt: instant("When the buyer proved to have sent the goods back.", "2026-03-12T09:00:00Z"),
  receivedAt: instant("When the goods were back.", "2026-03-18T09:00:00Z"),
  refundedAt: instant("When the money went back.", "2026-03-19T09:00:00Z"),
  collectedBySeller: flag("Whether the seller offered to collect the goods.", false),
  items: field(z.array(returnItemSchema), { description: "Which items; without any, the whole order.", example: [] }),
});

export type ReturnRequest = z.infer<typeof returnRequestSchema>;
export type ReturnItem = z.infer<typeof returnItemSchema>;

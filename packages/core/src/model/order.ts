import * as z from "zod";
import { country } from "./country.js";
import { count, field, flag, text } from "./field.js";
import { instant } from "./instant.js";
import { money } from "./money.js";
import { itemTraits } from "./words.js";

const orderItemSchema = z.object({
  sku: text("The stock keeping unit.", "SKU-1"),
  title: text("What it is called in the listing.", "Wireless headphones"),
  category: text("Its category in the shop.", "electronics"),
  productLine: text("The product line that a specialist knows.", "audio"),
  quantity: count("How many were ordered.", 1, "pieces"),
  inStock: count("How many could be sent now.", 3, "pieces"),
  price: money("The price of one."),
  hsCode: text("Its tariff code.", "8518.30"),
  origin: country("The country it was made in.", "CN"),
  weightGrams: count("The weight of one.", 250, "g"),
  traits: field(z.array(z.enum(itemTraits)), {
    description: "What makes it hard to take back; an empty list where nothing does.",
    example: ["hygiene_sealed"],
  }),
});

/** What was bought. */
export const orderSchema = z.object({
  id: text("The order's id at the marketplace.", "O-1001"),
  total: money("What the customer paid in all."),
  placedAt: instant("When it was placed.", "2026-01-15T10:00:00Z"),
  shipTo: country("The country it goes to."),
  paymentMethod: text("How it was paid.", "card"),
  items: field(z.array(orderItemSchema), { description: "What is in it.", example: [] }),
  lastDeliveredAt: instant("When the last of its items was delivered, where they came apart.", "2026-02-04T12:00:00Z"),
  completedAt: instant("When the marketplace closed it as received.", "2026-02-10T12:00:00Z"),
  withdrawalInformed: flag("Whether the buyer was told, when the law wants it, of the right to withdraw and who pays the way back."),
  withdrawalInformedAt: instant("When the buyer was told of it later.", "2026-02-20T09:00:00Z"),
  returnTermsStated: flag("Whether the shop showed return terms before the order."),
  sellerTier: text("What the marketplace counts the seller as, where its rules differ by that.", "mall"),
});

export type Order = z.infer<typeof orderSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;

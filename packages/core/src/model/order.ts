import * as z from "zod";
import { country } from "./country.js";
import { count, field, text } from "./field.js";
import { instant } from "./instant.js";
import { money } from "./money.js";

const orderItemSchema = z.object({
  sku: text("The stock keeping unit.", "SKU-1"),
  title: text("What it is called in the listing.", "Wireless headphones"),
  category: text("Its category in the shop.", "electronics"),
  productLine: text("The product line that a specialist knows.", "audio"),
  quantity: count("How many were ordered.", 1, "pieces"),
  price: money("The price of one."),
  hsCode: text("Its tariff code.", "8518.30"),
  weightGrams: count("The weight of one.", 250, "g"),
});

/** What was bought. */
export const orderSchema = z.object({
  id: text("The order's id at the marketplace.", "O-1001"),
  total: money("What the customer paid in all."),
  placedAt: instant("When it was placed.", "2026-01-15T10:00:00Z"),
  shipTo: country("The country it goes to."),
  paymentMethod: text("How it was paid.", "card"),
  items: field(z.array(orderItemSchema), { description: "What is in it.", example: [] }),
});

export type Order = z.infer<typeof orderSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;

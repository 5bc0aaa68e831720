import * as z from "zod";
import { required } from "./field.js";

const currency = z.string().regex(/^[A-Z]{3}$/, { error: "is not a currency; expected an ISO 4217 code such as EUR" });

/** Exchange rates of one day: what one unit of the base buys of each currency, as decimal texts. */
export const exchangeRatesSchema = z.object({
  base: required(currency, { description: "The currency the rates are given in.", example: "USD", kind: "currency" }),
  date: required(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "is not a date; expected YYYY-MM-DD" }), {
    description: "The day the rates were published.",
    example: "2026-03-03",
    kind: "date",
  }),
  rates: z.record(
    currency,
    z.string().regex(/^\d{1,15}(\.\d{1,15})?$/, { error: 'is not a rate; expected a decimal text such as "0.92"' }),
  ),
});

export type ExchangeRates = z.infer<typeof exchangeRatesSchema>;

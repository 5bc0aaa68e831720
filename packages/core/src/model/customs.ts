import * as z from "zod";
import { text, word } from "./field.js";
import { instant } from "./instant.js";
import { money } from "./money.js";
import { deliveryTerms, importChannels, importParties } from "./words.js";

/** How the goods were imported, who pays for that, and what was asked for it. */
export const customsSchema = z.object({
  channel: word(importChannels, "Whether the post or a courier brought them to customs.", "courier"),
  scheme: text("Under which scheme the sale was taxed, such as `ioss` or `remessa_conforme`; `none` where under none.", "ioss"),
  terms: word(deliveryTerms, "Who pays duty and tax by the terms of the sale: `ddp` the seller, `dap` the buyer.", "ddp"),
  importer: word(importParties, "In whose name they were declared.", "buyer"),
  paidBy: word(importParties, "Who paid what customs asked for.", "buyer"),
  freight: money("What the way cost, as far as it counts for customs.", { amount: "12.00", currency: "USD" }),
  insurance: money("What its insurance cost; left out where there is none.", { amount: "1.00", currency: "USD" }),
  handling: money("What the carrier charges for clearing them.", { amount: "8.00", currency: "EUR" }),
  demanded: money("What the buyer was asked to pay on delivery.", { amount: "21.40", currency: "EUR" }),
  dutyPaid: money("The duty that was paid.", { amount: "6.00", currency: "EUR" }),
  taxPaid: money("The import tax that was paid.", { amount: "15.40", currency: "EUR" }),
  exportedAt: instant("When they left the country again.", "2026-03-20T09:00:00Z"),
  destroyedAt: instant("When they were destroyed.", "2026-03-20T09:00:00Z"),
});

export type Customs = z.infer<typeof customsSchema>;

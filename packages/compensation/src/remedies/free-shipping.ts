import * as z from "zod";
import { defineRemedy } from "./remedy-definition.js";

/** Free shipping of the next orders; what that costs their parcels will tell. */
export const freeShipping = defineRemedy({
  kind: "free_shipping",
  gives: z.strictObject({ orders: z.number().int().positive().meta({ description: "For how many orders.", example: 1, unit: "orders" }) }),
  needs: [],
  tellingKey: "remedy.free_shipping",
  cost: () => ({ later: true, because: "it costs when it is used, and as much as the parcel takes" }),
  undo: { action: "revoke_free_shipping", until: "order_placed" },
});

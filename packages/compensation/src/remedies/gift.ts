import * as z from "zod";
import { defineRemedy } from "./remedy-definition.js";

/** A gift. Its price isn't in the case. */
export const gift = defineRemedy({
  kind: "gift",
  gives: z.strictObject({ gift: z.string().min(1).meta({ description: "Which gift.", example: "small" }) }),
  needs: [],
  tellingKey: "remedy.gift",
  cost: () => ({ later: true, because: "the case doesn't say what the gift costs" }),
  requires: ["stock"],
  undo: { action: "cancel_shipment", until: "handed_to_carrier" },
});

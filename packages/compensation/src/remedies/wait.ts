import * as z from "zod";
import { freeOfCharge } from "./free-of-charge.js";
import { defineRemedy } from "./remedy-definition.js";

/** Waiting on, with a coupon for the patience: nothing is paid now, the coupon costs when it is used. */
export const wait = defineRemedy({
  kind: "wait",
  gives: z.strictObject({
    couponPercent: z
      .number()
      .positive()
      .max(100)
      .optional()
      .meta({ description: "A coupon for the patience.", example: 20, unit: "percent" }),
  }),
  needs: [],
  tellingKey: "remedy.wait",
  cost: (_gives, basis) => freeOfCharge(basis),
});

import * as z from "zod";
import { couponExpectation } from "./coupon-expectation.js";
import { defineRemedy } from "./remedy-definition.js";

/** A coupon. It costs when it is used, and as much as is bought with it. */
export const coupon = defineRemedy({
  kind: "coupon",
  gives: z.strictObject({
    couponPercent: z.number().positive().max(100).meta({ description: "Off the next purchase.", example: 10, unit: "percent" }),
  }),
  needs: [],
  tellingKey: "remedy.coupon",
  cost: () => ({ later: true, because: "it costs when it is used, and as much as is bought with it" }),
  expected: ({ couponPercent }, basis) => couponExpectation(couponPercent, basis),
  undo: { action: "revoke_coupon", until: "coupon_used" },
});

import * as z from "zod";
import { couponExpectation } from "./coupon-expectation.js";
import { freeOfCharge } from "./free-of-charge.js";
import { defineRemedy } from "./remedy-definition.js";

/** Waiting on, with a coupon for the patience, or while the carrier is asked: nothing is paid now, a coupon costs when it is used. */
export const wait = defineRemedy({
  kind: "wait",
  gives: z.strictObject({
    couponPercent: z
      .number()
      .positive()
      .max(100)
      .optional()
      .meta({ description: "A coupon for the patience.", example: 20, unit: "percent" }),
    investigationDays: z
      .number()
      .int()
      .positive()
      .optional()
      .meta({ description: "How long the carrier is asked at most.", example: 5, unit: "days" }),
  }),
  needs: [],
  goodwill: ["couponPercent"],
  tellingKey: "remedy.wait",
  cost: (_gives, basis) => freeOfCharge(basis),
  expected: ({ couponPercent }, basis) => (couponPercent === undefined ? freeOfCharge(basis) : couponExpectation(couponPercent, basis)),
  undo: { action: "revoke_coupon", until: "coupon_used" },
  settles: true,
});

import type { RemedyKind } from "@amends/core/model";
import { apology } from "./apology.js";
import { coupon } from "./coupon.js";
import { freeShipping } from "./free-shipping.js";
import { fullRefund } from "./full-refund.js";
import { gift } from "./gift.js";
import { partialRefund } from "./partial-refund.js";
import { points } from "./points.js";
import type { RemedyDefinition } from "./remedy-definition.js";
import { reship } from "./reship.js";
import { returnAndRefund } from "./return-and-refund.js";
import { wait } from "./wait.js";

/** Every remedy by its word. */
export const remedyCatalogue: { readonly [Kind in RemedyKind]: RemedyDefinition } = {
  apology,
  points,
  coupon,
  free_shipping: freeShipping,
  partial_refund: partialRefund,
  reship,
  return_and_refund: returnAndRefund,
  full_refund: fullRefund,
  gift,
  wait,
};

import { InvalidPolicyError } from "@amends/core/errors";
import type { RemedyKind } from "@amends/core/model";
import { apology } from "./apology.js";
import { checkedRemedy } from "./checked-remedy.js";
import { coupon } from "./coupon.js";
import { freeShipping } from "./free-shipping.js";
import { fullRefund } from "./full-refund.js";
import { gift } from "./gift.js";
import { partialRefund } from "./partial-refund.js";
import { points } from "./points.js";
import { listFindings } from "./remedy-findings.js";
import type { RemedyDefinition } from "./remedy-definition.js";
import { reship } from "./reship.js";
import { returnAndRefund } from "./return-and-refund.js";
import { wait } from "./wait.js";

/** Remedies by their word: the standard ones, and a host's own beside them. */
export type RemedyCatalogue = { readonly [Kind in RemedyKind]: RemedyDefinition };

/** Every remedy by its word. */
export const remedyCatalogue: RemedyCatalogue = {
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

/**
 * The standard remedies with a host's own beside them; one of the same word stands in the standard one's place.
 *
 * @throws {InvalidPolicyError} where a value is no remedy, or two have one word.
 */
export function catalogueWith(own: readonly RemedyDefinition[]): RemedyCatalogue {
  const findings = listFindings(own);
  if (findings.length > 0) throw new InvalidPolicyError(findings, "The remedies can't be used:");
  return {
    ...remedyCatalogue,
    ...Object.fromEntries(own.map((remedy, index) => [remedy.kind, checkedRemedy(remedy, index)])),
  };
}

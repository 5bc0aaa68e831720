import { InvalidPolicyError, type Finding } from "@amends/core/errors";
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
 * @throws {InvalidPolicyError} where a value is no remedy.
 */
export function catalogueWith(own: readonly RemedyDefinition[]): RemedyCatalogue {
  const findings = own.flatMap((remedy, index) => remedyFindings(remedy, `remedies[${index}]`));
  if (findings.length > 0) throw new InvalidPolicyError(findings);
  return { ...remedyCatalogue, ...Object.fromEntries(own.map((remedy) => [remedy.kind, remedy])) };
}

function remedyFindings(remedy: Partial<RemedyDefinition> | null | undefined, path: string): Finding[] {
  const finding = (part: string, expected: string): Finding => ({
    code: "remedy_invalid",
    message: "this is no remedy",
    path: `${path}.${part}`,
    expected,
    fix: "make it with defineRemedy",
  });
  if (typeof remedy?.kind !== "string" || !/^[a-z][a-z0-9_]*$/.test(remedy.kind)) return [finding("kind", "lower-case words joined by _")];
  if (typeof remedy.gives?.safeParse !== "function") return [finding("gives", "a schema of what it gives")];
  return (["cost", "expected", "limit", "amounts"] as const)
    .filter((name) => typeof remedy[name] !== "function")
    .map((name) => finding(name, "a function"));
}

import { requireObject } from "@amends/core/errors";
import { booleanFact, textFact, wordFact, type FactCatalogue } from "@amends/core/facts";
import type { CaseFile } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { explainPaymentFailure } from "./explain-payment-failure.js";
import { failureActors, failureCategories, retryAdvices } from "./failure-words.js";
import type { PaymentFailure } from "./payment-failure.js";

/**
 * What policies can read of a case's failed payment, explained by the standard facts and the host's: `payment.reason`, `.category`,
 * `.actor`, `.retry`, `.buyerTemplate` and `.confidential`. A case without a failed payment has none of them; one whose code nobody
 * described has the reason `unknown` and the retry `unknown`.
 *
 * @example
 * import { paymentFailureFacts } from "@amends/compensation/payment-failure";
 * Object.keys(paymentFailureFacts()); // => ["payment.reason", "payment.category", "payment.actor", "payment.retry", "payment.buyerTemplate", "payment.confidential"]
 */
export function paymentFailureFacts(context: Pick<Partial<Context>, "packs" | "zones"> = {}) {
  requireObject(context, "context");
  const derive =
    <Value>(read: (failure: PaymentFailure) => Value | null) =>
    ({ payment }: CaseFile, { now }: { now: number }): Value | undefined =>
      payment?.failureCode || payment?.gateway ? (read(explainPaymentFailure(payment, { ...context, now })) ?? undefined) : undefined;
  return {
    "payment.reason": textFact({
      description: "Why the payment failed; unknown where no fact describes the code.",
      example: "insufficient_funds",
      derive: derive(({ reason }) => reason),
    }),
    "payment.category": wordFact(failureCategories, {
      description: "What kind of trouble the failed payment is.",
      example: "funds",
      derive: derive(({ category }) => category),
    }),
    "payment.actor": wordFact(failureActors, {
      description: "Who can do something about the failed payment.",
      example: "buyer",
      derive: derive(({ actor }) => actor),
    }),
    "payment.retry": wordFact(retryAdvices, {
      description: "Whether trying the payment again helps.",
      example: "after_change",
      derive: derive(({ retry }) => retry.helps),
    }),
    "payment.buyerTemplate": textFact({
      description: "The key of the template that tells the buyer about the failed payment.",
      example: "payment_not_covered",
      derive: derive(({ buyer }) => buyer.template),
    }),
    "payment.confidential": booleanFact({
      description: "Whether the buyer must not learn why the payment failed.",
      example: false,
      derive: derive(({ confidential }) => confidential),
    }),
  } satisfies FactCatalogue;
}

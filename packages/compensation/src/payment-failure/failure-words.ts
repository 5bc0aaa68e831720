/** What kind of trouble a failed payment is. */
export const failureCategories = [
  "authentication",
  "cancelled",
  "card_details",
  "configuration",
  "expired",
  "funds",
  "issuer_decline",
  "limits",
  "method_unavailable",
  "not_permitted",
  "security",
  "technical",
] as const;

/** One of {@link failureCategories}. */
export type FailureCategory = (typeof failureCategories)[number];

/** Who can do something about it. The issuer is the buyer's bank or wallet. */
export const failureActors = ["buyer", "issuer", "seller", "gateway"] as const;

/** One of {@link failureActors}. */
export type FailureActor = (typeof failureActors)[number];

/** Whether trying again helps: as it is, later, once something changed, only with another method, or not at all known. */
export const retryAdvices = ["now", "later", "after_change", "other_method", "unknown"] as const;

/** One of {@link retryAdvices}. */
export type RetryAdvice = (typeof retryAdvices)[number];

export { explainPaymentFailure } from "./explain-payment-failure.js";
export {
  failureActors,
  failureCategories,
  retryAdvices,
  type FailureActor,
  type FailureCategory,
  type RetryAdvice,
} from "./failure-words.js";
export type { PaymentFailure, PaymentRetry } from "./payment-failure.js";
export { paymentFailureFacts } from "./payment-failure-facts.js";

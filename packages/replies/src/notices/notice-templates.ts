import { noticeKinds } from "@amends/core/model";

/** The words of a refund's stages, of one part of it, and of what a bank's or provider's delay means. */
export const refundTemplates = [
  "refund_approved",
  "refund_sent",
  "refund_arrives",
  "refund_trace",
  "refund_failed",
  "refund_part",
  "refund_delay_card",
  "refund_delay_bank",
  "refund_delay_wallet",
  "refund_delay_paypal_card",
  "refund_delay_own",
] as const;

/** The words of a payment that failed: who can do something about it, and what. */
export const paymentTemplates = [
  "payment_approve_again",
  "payment_ask_bank",
  "payment_ask_provider",
  "payment_cancelled",
  "payment_card_expired",
  "payment_check_billing_address",
  "payment_check_details",
  "payment_confirm_with_bank",
  "payment_currency_not_accepted",
  "payment_declined",
  "payment_made_already",
  "payment_method_not_accepted",
  "payment_not_confirmed",
  "payment_not_covered",
  "payment_our_side",
  "payment_over_limit",
  "payment_pin_not_confirmed",
  "payment_stopped",
  "payment_technical",
  "payment_timed_out",
  "payment_too_many_attempts",
  "payment_too_often",
  "payment_try_later",
  "payment_unlock_card",
] as const;

/** The keys of all standard notices: one for each kind, and those for refunds and for payments that failed. */
export const noticeTemplates = [...noticeKinds, ...refundTemplates, ...paymentTemplates] as const;

/** A key that a host may give words of its own, beside the standard ones. */
export const ownNoticeTemplate = /^(refund|payment)_[a-z0-9_]{1,50}$/;

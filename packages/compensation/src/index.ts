export { remedyKey } from "./offer/remedy-key.js";
export type { RemedyPolicySet } from "./offer/remedy-policy-set.js";
export { proposeRemedies } from "./offer/propose-remedies.js";
export { planRefund } from "./refund/plan-refund.js";
export type { RefundConversion } from "./refund/refund-conversion.js";
export type { LostWish, MeansOfPayment } from "./refund/refund-means.js";
export type { NoticeValues, RefundNotice } from "./refund/refund-notices.js";
export type { RefundPayment, ReturnOrder, ReturnOrderRule } from "./refund/refund-payment.js";
export type {
  DifferenceBearer,
  PaymentRefund,
  RefundArrival,
  RefundDelay,
  RefundPlan,
  RefundRequest,
  RefundStage,
} from "./refund/refund-plan.js";
export { remedyCatalogue, type RemedyCatalogue } from "./remedies/remedy-catalogue.js";
export {
  defineRemedy,
  remedyRequirements,
  type CostBasis,
  type KnownAmount,
  type RemedyCost,
  type RemedyDefinition,
  type RemedyParts,
  type RemedyRequirement,
  type RemedyUndo,
} from "./remedies/remedy-definition.js";

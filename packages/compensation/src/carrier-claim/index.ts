export { assessCarrierClaim, type CarrierClaimAssessment, type CarrierClaimQuestion, type Reminder } from "./assess-carrier-claim.js";
export { carrierClaimDeadlines } from "./carrier-claim-deadlines.js";
export { carrierPackReader, type CarrierFact, type CarrierFactValue, type ClaimPeriod, type LiabilityLimit } from "./carrier-fact.js";
export type { CarrierLiability } from "./carrier-liability.js";
export { carrierReceivable, type CarrierReceivable } from "./carrier-receivable.js";
export type { CountedPeriod } from "./claim-period.js";
export {
  carrierClaimMoves,
  moveCarrierClaim,
  openCarrierClaim,
  payAhead,
  type CarrierClaimMove,
  type ClaimPayment,
  type OpenedCarrierClaim,
} from "./move-carrier-claim.js";

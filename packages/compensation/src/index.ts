export { remedyKey } from "./offer/remedy-key.js";
export type { RemedyPolicySet } from "./offer/decide-remedies.js";
export { proposeRemedies } from "./offer/propose-remedies.js";
export { planRefund } from "./refund/plan-refund.js";
export type { DifferenceBearer, RefundArrival, RefundPlan, RefundRequest, RefundStage } from "./refund/refund-plan.js";
export { remedyCatalogue } from "./remedies/remedy-catalogue.js";
export type { CostBasis, KnownAmount, RemedyCost, RemedyDefinition } from "./remedies/remedy-definition.js";

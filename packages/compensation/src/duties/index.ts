export { calculateDuty } from "./calculate-duty.js";
export type { BuyerDemand, DutyAmount, DutyCalculation, DutyGround, DutyLine, DutyPart } from "./duty-calculation.js";
export type { ImportedGoods, ImportRequest } from "./import-request.js";
export type { DutyRefund, DutyRefundRoute } from "./duty-refund.js";
export { dutyRefundEvents, type DutyRefundEvent } from "./refund-fact.js";
export { refundOfDuty, type DutyRefundRequest } from "./refund-of-duty.js";

export { assignBatch, type BatchOptions } from "./batch/assign-batch.js";
export type { BatchAssignment, BatchCost, BatchTicket, BatchTotals, LostAgent } from "./batch/batch-assignment.js";
export type { BatchCriterion } from "./batch/batch-criterion.js";
export type { BatchEmphasis } from "./batch/batch-weights.js";
export { routeTicket } from "./route-ticket.js";
export { agentsNeeded, type StaffingTarget } from "./staffing/agents-needed.js";
export { erlangA, type ImpatientCallLoad, type ImpatientWaitingTimes } from "./staffing/erlang-a.js";
export { erlangC, type CallLoad, type WaitingTimes } from "./staffing/erlang-c.js";
export { expectedWait, type ExpectedWait, type QueuePosition } from "./staffing/expected-wait.js";
export { forecastArrivals, type ArrivalForecast, type ArrivalHistory, type ArrivalPeak } from "./staffing/forecast-arrivals.js";
export {
  staffingPlan,
  type CoverageGap,
  type StaffingHour,
  type StaffingPlan,
  type StaffingPlanRequest,
} from "./staffing/staffing-plan.js";
export { surgeState, type SurgeOutlook, type SurgeState } from "./staffing/surge-state.js";

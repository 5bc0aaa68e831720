export { disputeDeadlines } from "./dispute-deadlines.js";
export type { ChecklistItem } from "./dispute-checklist.js";
export {
  disputePackReader,
  silenceOutcomes,
  type DisputeDeadline,
  type DisputeDocuments,
  type DisputeFact,
  type DisputeFactValue,
} from "./dispute-fact.js";
export { disputeMoves, moveDispute, openDispute, type DisputeMove, type OpenedDispute } from "./move-dispute.js";
export { nextDisputeStep, type CostOfSilence, type DisputeStep, type NextDisputeStep } from "./next-dispute-step.js";

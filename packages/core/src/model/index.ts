export type { Agent } from "./agent.js";
export type { AnsweredQuestion } from "./answered-question.js";
export type { Assignment, AssignmentCandidate, AssignmentTarget, ExcludedAgent } from "./assignment.js";
export type { Attachment } from "./attachment.js";
export type { AuditRecord } from "./audit-record.js";
export type { BotAttempt } from "./bot-attempt.js";
export {
  caseFileSchema,
  caseInputSchema,
  stageKeys,
  stageOutputs,
  type CaseFile,
  type CaseInput,
  type StageKey,
} from "./case-file.js";
export { carrierClaimRecordSchema, type CarrierClaimRecord } from "./carrier-claim-record.js";
export type { Claim } from "./claim.js";
export type { Classification, EvidenceSpan, Extracted } from "./classification.js";
export type { Customer } from "./customer.js";
export type { Customs } from "./customs.js";
export { disputeSchema, type Dispute } from "./dispute.js";
export type { ExchangeRates } from "./exchange-rates.js";
export type { FollowUp } from "./follow-up.js";
export type { Happening } from "./happening.js";
export type { History } from "./history.js";
export { isoCountry } from "./iso-country.js";
export type { Language } from "./language.js";
export type { LaneStatistics } from "./lane-statistics.js";
export type { Message } from "./message.js";
export type { Money } from "./money.js";
export type { Notice } from "./notice.js";
export type { Order, OrderItem } from "./order.js";
export type { OutboundMessage } from "./outbound-message.js";
export { parseCaseFile, type ExtraWords, type ParseCaseOptions } from "./parse-case-file.js";
export type { Payment } from "./payment.js";
export type { Budget, Payout } from "./payout.js";
export type { Peers } from "./peers.js";
export type { PolicyReference, Undecided } from "./provenance.js";
export type { BindingDate, CarrierClaim, ExcludedRemedy, Remedies, RemedyChoice } from "./remedies.js";
export type { Queue } from "./queue.js";
export type { Reply } from "./reply.js";
export type { ReturnItem, ReturnRequest } from "./return-request.js";
export type { Risk, RiskReason } from "./risk.js";
export type { Shipment, ShipmentEvent } from "./shipment.js";
export { clockKinds, clockStates, type ClockKind, type ClockState, type SlaStatus, type SlaTarget } from "./sla-status.js";
export type { Ticket } from "./ticket.js";
export {
  agentStatuses,
  carrierClaimOutcomes,
  carrierClaimReasons,
  carrierClaimStates,
  caseEventKinds,
  channels,
  complexities,
  deliveryProofs,
  disputeOutcomes,
  deliveryTerms,
  disputeReasons,
  disputeStates,
  documentKinds,
  evidenceKinds,
  failureKinds,
  flowSteps,
  handlers,
  highPriorityReasons,
  importChannels,
  importParties,
  issueTypes,
  itemTraits,
  messageAuthors,
  noticeKinds,
  queueStates,
  remedyKinds,
  transportModes,
  replyParts,
  returnReasons,
  riskBands,
  saleStages,
  sentiments,
  shipmentStatuses,
  signals,
  supportTiers,
  ticketStatuses,
  tones,
  urgencies,
  type AgentStatus,
  type CaseEventKind,
  type Channel,
  type Complexity,
  type DeliveryProof,
  type EvidenceKind,
  type FailureKind,
  type Handler,
  type HighPriorityReason,
  type IssueType,
  type ItemTrait,
  type MessageAuthor,
  type NoticeKind,
  type RemedyKind,
  type ReplyPart,
  type ReturnReason,
  type RiskBand,
  type SaleStage,
  type Sentiment,
  type ShipmentStatus,
  type Signal,
  type SupportTier,
  type TicketStatus,
  type Tone,
  type Urgency,
  type CarrierClaimOutcome,
  type CarrierClaimReason,
  type CarrierClaimState,
  type DisputeOutcome,
  type DisputeReason,
  type DisputeState,
  type DocumentKind,
  type TransportMode,
} from "./words.js";

export type {
  CarrierAdapter,
  CarrierEvent,
  CarrierUnknownEvent,
  Tracking,
  TrackingEvent,
  TrackingStoppedEvent,
  TrackingUpdatedEvent,
} from "./carrier.js";
export type { CaseClaim, CaseQueue, ClaimOptions, ClaimOutcome } from "./case-queue.js";
export { fixedClock, systemClock, type Clock } from "./clock.js";
export type { AutomaticKind, EmailAttachment, EmailMessage, EmailRelay } from "./email.js";
export { countingIds, type IdSource } from "./id-source.js";
export type { KnowledgeArticle, KnowledgeSource } from "./knowledge-source.js";
export type {
  InboundMessage,
  MarketplaceAccountDeletedEvent,
  MarketplaceAdapter,
  MarketplaceCapabilities,
  MarketplaceEvent,
  MarketplaceMessageEvent,
  MarketplaceOrderEvent,
  MarketplaceUnknownEvent,
} from "./marketplace.js";
export type {
  LeaseOutcome,
  LeaseRequest,
  PayoutEntry,
  PayoutLease,
  PayoutLedger,
  PayoutStatus,
  PayoutTaken,
  StepDirection,
  StepRecord,
  StepStatus,
} from "./payout-ledger.js";
export type { PayoutApproval, PayoutPlan, PayoutReason, PayoutStep } from "./payout-plan.js";
export type { RateSource } from "./rate-source.js";
export type { ReturnLabel, ReturnLabelProvider, ReturnLabelRequest } from "./return-label.js";
export type { TicketStore } from "./ticket-store.js";
export type { TimerService } from "./timer-service.js";
export type { Translator } from "./translator.js";

/** The channels a message can come through. */
export const channels = ["email", "live_chat", "phone", "social", "marketplace_message", "form", "video", "forum"] as const;

/** Where a ticket stands. */
export const ticketStatuses = ["open", "in_progress", "waiting_customer", "done"] as const;

/** How busy the service is. */
export const queueStates = ["normal", "busy", "surge"] as const;

/** Steps of handling a case that can wait while the service is in a surge. */
export const flowSteps = ["callback", "translation_review", "satisfaction_survey", "personal_offer", "progress_updates"] as const;

/** Who wrote a message. */
export const messageAuthors = ["customer", "agent", "bot", "system"] as const;

/** What can happen to a case without a message. */
export const caseEventKinds = ["order_paid", "order_shipped", "tracking_updated", "payment_failed", "case_resolved", "timer_due"] as const;

/** The stage of the sale a message belongs to. */
export const saleStages = ["pre_sales", "after_sales", "complaint", "return_exchange"] as const;

/** What the buyer mainly wants. */
export const issueTypes = [
  "product_inquiry",
  "promotion",
  "order_change",
  "payment_failure",
  "invoice",
  "account",
  "logistics_tracking",
  "logistics_delay",
  "logistics_not_received",
  "logistics_damaged",
  "customs_clearance",
  "duties_and_taxes",
  "address_error",
  "wrong_or_missing_item",
  "not_as_described",
  "quality_defect",
  "return_exchange",
  "refund_status",
  "service_complaint",
  "software_usage",
  "other",
] as const;

/** How the buyer feels. */
export const sentiments = ["angry", "disappointed", "negative", "neutral", "positive"] as const;

/** How soon the case wants somebody. */
export const urgencies = ["urgent", "high", "normal", "low"] as const;

/** How much it takes to answer. */
export const complexities = ["simple", "medium", "complex"] as const;

/** Why a case goes before others. `high_risk` raises the priority of the assignment, not of the classification. */
export const highPriorityReasons = ["vip", "large_order", "complaint", "return"] as const;

/** What else the text announces. */
export const signals = [
  "review_threat",
  "chargeback_threat",
  "legal_threat",
  "abuse",
  "deadline_named",
  "promise_asked",
  "latent_complaint",
  "latent_return",
] as const;

/** The bands of the claim-risk score. */
export const riskBands = ["low", "review", "high"] as const;

/** What can prove a claim. */
export const evidenceKinds = [
  "photo",
  "unboxing_video",
  "proof_of_delivery",
  "carrier_statement",
  "police_report",
  "affidavit",
  "return_inspection",
  "payment_proof",
] as const;

/** Support tiers: L1 bot and FAQ, L2 specialist, L3 expert. */
export const supportTiers = ["L1", "L2", "L3"] as const;

/** Who answers. */
export const handlers = ["bot", "human"] as const;

/** What can be offered to a buyer. */
export const remedyKinds = [
  "apology",
  "points",
  "coupon",
  "free_shipping",
  "partial_refund",
  "reship",
  "return_and_refund",
  "full_refund",
  "gift",
  "wait",
] as const;

/** What a reply is made of. */
export const replyParts = [
  "apology",
  "explanation",
  "lane_average_transit",
  "current_node",
  "shipment_timeline",
  "choices",
  "promise",
  "next_step",
  "closing",
] as const;

/** How a reply sounds. */
export const tones = [
  "apologise_directly",
  "explain_more",
  "care_for_relationship",
  "soothe_first",
  "rebuild_trust",
  "formal",
  "warm",
  "concise",
] as const;

/** What a customer is told without having asked. */
export const noticeKinds = [
  "order_paid",
  "order_shipped",
  "in_customs",
  "out_for_delivery",
  "delivered",
  "delay",
  "customs_hold",
  "address_error",
  "payment_failed",
  "lost",
  "off_hours",
] as const;

/** Where a parcel stands, in words all carriers share. */
export const shipmentStatuses = [
  "unknown",
  "info_received",
  "picked_up",
  "in_transit",
  "customs",
  "out_for_delivery",
  "ready_for_pickup",
  "delivered",
  "attempt_failed",
  "held",
  "delayed",
  "returning",
  "returned",
  "lost",
  "damaged",
  "destroyed",
  "cancelled",
  "stale",
] as const;

/** What proves a delivery. */
export const deliveryProofs = ["none", "scan", "signature", "photo"] as const;

/** Why goods come back. */
export const returnReasons = ["change_of_mind", "faulty", "not_as_described", "wrong_item", "damaged_in_transit"] as const;

/** How a parcel travels. Post is carriage under the postal conventions, whatever the vehicle. */
export const transportModes = ["air", "sea", "road", "rail", "post"] as const;

/** Through whose hands a parcel reaches customs. */
export const importChannels = ["courier", "postal"] as const;

/** Who pays duty and tax by the terms of a sale: the seller (delivered duty paid) or the buyer (delivered at place). */
export const deliveryTerms = ["ddp", "dap"] as const;

/** Who can import, or pay for it. */
export const importParties = ["buyer", "seller", "carrier"] as const;

/** What a buyer says in a dispute. */
export const disputeReasons = ["not_received", "not_as_described", "return_not_refunded", "unauthorized", "duplicate", "other"] as const;

/**
 * Where a dispute stands: the buyer asked the seller, the seller answered, the venue was asked to decide, wants information, has the
 * evidence, decided for the seller or against, looks again, is done.
 */
export const disputeStates = [
  "requested",
  "answered",
  "escalated",
  "info_requested",
  "evidence_submitted",
  "won",
  "lost",
  "appealed",
  "closed",
] as const;

/** How a dispute ended: the buyer's money went back, the two agreed, the buyer let it go, or the seller keeps the money. */
export const disputeOutcomes = ["refunded", "settled", "withdrawn", "kept"] as const;

/** What a carrier is held liable for. */
export const carrierClaimReasons = ["lost", "delayed", "damaged"] as const;

/** Where a claim with a carrier stands. */
export const carrierClaimStates = [
  "draft",
  "filed",
  "acknowledged",
  "info_requested",
  "approved",
  "paid",
  "rejected",
  "appealed",
  "closed",
] as const;

/** How a claim with a carrier ended. */
export const carrierClaimOutcomes = ["recovered", "written_off", "withdrawn"] as const;

/** What a claim or a dispute is backed with: what can prove a claim, and the papers of the sale. */
export const documentKinds = [
  ...evidenceKinds,
  "tracking",
  "signature",
  "invoice",
  "value_proof",
  "packaging_photo",
  "not_received_statement",
  "correspondence",
  "listing",
  "return_terms",
  "refund_record",
  "authorization_proof",
] as const;

/** How bad a fault is. */
export const failureKinds = ["minor", "major"] as const;

/** What makes an item hard to take back. */
export const itemTraits = [
  "perishable",
  "custom_made",
  "hygiene_sealed",
  "sealed_media",
  "digital",
  "periodical",
  "mixed_inseparably",
  "price_fluctuating",
] as const;

/** How an agent can be reached now. */
export const agentStatuses = ["available", "away", "offline"] as const;

export type Channel = (typeof channels)[number];
export type TicketStatus = (typeof ticketStatuses)[number];
export type MessageAuthor = (typeof messageAuthors)[number];
export type CaseEventKind = (typeof caseEventKinds)[number];
export type SaleStage = (typeof saleStages)[number];
export type IssueType = (typeof issueTypes)[number];
export type Sentiment = (typeof sentiments)[number];
export type Urgency = (typeof urgencies)[number];
export type Complexity = (typeof complexities)[number];
export type HighPriorityReason = (typeof highPriorityReasons)[number];
export type Signal = (typeof signals)[number];
export type RiskBand = (typeof riskBands)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
export type SupportTier = (typeof supportTiers)[number];
export type Handler = (typeof handlers)[number];
export type RemedyKind = (typeof remedyKinds)[number];
export type ReplyPart = (typeof replyParts)[number];
export type Tone = (typeof tones)[number];
export type NoticeKind = (typeof noticeKinds)[number];
export type ShipmentStatus = (typeof shipmentStatuses)[number];
export type DeliveryProof = (typeof deliveryProofs)[number];
export type ReturnReason = (typeof returnReasons)[number];
export type TransportMode = (typeof transportModes)[number];
export type DisputeReason = (typeof disputeReasons)[number];
export type DisputeState = (typeof disputeStates)[number];
export type DisputeOutcome = (typeof disputeOutcomes)[number];
export type CarrierClaimReason = (typeof carrierClaimReasons)[number];
export type CarrierClaimState = (typeof carrierClaimStates)[number];
export type CarrierClaimOutcome = (typeof carrierClaimOutcomes)[number];
export type DocumentKind = (typeof documentKinds)[number];
export type FailureKind = (typeof failureKinds)[number];
export type ItemTrait = (typeof itemTraits)[number];
export type AgentStatus = (typeof agentStatuses)[number];

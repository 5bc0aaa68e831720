/** The channels a message can come through. */
export const channels = ["email", "live_chat", "phone", "social", "marketplace_message", "form", "video", "forum"] as const;

/** Where a ticket stands. */
export const ticketStatuses = ["open", "in_progress", "waiting_customer", "done"] as const;

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
export type AgentStatus = (typeof agentStatuses)[number];

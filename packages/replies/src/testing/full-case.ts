import type { CaseFile, IssueType } from "@amends/core/model";

const provenance = { policies: [], rules: [], missing: [] };

/** A parcel from China to Los Angeles, 45 days on its way where the lane takes 12. */
export const lateShipment = {
  lane: "CN-US",
  carrier: "yunexpress",
  trackingNumber: "YT2601700000000001",
  shippedAt: "2026-01-17T10:00:00Z",
  deliveredAt: null,
  laneAverageDays: 12,
  events: [
    { at: "2026-01-17T10:00:00Z", status: "picked_up" },
    { at: "2026-01-27T08:00:00Z", status: "in_transit", place: "Los Angeles" },
    { at: "2026-01-28T02:00:00Z", status: "customs", reason: "inspection" },
  ],
} satisfies CaseFile["shipment"];

/** Three choices with money, a coupon and a priority parcel; a discount and a gift whichever is chosen. */
export const offer = {
  tier: 2,
  choices: [
    { remedy: "wait", gives: { couponPercent: 20 }, cost: { amount: "0.00", currency: "USD" }, idempotencyKey: "a" },
    { remedy: "reship", gives: { priority: true }, cost: { amount: "89.90", currency: "USD" }, idempotencyKey: "b" },
    { remedy: "full_refund", gives: { refundPercent: 100 }, cost: { amount: "89.90", currency: "USD" }, idempotencyKey: "c" },
  ],
  alwaysAdd: { nextPurchaseDiscountPercent: 20, gift: "small" },
  beyondExpectation: null,
  returnRequired: false,
  advancePayout: false,
  carrierClaim: null,
  cost: null,
  excluded: [],
  deadlines: [],
  approval: null,
  idempotencyKey: "o",
  plays: [],
  ...provenance,
} satisfies CaseFile["remedies"];

/** What a message was classified as. */
export function classified(issueType: IssueType, more: Partial<Extract<CaseFile["classification"], { sentiment: unknown }>> = {}) {
  return {
    stage: "complaint",
    issueType,
    sentiment: "angry",
    intensity: 0.9,
    urgency: "high",
    complexity: "complex",
    isComplaint: true,
    highPriority: true,
    highPriorityReasons: ["complaint"],
    signals: [],
    extracted: { orderIds: [], trackingNumbers: [], amounts: [], dates: [] },
    evidence: [],
    alternatives: [],
    margin: 3,
    ...provenance,
    ...more,
  } satisfies CaseFile["classification"];
}

/** A case with a value for everything a reply can say. */
export function fullCase(language: string, issueType: IssueType, more: Partial<CaseFile> = {}): CaseFile {
  return {
    id: "C-1",
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email", subject: "?", text: "?", createdAt: "2026-03-03T15:00:00Z" },
    customer: { id: "U-77", name: "Marie Curie", country: "US", zone: "America/New_York", language },
    order: { id: "O-1001", total: { amount: "89.90", currency: "USD" }, items: [{ sku: "S1", title: "Lamp" }] },
    shipment: lateShipment,
    language: { code: language, confidence: 1, script: "Latn", ...provenance },
    classification: classified(issueType),
    risk: { score: 0, band: "review", reasons: [], evidence: ["photo", "payment_proof"], churn: false, ...provenance },
    remedies: offer,
    sla: { updates: { acknowledgeBy: "2026-03-03T15:05:00Z", every: "PT24H", at: ["2026-03-04T15:00:00Z"], rule: "r" } },
    ...more,
  } as CaseFile;
}

/** A case with nothing but a message. */
export function bareCase(language: string, issueType: IssueType, more: Partial<CaseFile> = {}): CaseFile {
  return {
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email", text: "?" },
    language: { code: language, confidence: 1, script: "Latn", ...provenance },
    classification: classified(issueType, { sentiment: "neutral", intensity: 0, isComplaint: false }),
    ...more,
  } as CaseFile;
}

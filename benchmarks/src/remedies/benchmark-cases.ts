import type { CaseFile } from "@amends/core/model";
import { RandomSequence } from "../random-sequence.js";

const issues = [
  "logistics_delay",
  "logistics_not_received",
  "quality_defect",
  "wrong_or_missing_item",
  "not_as_described",
  "refund_status",
  "return_exchange",
  "service_complaint",
] as const;
const currencies = ["USD", "EUR", "JPY", "KWD"] as const;
const instant = (random: RandomSequence, from: number, days: number) =>
  new Date(from + random.whole(0, days * 1440) * 60_000).toISOString();

/** Cases as a desk meets them, classified and scored: issues, countries, currencies, parcels on their way, arrived and lost. */
export function benchmarkCases(count: number): CaseFile[] {
  const random = new RandomSequence(8);
  return Array.from({ length: count }, (_, index): CaseFile => {
    const currency = random.pick(currencies);
    const amount = currency === "JPY" ? String(random.whole(800, 40_000)) : `${random.whole(5, 400)}.${currency === "KWD" ? "500" : "90"}`;
    const issueType = random.pick(issues);
    const placedAt = instant(random, Date.UTC(2026, 0, 1), 30);
    return {
      id: `C-${index}`,
      now: "2026-03-03T15:00:00Z",
      ticket: { channel: "email", createdAt: "2026-03-03T14:00:00Z" },
      customer: { id: `U-${index}`, country: "US", zone: "America/New_York", orders: random.whole(1, 20), vip: random.chance(0.1) },
      order: {
        id: `O-${index}`,
        total: { amount, currency },
        placedAt,
        shipTo: random.pick(["US", "DE", "GB", "AU", "JP"]),
        paymentMethod: "card",
      },
      shipment: {
        carrier: random.pick(["yunexpress", "FedEx", "USPS"]),
        shippedAt: placedAt,
        laneAverageDays: 12,
        ...(random.chance(0.5) ? { deliveredAt: instant(random, Date.UTC(2026, 1, 10), 20) } : {}),
        events: [{ at: "2026-02-08T08:00:00Z", status: random.chance(0.1) ? "lost" : "in_transit" }],
      },
      claim: { issueType, amount: { amount, currency } },
      peers: { similarOrders: 500, withSameIssue: random.whole(0, 200) },
      rates: { base: "USD", date: "2026-03-03", rates: { EUR: "0.92", JPY: "150.1", KWD: "0.307" } },
      classification: {
        issueType,
        isComplaint: random.chance(0.6),
        sentiment: random.pick(["angry", "disappointed", "negative", "neutral"]),
        signals: [],
      } as unknown as NonNullable<CaseFile["classification"]>,
      risk: { band: random.pick(["low", "low", "review", "high"]), churn: false } as unknown as NonNullable<CaseFile["risk"]>,
    };
  });
}

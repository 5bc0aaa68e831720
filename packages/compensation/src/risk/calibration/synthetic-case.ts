import type { CaseFile, Classification } from "@amends/core/model";
import { fromMinorUnits } from "@amends/core/money";
import { formatInstant } from "@amends/core/time";
import type { ClaimWorld } from "./claim-world.js";
import type { RandomSource } from "./random-source.js";
import { customerAt, type SyntheticCustomer } from "./synthetic-customer.js";

const dayMilliseconds = 86_400_000;

/** A made-up case as it stood when the customer claimed. `progress` goes from 0 at the first claim to 1 at the last. */
export function syntheticCase(
  id: string,
  customer: SyntheticCustomer,
  { now, progress }: { readonly now: number; readonly progress: number },
  { world, random }: { readonly world: ClaimWorld; readonly random: RandomSource },
): CaseFile {
  const { market } = customer;
  const { issues, aboveOrder, threat, photoMissing, peersKnown } = world.claim;
  const [issueType] = random.pick(Object.entries(issues), ([issue, weight]) =>
    issue === "logistics_not_received" ? weight * market.notReceived : weight,
  );
  const total = random.whole(1_500, 25_000);
  const bold = random.happens(Math.min(1, aboveOrder * (1 + world.drift.boldness * progress)));
  const ratio = bold ? random.pick([1.2, 1.8, 3.5], (each) => 1 / each) : 0.2 + 0.8 * random.share();
  const isDelivered = issueType !== "logistics_delay" && (issueType !== "logistics_not_received" || random.happens(0.5));
  const proof = isDelivered ? (random.happens(market.proof) ? random.pick(["signature", "photo"] as const, () => 1) : "scan") : "none";
  const placed = now - random.whole(12, 40) * dayMilliseconds;
  const similarOrders = random.whole(20, 600);
  const peerShare = random.pick([0, 0.02, 0.15, 0.35], (share) => (share === 0.02 ? 3 : 1));
  return {
    id,
    now: formatInstant(now),
    ticket: { channel: "email", language: market.language, createdAt: formatInstant(now - random.whole(0, 3_600_000)) },
    customer: customerAt(customer, now),
    order: { total: usd(total), placedAt: formatInstant(placed) },
    shipment: {
      shippedAt: formatInstant(placed + dayMilliseconds),
      ...(isDelivered ? { deliveredAt: formatInstant(now - random.whole(1, 4) * dayMilliseconds) } : {}),
      proof,
      laneLossRate: market.laneLossRate,
    },
    claim: {
      issueType,
      amount: usd(Math.max(1, Math.round(total * ratio))),
      photos: random.happens(photoMissing) ? 0 : random.whole(1, 3),
    },
    ...(random.happens(peersKnown) ? { peers: { similarOrders, withSameIssue: Math.round(similarOrders * peerShare) } } : {}),
    classification: classified(issueType, random.happens(threat) ? threats(random) : []),
  };
}

function usd(cents: number) {
  return fromMinorUnits(BigInt(cents), "USD");
}

function threats(random: RandomSource): ("review_threat" | "chargeback_threat")[] {
  return random.pick([["review_threat"], ["chargeback_threat"], ["review_threat", "chargeback_threat"]], () => 1);
}

function classified(issueType: string, signals: Classification["signals"]): Classification {
  return {
    stage: "complaint",
    issueType: issueType as Classification["issueType"],
    sentiment: "disappointed",
    intensity: 0.5,
    urgency: "normal",
    complexity: "medium",
    isComplaint: true,
    highPriority: false,
    highPriorityReasons: [],
    signals,
    extracted: { orderIds: [], trackingNumbers: [], amounts: [], dates: [] },
    evidence: [],
    alternatives: [],
    margin: 1,
    policies: [],
    rules: [],
    missing: [],
  };
}

import type { CaseEvent } from "@amends/core/events";
import { RandomSequence } from "./program/random-sequence.js";

const start = Date.UTC(2026, 1, 1);
const hour = 3_600_000;

/** A log of generated cases, sales and parcels, in the order of time. */
export function generateEvents(): CaseEvent[] {
  const random = new RandomSequence(17);
  const events: CaseEvent[] = [];
  const add = (at: number, event: Omit<CaseEvent, "id" | "at">) =>
    events.push({ id: `E-${events.length + 1}`, at: new Date(at).toISOString(), ...event });
  for (let index = 1; index <= 120; index += 1) {
    const at = start + random.below(28 * 24 * 60) * 60_000;
    const order = `O-${index}`;
    const lane = random.pick(["CN-US", "CN-DE", "CN-BR"]);
    const product = random.pick([
      { sku: "S-1", category: "headphones" },
      { sku: "S-2", category: "headphones" },
      { sku: "S-3", category: "kettles" },
    ]);
    add(at, { caseId: order, kind: "order_paid", order, ...product, orders: 1 + random.below(5) });
    add(at + 24 * hour, {
      caseId: order,
      kind: "order_shipped",
      order,
      lane,
      trackingNumber: `T-${index}`,
      promisedAt: new Date(at + 240 * hour).toISOString(),
    });
    add(at + (48 + random.below(400)) * hour, {
      caseId: order,
      kind: random.below(20) === 0 ? "lost" : "delivered",
      order,
      lane,
      trackingNumber: `T-${index}`,
    });
    if (random.below(3) > 0) continue;
    const caseId = `C-${index}`;
    const issueType = random.pick(["logistics_delay", "logistics_damaged"] as const);
    const common = { caseId, channel: "email" as const, language: random.pick(["en", "de", "zh"]), country: "US", ...product };
    add(at + 300 * hour, { ...common, kind: "received", isComplaint: random.below(2) === 0, issueType });
    add(at + (301 + random.below(40)) * hour, {
      ...common,
      kind: "replied",
      by: random.pick(["bot", "human"] as const),
      agent: "agent-1",
      handleSeconds: random.below(900),
    });
    if (random.below(4) === 0) add(at + 345 * hour, { ...common, kind: "customer_replied" });
    add(at + (350 + random.below(90)) * hour, { ...common, kind: "resolved" });
    add(at + 500 * hour, { ...common, kind: "rated", rating: 1 + random.below(5) });
  }
  return events.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

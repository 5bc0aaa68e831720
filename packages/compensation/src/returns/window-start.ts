import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import type { ReturnRight } from "./return-fact.js";

type Start = ReturnRight["window"]["from"];

/** Where a parcel stands as long as it hasn't arrived. */
const underway: readonly string[] = [
  "info_received",
  "picked_up",
  "in_transit",
  "customs",
  "out_for_delivery",
  "ready_for_pickup",
  "attempt_failed",
  "held",
  "delayed",
];

/**
 * When a window starts: `at` where the case says so. Else it started no earlier than `notBefore`, as far as the case tells, and
 * `missing` names the key that would say it.
 */
export function windowStart(
  caseFile: CaseFile,
  from: Start,
  asked: Instant,
): { at: Instant } | { notBefore: Instant | undefined; missing: string } {
  const { order, shipment, returnRequest } = caseFile;
  const placed = readInstant(order?.placedAt);
  const shipped = readInstant(shipment?.shippedAt);
  const delivered = readInstant(order?.lastDeliveredAt) ?? readInstant(shipment?.deliveredAt);
  const starts: Readonly<Record<Start, [known: Instant | undefined, missing: string, floor: Instant | undefined]>> = {
    contract: [placed, "order.placedAt", undefined],
    shipment: [shipped, "shipment.shippedAt", placed],
    promised_delivery: [readInstant(shipment?.promisedAt), "shipment.promisedAt", placed],
    delivery: [delivered, "shipment.deliveredAt", shipment && isUnderway(shipment.status) ? asked : latest(placed, shipped)],
    completion: [readInstant(order?.completedAt), "order.completedAt", latest(placed, shipped, delivered)],
    discovery: [readInstant(returnRequest?.discoveredAt), "returnRequest.discoveredAt", latest(placed, shipped, delivered)],
  };
  const [at, missing, notBefore] = starts[from];
  return at === undefined ? { notBefore, missing } : { at };
}

function isUnderway(status: string | null | undefined): boolean {
  return underway.includes(status ?? "");
}

function latest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

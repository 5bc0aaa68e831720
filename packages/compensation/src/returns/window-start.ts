import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import type { ReturnRight } from "./return-fact.js";

type Start = ReturnRight["window"]["from"];

/** When a window starts, or no earlier than when, with the key that would say it. */
export type WindowStart = { readonly at: Instant } | { readonly notBefore: Instant | undefined; readonly missing: string };

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
export function windowStart(caseFile: CaseFile, from: Start, asked: Instant): WindowStart {
  const { order, shipment, returnRequest } = caseFile;
  switch (from) {
    case "contract":
      return startAt(readInstant(order?.placedAt), "order.placedAt", undefined);
    case "shipment":
      return startAt(readInstant(shipment?.shippedAt), "shipment.shippedAt", readInstant(order?.placedAt));
    case "promised_delivery":
      return startAt(readInstant(shipment?.promisedAt), "shipment.promisedAt", readInstant(order?.placedAt));
    case "delivery": {
      const delivered = deliveryOf(caseFile);
      if (delivered !== undefined) return { at: delivered };
      const notBefore =
        shipment && isUnderway(shipment.status) ? asked : latest(readInstant(order?.placedAt), readInstant(shipment?.shippedAt));
      return { notBefore, missing: "shipment.deliveredAt" };
    }
    case "completion":
      return startAt(readInstant(order?.completedAt), "order.completedAt", arrival(caseFile));
    case "discovery":
      return startAt(readInstant(returnRequest?.discoveredAt), "returnRequest.discoveredAt", arrival(caseFile));
  }
}

/** That of the last item, as far as the case tells. */
function deliveryOf({ order, shipment }: CaseFile): Instant | undefined {
  return readInstant(order?.lastDeliveredAt) ?? readInstant(shipment?.deliveredAt);
}

/** The latest that is known of the way to the buyer. */
function arrival(caseFile: CaseFile): Instant | undefined {
  const { order, shipment } = caseFile;
  return latest(readInstant(order?.placedAt), readInstant(shipment?.shippedAt), deliveryOf(caseFile));
}

function startAt(at: Instant | undefined, missing: string, notBefore: Instant | undefined): WindowStart {
  return at === undefined ? { notBefore, missing } : { at };
}

function isUnderway(status: string | null | undefined): boolean {
  return underway.includes(status ?? "");
}

function latest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

import type { CaseFile } from "@amends/core/model";
import type { DutyRefundEvent } from "./refund-fact.js";

const faulty: ReadonlySet<unknown> = new Set(["faulty", "not_as_described", "wrong_item", "damaged_in_transit"]);

/** What happened to the goods, as far as a case says it. */
export function refundEvent({ returnRequest, shipment, customs }: CaseFile): DutyRefundEvent | undefined {
  if (customs?.destroyedAt || shipment?.status === "destroyed") return "destroyed";
  if (returnRequest?.dispatchedAt || returnRequest?.receivedAt) return faulty.has(returnRequest.reason) ? "returned_faulty" : "returned";
  if (shipment?.status === "returning" || shipment?.status === "returned") return shipment.deliveredAt ? "returned" : "refused";
  return shipment?.status === "lost" ? "never_delivered" : undefined;
}

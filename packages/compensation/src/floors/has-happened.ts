import type { CaseFile } from "@amends/core/model";
import type { Overdue } from "./overdue.js";

/** Where a parcel stands that hasn't left yet, as far as anybody knows. */
const notLeft: ReadonlySet<unknown> = new Set([undefined, null, "unknown", "info_received", "cancelled"]);

/** Whether what the seller owes by a day has happened, in time or late: what came has left as well. */
export function hasHappened({ awaits }: Overdue, { order, shipment }: CaseFile, status: unknown): boolean {
  if (awaits === "shipment" && (shipment?.shippedAt || !notLeft.has(status))) return true;
  if (shipment?.deliveredAt || order?.lastDeliveredAt || order?.completedAt || status === "delivered") return true;
  const events = shipment?.events;
  if (!events) return false;
  for (const event of events) if (awaits === "shipment" ? !notLeft.has(event.status) : event.status === "delivered") return true;
  return false;
}

/** The key that would tell that it has happened, where nobody says where the parcel stands. */
export function wouldTell({ awaits }: Overdue, status: unknown): string | undefined {
  if (status !== undefined && status !== null && status !== "unknown") return undefined;
  return awaits === "shipment" ? "shipment.shippedAt" : "shipment.deliveredAt";
}

import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import { importPeriod } from "./import-period.js";
import type { ReadImport } from "./import-request.js";

const names = { destination: "order.shipTo", at: "shipment.importedAt", dispatchedFrom: "shipment.lane", goods: "order.items" };

/** What a case says of its import. Post is told by how the parcel travels, where nobody says the channel. */
export function importOfCase(
  { order, customer, shipment, customs, rates, now: clock }: CaseFile,
  contextNow: Instant | undefined,
): ReadImport {
  const period = importPeriod(shipment ?? {}, readInstant(clock) ?? contextNow);
  const channel = customs?.channel ?? (shipment?.mode === "post" ? ("postal" as const) : undefined);
  const [from] = /^[A-Z]{2}(?=-)/.exec(shipment?.lane ?? "") ?? [];
  return {
    destination: order?.shipTo || customer?.country || undefined,
    at: period?.from,
    period,
    importedAt: readInstant(shipment?.importedAt),
    dispatchedFrom: from,
    goods: order?.items ?? [],
    customs: { ...customs, channel },
    rates: rates ?? undefined,
    names,
  };
}

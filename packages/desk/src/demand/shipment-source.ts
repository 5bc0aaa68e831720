import type { CarrierAdapter, Tracking } from "@amends/core/contracts";
import type { CaseFile, Shipment } from "@amends/core/model";
import { askAdapter, type Asking } from "./ask-adapter.js";
import { unknownMembers, type CaseSource } from "./case-source.js";

const members = ["carrier", "shippedAt", "deliveredAt"] as const;

/** The parcel's way, where its number is known and no event of it is. */
export function shipmentSource(caseFile: CaseFile, carriers: readonly CarrierAdapter[], asking: Asking): CaseSource | undefined {
  const { shipment } = caseFile;
  const number = shipment?.trackingNumber || undefined;
  if (!shipment || number === undefined || carriers.length === 0 || (shipment.events?.length ?? 0) > 0) return undefined;
  const named = carriers.filter(({ name }) => name === shipment.carrier);
  const hint = shipment.carrier ? { carrier: shipment.carrier } : {};
  return {
    key: "shipment",
    tells: ["events", ...unknownMembers(shipment, members)],
    fetch: async () => {
      for (const carrier of named.length > 0 ? named : carriers) {
        const found = await askAdapter(carrier.name, asking, (options) => carrier.track(number, { ...hint, ...options }));
        const tracking = found?.find(({ trackingNumber }) => same(trackingNumber, number));
        if (tracking !== undefined) return { value: withTracking(shipment, tracking), by: carrier.name };
      }
      return undefined;
    },
  };
}

const same = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase();

/** The shipment with the carrier's events; the first scan and the delivery give dates that the host left open. */
function withTracking(shipment: Shipment, tracking: Tracking): Shipment {
  const events = tracking.events.map(({ at, local, status, reason, place }) => ({
    ...(at === undefined ? { local } : { at }),
    status,
    reason,
    ...(place === undefined ? {} : { place }),
  }));
  const first = tracking.events.find(({ status, at }) => status === "picked_up" && at !== undefined)?.at;
  const delivered = tracking.events.findLast(({ status, at }) => status === "delivered" && at !== undefined)?.at;
  return {
    ...shipment,
    carrier: shipment.carrier || tracking.carrier,
    events,
    ...(shipment.shippedAt || first === undefined ? {} : { shippedAt: first }),
    ...(shipment.deliveredAt || delivered === undefined ? {} : { deliveredAt: delivered }),
  };
}

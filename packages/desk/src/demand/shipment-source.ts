import type { CarrierAdapter, Tracking } from "@amends/core/contracts";
import { latest } from "@amends/core/facts";
import type { CaseFile, Shipment } from "@amends/core/model";
import { askAdapter, malformed, type Asking } from "./ask-adapter.js";
import { unknownMembers, type CaseSource } from "./case-source.js";

const members = ["status", "reason", "carrier", "shippedAt", "deliveredAt"] as const;

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
        const { name } = carrier;
        const found = await askAdapter(
          {
            adapter: name,
            call: "track",
            ask: (options) => carrier.track(number, { ...hint, ...options }),
            read: (trackings) => {
              const tracking = trackingOf(name, trackings, number, shipment.carrier);
              return tracking === undefined ? undefined : withTracking(shipment, tracking);
            },
          },
          asking,
        );
        if (found !== undefined) return { value: found, by: name };
      }
      return undefined;
    },
  };
}

/**
 * What an answer says of the parcel. Carriers use numbers anew, and one number may have several carriers: then it is the case's one, or
 * the only one that anything is known of, and of two nobody knows which is meant.
 */
function trackingOf(adapter: string, trackings: unknown, number: string, carrier: string | null | undefined): Tracking | undefined {
  if (!Array.isArray(trackings) || !trackings.every(isTracking))
    throw malformed(adapter, "track answered with something that is no list of trackings");
  const found = trackings.filter(({ trackingNumber }) => same(trackingNumber, number));
  const [only] = found;
  if (found.length <= 1) return only;
  const ofCarrier = found.filter((tracking) => same(tracking.carrier, carrier ?? ""));
  const telling = (ofCarrier.length > 0 ? ofCarrier : found).filter(({ status, events }) => status !== "unknown" || events.length > 0);
  if (telling.length > 1)
    throw malformed(adapter, `track told of ${telling.length} parcels by one number, and the case doesn't say which carrier's it is`);
  return telling[0] ?? only;
}

function isTracking(value: unknown): value is Tracking {
  const { trackingNumber, carrier, status, events } = (value ?? {}) as Partial<Record<keyof Tracking, unknown>>;
  return [trackingNumber, carrier, status].every((text) => typeof text === "string") && Array.isArray(events);
}

const same = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase();

/**
 * The shipment with the carrier's events; the first scan and the delivery give dates that the host left open. Where the carrier says that
 * the parcel stands elsewhere than at its latest event, the shipment says so too.
 */
function withTracking(shipment: Shipment, tracking: Tracking): Shipment {
  const events = tracking.events.map(({ at, local, status, reason, place }) => ({
    ...(at === undefined ? { local } : { at }),
    status,
    reason,
    ...(place === undefined ? {} : { place }),
  }));
  const first = tracking.events.find(({ status, at }) => status === "picked_up" && at !== undefined)?.at;
  const delivered = tracking.events.findLast(({ status, at }) => status === "delivered" && at !== undefined)?.at;
  const { status: _status, reason: _reason, ...rest } = shipment;
  const isSaid = tracking.status !== "unknown" && tracking.status !== latest({ events })?.status;
  return {
    ...rest,
    carrier: shipment.carrier || tracking.carrier,
    events,
    ...(isSaid ? { status: tracking.status, ...(tracking.reason ? { reason: tracking.reason } : {}) } : {}),
    ...(shipment.shippedAt || first === undefined ? {} : { shippedAt: first }),
    ...(shipment.deliveredAt || delivered === undefined ? {} : { deliveredAt: delivered }),
  };
}

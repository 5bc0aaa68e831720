import type { ShipmentStatus } from "../model/words.js";

/** One scan of a parcel. Carriers' times often lack an offset: `local` is always there, `at` only where it is known. */
export interface TrackingEvent {
  readonly local: string;
  readonly offset?: string;
  readonly at?: string;
  readonly zoneKnown: boolean;
  readonly status: ShipmentStatus;
  readonly reason: string | null;
  readonly code: string;
  readonly text: string;
  readonly place?: string;
}

/** What a carrier says of one parcel. Events are ordered by `at` where all have it, else by `local`. */
export interface Tracking {
  readonly trackingNumber: string;
  readonly carrier: string;
  readonly status: ShipmentStatus;
  readonly reason: string | null;
  readonly terminal: boolean;
  readonly notUnderstood: readonly string[];
  readonly events: readonly TrackingEvent[];
}

/** Tells where parcels are. */
export interface CarrierAdapter {
  readonly specVersion: "1";
  readonly name: string;
  track(trackingNumber: string, options?: { carrier?: string; signal?: AbortSignal }): Promise<readonly Tracking[]>;
}

/** What every event of a carrier says. */
interface CarrierEventFrame {
  /** The adapter that read it. */
  readonly source: string;
  /** The carrier's or aggregator's own word for the event. */
  readonly topic: string;
}

/** Something happened to a parcel. A carrier may tell it twice. */
export interface TrackingUpdatedEvent extends CarrierEventFrame {
  readonly kind: "tracking_updated";
  readonly trackingNumber: string;
  readonly tracking: Tracking;
}

/** Nobody watches the parcel any longer, which says nothing about where it is. */
export interface TrackingStoppedEvent extends CarrierEventFrame {
  readonly kind: "tracking_stopped";
  readonly trackingNumber: string;
  readonly carrier?: string;
}

/** Something the adapter doesn't know, as it came. */
export interface CarrierUnknownEvent extends CarrierEventFrame {
  readonly kind: "unknown";
  readonly data: unknown;
}

/** What a carrier tells by a webhook; `kind` says which of these it is. */
export type CarrierEvent = TrackingUpdatedEvent | TrackingStoppedEvent | CarrierUnknownEvent;

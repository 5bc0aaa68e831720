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

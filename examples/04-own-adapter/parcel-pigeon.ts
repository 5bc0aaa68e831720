import { createHttpClient, type Sleep } from "@amends/adapters/http";
import type { CarrierAdapter, Clock, Tracking, TrackingEvent } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { ShipmentStatus } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import * as z from "zod";

/** How to reach Parcel Pigeon, a carrier that doesn't exist. */
export interface ParcelPigeonOptions {
  readonly apiKey: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly sleep?: Sleep;
  readonly timeoutSeconds?: number;
}

const name = "parcel_pigeon";

/** What its codes mean; a pigeon that rests is no exception, it is on its way. */
const statuses: Readonly<Record<string, ShipmentStatus>> = {
  NEST: "info_received",
  TAKEOFF: "picked_up",
  FLYING: "in_transit",
  RESTING: "in_transit",
  BORDER: "customs",
  LANDED: "delivered",
  HAWK: "lost",
};
const terminal: readonly ShipmentStatus[] = ["delivered", "lost"];

const answerSchema = z.looseObject({
  ring: z.string().min(1),
  sightings: z.array(
    z.looseObject({
      code: z.string().min(1),
      // It writes every time with an offset.
      seen: z.string().refine((text) => readInstant(text) !== undefined),
      note: z.string().nullish(),
      roof: z.string().nullish(),
    }),
  ),
});

/** What an answer says. Strict in what must be there, silent about the rest; a code that isn't known is listed, never guessed. */
export function parseTracking(body: unknown): Tracking[] {
  const read = answerSchema.safeParse(body);
  if (!read.success)
    throw new AdapterError({ adapter: name, reason: "malformed", message: "track: the answer has another shape than documented" });
  const { ring, sightings } = read.data;
  const events = sightings
    .map(
      ({ code, seen, note, roof }): TrackingEvent => ({
        local: seen.slice(0, 19),
        at: new Date(seen).toISOString(),
        zoneKnown: true,
        status: statuses[code] ?? "unknown",
        reason: null,
        code,
        text: note ?? "",
        ...(roof ? { place: roof } : {}),
      }),
    )
    .toSorted((one, other) => Date.parse(one.at ?? "") - Date.parse(other.at ?? ""));
  const status = events.at(-1)?.status ?? "unknown";
  const notUnderstood = [...new Set(sightings.map(({ code }) => code))]
    .filter((code) => statuses[code] === undefined)
    .map((code) => `code ${code}`);
  return [{ trackingNumber: ring, carrier: name, status, reason: null, terminal: terminal.includes(status), notUnderstood, events }];
}

/** The adapter: the kit brings timeouts, tries, cancellation and typed errors, and keeps the key out of them. */
export function createParcelPigeonAdapter({ apiKey, ...rest }: ParcelPigeonOptions): CarrierAdapter {
  const client = createHttpClient({
    ...rest,
    adapter: name,
    baseUrl: "https://api.parcel-pigeon.example",
    headers: () => ({ authorization: `Bearer ${apiKey}`, accept: "application/json" }),
  });
  return {
    specVersion: "1",
    name,
    track: async (trackingNumber, { signal } = {}) => {
      const request = { operation: "track", path: "/v1/rings/{ring}", params: { ring: trackingNumber } };
      const found = parseTracking(await client.json(signal === undefined ? request : { ...request, signal }));
      if (found.some((tracking) => tracking.trackingNumber !== trackingNumber))
        throw new AdapterError({ adapter: name, reason: "malformed", message: "track: another parcel came back" });
      return found;
    },
  };
}

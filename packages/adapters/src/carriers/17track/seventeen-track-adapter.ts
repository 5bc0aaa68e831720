import { systemClock, type CarrierAdapter, type Tracking } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import * as z from "zod";
import { decodeJson } from "../../http/decode-json.js";
import { createHttpClient } from "../../http/http-client.js";
import type { HttpResponse } from "../../http/http-request.js";
import { sleep as machineSleep } from "../../http/sleep.js";
import { createTokenBucket } from "../../http/token-bucket.js";
import { checkOptions } from "../../options/parse-options.js";
import { transportShape, type TransportOptions } from "../../options/transport-options.js";
import { carrierKey, parseAnswer, refusalError, type Answer } from "./parse-tracking.js";

/** How to reach 17TRACK. */
export interface SeventeenTrackOptions extends TransportOptions {
  /** The account's access key. It signs webhooks as well. */
  readonly apiKey: string;
  /** Default: 17TRACK's own address, version 2.2. */
  readonly baseUrl?: string;
  /** Whether numbers that aren't registered yet are registered when they are asked for, which uses up the account's quota. Default: true. */
  readonly register?: boolean;
}

/** What became of several numbers. */
export interface TrackedParcels {
  readonly found: readonly Tracking[];
  readonly failed: readonly { readonly trackingNumber: string; readonly error: AdapterError }[];
}

/** How a number is asked for. `carrier` is our name of a carrier or 17TRACK's key; another name leaves it to 17TRACK. */
interface TrackOptions {
  readonly carrier?: string;
  readonly signal?: AbortSignal;
}

/** 17TRACK, for one parcel or many. */
export interface SeventeenTrackAdapter extends CarrierAdapter {
  /** Many numbers in calls of 40 each. Rejects only where a whole call fails. */
  trackAll(trackingNumbers: readonly string[], options?: TrackOptions): Promise<TrackedParcels>;
  /** Has numbers watched, so that webhooks tell of them. One that is watched already is fine. */
  register(trackingNumbers: readonly string[], options?: TrackOptions): Promise<Omit<TrackedParcels, "found">>;
}

const optionsSchema = z.strictObject({
  ...transportShape,
  apiKey: z.string().regex(/^[\x21-\x7e]{1,200}$/, { error: "is no access key: expected visible ASCII characters without spaces" }),
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  register: z.boolean().optional(),
});

const numbersPerCall = 40;
const callsPerSecond = 3;
const alreadyRegistered = -18019901;
const notRegistered = -18019902;

/**
 * Tracking through 17TRACK (API v2.2): a number is looked up, and registered first where 17TRACK doesn't watch it yet. A
 * parcel that was registered this moment is usually `not_found`, retryably, until the carrier has been asked. Calls stay
 * below 17TRACK's three a second. The key stands in no error, log or property.
 *
 * @throws {AmendsError} `invalid_options` where an option is wrong, with a finding for each.
 * @example
 * import { createSeventeenTrackAdapter } from "@amends/adapters/carriers/17track";
 * const found = { code: 0, data: { accepted: [{ number: "RB123456785GB", carrier: 11031, track_info: { latest_status: { status: "InTransit" } } }] } };
 * const carrier = createSeventeenTrackAdapter({ apiKey: "key", fetch: async () => Response.json(found) });
 * (await carrier.track("RB123456785GB"))[0]?.status; // => "in_transit"
 */
export function createSeventeenTrackAdapter(options: SeventeenTrackOptions): SeventeenTrackAdapter {
  checkOptions("17track", optionsSchema, options);
  const { apiKey, baseUrl = "https://api.17track.net/track/v2.2", register: registers = true, ...rest } = options;
  const { clock = systemClock, sleep = machineSleep } = rest;
  const http = createHttpClient({
    ...rest,
    adapter: "17track",
    baseUrl,
    headers: () => ({ "17token": apiKey }),
    bucket: rest.bucket ?? createTokenBucket({ capacity: callsPerSecond, refillPerSecond: callsPerSecond, clock, sleep }),
    errorCodeOf,
  });

  const ask = async (operation: "gettrackinfo" | "register", numbers: readonly string[], { carrier, signal }: TrackOptions) => {
    const key = carrier === undefined ? undefined : carrierKey(carrier);
    const json = numbers.map((number) => (key === undefined ? { number } : { number, carrier: key }));
    // Both calls change nothing when they are made again.
    const request = { operation, method: "POST", path: `/${operation}`, json, repeatable: true } as const;
    return parseAnswer(await http.json(signal === undefined ? request : { ...request, signal }));
  };

  const register: SeventeenTrackAdapter["register"] = async (trackingNumbers, given = {}) => {
    const failed: TrackedParcels["failed"][number][] = [];
    for (const numbers of callsOf(trackingNumbers)) {
      const { refused } = await ask("register", numbers, given);
      const missing = refused.filter(({ code }) => code !== alreadyRegistered);
      failed.push(...missing.map(({ trackingNumber, code }) => ({ trackingNumber, error: refusalError(code) })));
    }
    return { failed };
  };

  /** The answer for one call's numbers, those registered first that weren't. */
  const lookUp = async (numbers: readonly string[], given: TrackOptions): Promise<TrackedParcels> => {
    const first = await ask("gettrackinfo", numbers, given);
    const unwatched = first.refused.filter(({ code }) => code === notRegistered).map(({ trackingNumber }) => trackingNumber);
    if (!registers || unwatched.length === 0) return parcelsOf(numbers, first);
    const { failed } = await register(unwatched, given);
    const refused = new Set(failed.map(({ trackingNumber }) => trackingNumber));
    const watched = unwatched.filter((number) => !refused.has(number));
    const others = numbers.filter((number) => !unwatched.some((each) => same(each, number)));
    const known = parcelsOf(others, { ...first, refused: first.refused.filter(({ code }) => code !== notRegistered) });
    const second = watched.length === 0 ? { found: [], failed: [] } : parcelsOf(watched, await ask("gettrackinfo", watched, given));
    return { found: [...known.found, ...second.found], failed: [...known.failed, ...failed, ...second.failed] };
  };

  const trackAll: SeventeenTrackAdapter["trackAll"] = async (trackingNumbers, given = {}) => {
    const parts: TrackedParcels[] = [];
    for (const numbers of callsOf(trackingNumbers)) parts.push(await lookUp(numbers, given));
    return { found: parts.flatMap(({ found }) => found), failed: parts.flatMap(({ failed }) => failed) };
  };

  return {
    specVersion: "1",
    name: "17track",
    trackAll,
    register,
    track: async (trackingNumber, given = {}) => {
      const { found, failed } = await trackAll([trackingNumber], given);
      const [failure] = failed;
      if (found.length === 0 && failure !== undefined) throw failure.error;
      return found;
    },
  };
}

const same = (left: string, right: string) => left.trim().toUpperCase() === right.trim().toUpperCase();

function callsOf(trackingNumbers: readonly string[]): readonly (readonly string[])[] {
  const numbers = [...new Set(trackingNumbers.map((number) => number.trim()))];
  if (numbers.some((number) => number === "" || number.length > 100)) {
    throw new AdapterError({ adapter: "17track", reason: "rejected", message: "a tracking number has 1 to 100 characters" });
  }
  return Array.from({ length: Math.ceil(numbers.length / numbersPerCall) }, (_, index) =>
    numbers.slice(index * numbersPerCall, (index + 1) * numbersPerCall),
  );
}

/** What an answer says of the numbers asked for; what it says of others is left out. */
function parcelsOf(numbers: readonly string[], { trackings, refused }: Answer): TrackedParcels {
  const asked = (trackingNumber: string) => numbers.some((number) => same(number, trackingNumber));
  const found = trackings.filter(({ trackingNumber }) => asked(trackingNumber));
  const failed = refused
    .filter(({ trackingNumber }) => asked(trackingNumber))
    .map(({ trackingNumber, code }) => ({ trackingNumber, error: refusalError(code) }));
  const answered = [...found, ...failed];
  const silent = numbers.filter((number) => !answered.some(({ trackingNumber }) => same(trackingNumber, number)));
  const error = new AdapterError({ adapter: "17track", reason: "malformed", message: "the answer leaves out a number" });
  return { found, failed: [...failed, ...silent.map((trackingNumber) => ({ trackingNumber, error }))] };
}

/** 17TRACK's own code in the body of a refused call. */
function errorCodeOf({ body }: HttpResponse): string | undefined {
  try {
    const told = decodeJson("17track", body) as { code?: unknown } | null;
    return typeof told?.code === "number" ? String(told.code) : undefined;
  } catch {
    return undefined;
  }
}

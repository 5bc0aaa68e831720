import type { Tracking, TrackingEvent } from "@amends/core/contracts";
import { AdapterError, type AdapterErrorKind } from "@amends/core/errors";
import type { ShipmentStatus } from "@amends/core/model";
import * as z from "zod";
import { readEventTime, readOffset, withInstant, withOffset, type EventTime } from "../event-time.js";
import { orderEvents } from "../order-events.js";
import codes from "./codes.json" with { type: "json" };

interface Meaning {
  readonly status: ShipmentStatus;
  readonly reason: string | null;
  readonly terminal: boolean;
}

const statuses: ReadonlyMap<string, Meaning> = new Map(Object.entries(codes.statuses as Readonly<Record<string, Meaning>>));
const stages: ReadonlyMap<string, string> = new Map(Object.entries(codes.stages));
const carriers: ReadonlyMap<string, string> = new Map(Object.entries(codes.carriers));
const errors: ReadonlyMap<string, { reason: string; says: string; retryable?: boolean }> = new Map(Object.entries(codes.errors));
const nothing: Meaning = { status: "unknown", reason: null, terminal: false };

const text = z.string().nullish();
const address = z.object({ country: text, state: text, city: text }).nullish();
const event = z.object({
  time_iso: text,
  time_utc: text,
  time_raw: z.object({ date: text, time: text, timezone: text }).nullish(),
  description: text,
  location: text,
  stage: text,
  sub_status: text,
  address,
});
const provider = z.object({
  provider: z.object({ key: z.number().nullish(), name: text }).nullish(),
  events: z.array(event).nullish(),
});
const parcel = z.object({
  number: z.string().min(1),
  carrier: z.number().nullish(),
  track_info: z
    .object({
      latest_status: z.object({ status: text, sub_status: text }).nullish(),
      tracking: z.object({ providers: z.array(provider).nullish() }).nullish(),
    })
    .nullish(),
});
const refusal = z.object({ number: text, error: z.object({ code: z.number() }) });
const answer = z.object({
  code: z.number(),
  data: z
    .object({
      accepted: z.array(parcel).nullish(),
      rejected: z.array(refusal).nullish(),
      errors: z.array(z.object({ code: z.number() })).nullish(),
    })
    .nullish(),
});
const webhook = z.object({ event: z.string(), data: parcel });

type Parcel = z.infer<typeof parcel>;
type Scan = z.infer<typeof event>;

/** What an answer says of the numbers asked for. */
export interface Answer {
  readonly trackings: readonly Tracking[];
  readonly refused: readonly { readonly trackingNumber: string; readonly code: number }[];
}

/**
 * What 17TRACK says of parcels: an answer of `gettrackinfo` (v2.2 and later) or the body of a webhook. An answer that
 * refuses every number throws the reason of the first; numbers refused beside others that were found are left out. Codes
 * that aren't known, times that contradict each other and scans without a time are listed in `notUnderstood`.
 *
 * @throws {AdapterError} `auth`, `not_found`, `rate_limited`, `rejected` or `unavailable` for an error answer, `malformed`
 * for what is no answer of 17TRACK.
 * @example
 * import { parseTracking } from "@amends/adapters/carriers/17track";
 * const latest_status = { status: "Delivered", sub_status: "Delivered_Other" };
 * const [tracking] = parseTracking({ code: 0, data: { accepted: [{ number: "RB123456785GB", carrier: 11031, track_info: { latest_status } }] } });
 * [tracking?.carrier, tracking?.status, tracking?.terminal]; // => ["royal_mail", "delivered", true]
 */
export function parseTracking(body: unknown): Tracking[] {
  if (typeof body === "object" && body !== null && "event" in body) {
    const told = read(webhook, body);
    return told.event === "TRACKING_STOPPED" ? [] : [trackingOf(told.data)];
  }
  const { trackings, refused } = parseAnswer(body);
  const [first] = refused;
  if (first !== undefined && trackings.length === 0) throw refusalError(first.code);
  return [...trackings];
}

/** An answer of `gettrackinfo` or `register`, its refusals apart. Throws only where the whole answer is one. */
export function parseAnswer(body: unknown): Answer {
  const { code, data } = read(answer, body);
  if (code !== 0) throw refusalError(data?.errors?.[0]?.code ?? code);
  if (data === null || data === undefined) throw malformed("the answer has no data");
  return {
    trackings: (data.accepted ?? []).map(trackingOf),
    refused: (data.rejected ?? []).map(({ number, error }) => ({ trackingNumber: number ?? "", code: error.code })),
  };
}

/** The error that one of 17TRACK's codes stands for. A code that isn't known is a refusal. */
export function refusalError(code: number): AdapterError {
  const known = errors.get(String(code));
  return new AdapterError({
    adapter: "17track",
    reason: (known?.reason ?? "rejected") as AdapterErrorKind,
    message: `${known?.says ?? "the call was refused"} (${code})`,
    ...(known?.retryable === undefined ? {} : { retryable: known.retryable }),
  });
}

/** Our name of a carrier: the table's, else one made of 17TRACK's name, else its key; "unknown" where 17TRACK says neither. */
export function carrierName(key: number | null | undefined, name?: string | null): string {
  const slug = (name ?? "")
    .slice(0, 80)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
  return carriers.get(String(key)) ?? (slug !== "" ? slug : key ? `17track:${key}` : "unknown");
}

/**
 * 17TRACK's key of a carrier by our name, its own key as text, or `17track:<key>`. Undefined for a name it doesn't know, and
 * for one that stands for several of its carriers, such as the national companies of one brand.
 */
export function carrierKey(name: string): number | undefined {
  const plain = /^(?:17track:)?(\d{1,9})$/.exec(name)?.[1];
  if (plain !== undefined) return Number(plain);
  const [key, ...more] = [...carriers].filter(([, ours]) => ours === name).map(([each]) => Number(each));
  return more.length === 0 ? key : undefined;
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.filter((part) => typeof part !== "symbol").join(".") ?? "";
  throw malformed(`the answer has another shape than documented${/^[a-z_.\d]+$/.test(path) ? `, at ${path}` : ""}`);
}

const malformed = (message: string) => new AdapterError({ adapter: "17track", reason: "malformed", message });

function trackingOf({ number, carrier, track_info: info }: Parcel): Tracking {
  const providers = info?.tracking?.providers ?? [];
  const notUnderstood = new Set<string>();
  const note = (what: string, value: string) => void notUnderstood.add(`${what} "${value.slice(0, 80)}"`);
  const events = providers.flatMap((leg) => (leg.events ?? []).flatMap((scan) => eventOf(scan, note)));
  const latest = info?.latest_status;
  const { status, reason, terminal } = parcelMeaning(latest?.status ?? "", latest?.sub_status ?? "", note);
  // A parcel may be registered under one carrier and found at another: the one that tells of it counts.
  const registered = carrier ? providers.find((leg) => leg.provider?.key === carrier) : undefined;
  const leg = registered ?? providers.find(({ provider: found }) => (found?.key ?? 0) !== 0 || (found?.name ?? "") !== "");
  return {
    trackingNumber: number,
    carrier: leg === undefined ? carrierName(carrier) : carrierName(leg.provider?.key, leg.provider?.name),
    status,
    reason,
    terminal,
    events: orderEvents(events),
    notUnderstood: [...notUnderstood],
  };
}

type Note = (what: string, value: string) => void;

/** A sub-status refines the main status, which stands where the sub-status isn't known. */
function parcelMeaning(main: string, sub: string, note: Note): Meaning {
  const [meaning, refined] = [statuses.get(main), statuses.get(sub)];
  if (sub !== "" && refined === undefined) note("sub_status", sub);
  if (main !== "" && meaning === undefined) note("status", main);
  return refined ?? meaning ?? nothing;
}

function eventOf(scan: Scan, note: Note): readonly TrackingEvent[] {
  const [sub, stage] = [scan.sub_status ?? "", scan.stage ?? ""];
  const known = statuses.get(sub);
  const reached = stages.get(stage);
  if (sub !== "" && known === undefined) note("sub_status", sub);
  if (stage !== "" && reached === undefined) note("stage", stage);
  const { status, reason } = (sub === "" ? statuses.get(reached ?? "") : known) ?? nothing;
  const time = timeOf(scan, note);
  if (time === undefined) {
    // The description may name a person.
    note("a scan without a time", sub || stage);
    return [];
  }
  const place = scan.location || [scan.address?.city, scan.address?.state, scan.address?.country].filter(Boolean).join(", ");
  return [{ ...time, status, reason, code: sub || stage, text: scan.description ?? "", ...(place === "" ? {} : { place }) }];
}

/** The carrier's clock with the instant that another field gives; without the instant where the two can't both be right. */
function timeOf({ time_iso: iso, time_utc: utc, time_raw: raw }: Scan, note: Note): EventTime | undefined {
  const told = iso ? readEventTime(iso) : undefined;
  const universal = utc ? readEventTime(utc) : undefined;
  if (iso && told === undefined) note("time_iso", iso);
  if (utc && universal?.at === undefined) note("time_utc", utc);
  const local = told ?? rawTime(raw, note);
  if (universal?.at === undefined) return local;
  if (local === undefined) return universal;
  if (local.at === universal.at) return local;
  const joined = local.at === undefined ? withInstant(local.local, universal.at) : undefined;
  if (joined === undefined) note("times that contradict each other", `${local.local}${local.offset ?? ""} and ${universal.at}`);
  return joined ?? { local: local.local, zoneKnown: false };
}

function rawTime(raw: Scan["time_raw"], note: Note): EventTime | undefined {
  if (!raw?.date) return undefined;
  const given = [raw.date, raw.time].filter(Boolean).join(" ");
  const time = readEventTime(given);
  if (time === undefined || !raw.time) note(time === undefined ? "time_raw" : "a scan with a date alone", given);
  if (time === undefined || time.zoneKnown || !raw.timezone) return time;
  const offset = readOffset(raw.timezone);
  if (offset === undefined) note("timezone", raw.timezone);
  return offset === undefined ? time : withOffset(time.local, offset);
}

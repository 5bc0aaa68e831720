import type { InboundMessage, MarketplaceAdapter, RateSource, TimerService, Tracking, Translator } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { readInstant } from "@amends/core/time";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { decodeJson } from "../http/decode-json.js";
import { createHttpClient } from "../http/http-client.js";
import { decodeHex, encodeHex } from "../signing/hex.js";
import { hmac } from "../signing/hmac.js";
import { verifyHmac } from "../signing/verify-hmac.js";
import { headerOf, type WebhookRequest, type WebhookVerdict } from "../signing/webhook-request.js";
import { carrierContract, type CarrierContractOptions } from "./carrier-contract.js";
import type { ContractCase } from "./contract-case.js";
import type { ContractEnvironment } from "./contract-environment.js";
import { marketplaceContract, type MarketplaceContractOptions } from "./marketplace-contract.js";
import { rateSourceContract, type RateSourceContractOptions } from "./rate-source-contract.js";
import { timerContract, type DueTimer } from "./timer-contract.js";
import { translatorContract, type TranslatorContractOptions } from "./translator-contract.js";
import { webhookContract, type WebhookContractOptions } from "./webhook-contract.js";

const planted = ["planted-key"];
const clientOf = (environment: ContractEnvironment) =>
  createHttpClient({ adapter: "tiny", baseUrl: "https://api.example.com", headers: () => ({ key: "planted-key" }), ...environment });
const malformed = () => new AdapterError({ adapter: "tiny", reason: "malformed", message: "another shape than documented" });
const rejected = () => new AdapterError({ adapter: "tiny", reason: "rejected", message: "refused before it was sent" });

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw malformed();
  return parsed.data;
}

async function failing(cases: readonly ContractCase[]): Promise<string[]> {
  const outcomes = await Promise.all(
    cases.map(({ id, run }) =>
      run().then(
        () => [],
        () => [id],
      ),
    ),
  );
  return outcomes.flat();
}

/** Cases whose twins break a fault as well; tests of their own are below. */
const elsewhere = ["reply/sent", "refund/submitted"];

/** A sound adapter passes every case; each case that isn't a fault has a twin for which it alone fails. */
function holds(name: string, sound: readonly ContractCase[], twins: Readonly<Record<string, () => readonly ContractCase[]>>): void {
  describe(`the contract of ${name}`, () => {
    it("passes for a sound adapter", async () => {
      expect(await failing(sound)).toEqual([]);
    });
    it("has a broken twin for each case", () => {
      const cases = sound.map(({ id }) => id).filter((id) => !id.includes("faults/") && !elsewhere.includes(id));
      expect(Object.keys(twins).toSorted()).toEqual(cases.toSorted());
    });
    for (const [id, twin] of Object.entries(twins)) {
      it(`fails for the twin that breaks ${id}, in that case alone`, async () => {
        expect(await failing(twin())).toEqual([id]);
      });
    }
  });
}

// Carriers

const parcelSchema = z.object({
  parcels: z.array(z.object({ number: z.string().min(1), scans: z.array(z.object({ at: z.iso.datetime(), code: z.string() })) })),
});
const parseTracking = (body: unknown): Tracking[] =>
  read(parcelSchema, body).parcels.map(({ number, scans }) => ({
    trackingNumber: number,
    carrier: "tiny",
    status: scans.length === 0 ? "unknown" : "in_transit",
    reason: null,
    terminal: false,
    notUnderstood: scans.filter(({ code }) => code !== "MOVING").map(({ code }) => code),
    events: scans
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .map(({ at, code }) => ({
        local: at.slice(0, 19),
        offset: "Z",
        at,
        zoneKnown: true,
        status: code === "MOVING" ? ("in_transit" as const) : ("unknown" as const),
        reason: null,
        code,
        text: code,
      })),
  }));
const scan = (hour: number, code = "MOVING") => ({ at: `2026-03-01T${hour}:00:00Z`, code });
const carrierOf =
  (change: (found: Tracking[]) => Tracking[] = (found) => found, name = "tiny"): CarrierContractOptions["create"] =>
  (environment) => ({
    specVersion: "1",
    name,
    track: async (number, { signal } = {}) => {
      const request = { operation: "track", path: "/parcels/{number}", params: { number } };
      return change(parseTracking(await clientOf(environment).json(signal === undefined ? request : { ...request, signal })));
    },
  });
const carrier = (change: Partial<CarrierContractOptions> = {}) =>
  carrierContract({
    create: carrierOf(),
    parseTracking,
    trackingNumber: "RB123456785GB",
    found: () => ({ parcels: [{ number: "RB123456785GB", scans: [scan(12), scan(11)] }] }),
    expected: {
      status: "in_transit",
      terminal: false,
      scans: 2,
      first: { local: "2026-03-01T11:00:00", at: "2026-03-01T11:00:00Z", status: "in_transit" },
      last: { local: "2026-03-01T12:00:00", at: "2026-03-01T12:00:00Z", status: "in_transit" },
    },
    notFound: () => ({ parcels: [{ number: "RB123456785GB", scans: [] }] }),
    unknownCode: { body: () => ({ parcels: [{ number: "RB123456785GB", scans: [scan(12, "ZZ9")] }] }), code: "ZZ9" },
    planted,
    ...change,
  });

holds("carriers", carrier(), {
  identity: () => carrier({ create: carrierOf(undefined, "Tiny Carrier") }),
  "carrier/found": () =>
    carrier({
      create: carrierOf((found) => found.map((each) => (each.events.length > 0 ? { ...each, trackingNumber: "another" } : each))),
    }),
  "carrier/content": () =>
    carrier({ create: carrierOf((found) => found.map((each) => (each.events.length > 0 ? { ...each, status: "lost" } : each))) }),
  "carrier/not-found": () => carrier({ create: carrierOf((found) => found.map((each) => ({ ...each, status: "in_transit" }))) }),
  "carrier/unknown-code": () => carrier({ parseTracking: (body) => parseTracking(body).map((each) => ({ ...each, notUnderstood: [] })) }),
  "carrier/pure-reader": () =>
    carrier({
      parseTracking: (body) => {
        const found = parseTracking(body);
        (body as { parcels: { scans: unknown[] }[] }).parcels[0]?.scans.reverse();
        return found;
      },
    }),
  "carrier/odd-answers": () => carrier({ parseTracking: (body) => (body === null ? expectObject(body) : parseTracking(body)) }),
});

function expectObject(body: null): Tracking[] {
  throw new TypeError(`expected an object, got ${String(body)}`);
}

it("the carrier contract fails where scans are out of order or their zone isn't told", async () => {
  const reversed = carrier({ create: carrierOf((found) => found.map((each) => ({ ...each, events: each.events.toReversed() }))) });
  expect(await failing(reversed)).toContain("carrier/found");
  const zoneless = carrier({
    create: carrierOf((found) => found.map((each) => ({ ...each, events: each.events.map((event) => ({ ...event, zoneKnown: false })) }))),
  });
  expect(await failing(zoneless)).toContain("carrier/found");
});

it.each<[string, (each: Tracking) => Tracking]>([
  ["every parcel is at its end", (each) => ({ ...each, terminal: true })],
  ["scans are dropped", (each) => ({ ...each, events: [] })],
  ["the first scan is dropped", (each) => ({ ...each, events: each.events.slice(1) })],
  [
    "local times are read as another zone's",
    (each) => ({ ...each, events: each.events.map((event) => ({ ...event, at: event.at?.replace("Z", "+08:00") ?? "" })) }),
  ],
  ["every scan is a delivery", (each) => ({ ...each, events: each.events.map((event) => ({ ...event, status: "delivered" as const })) })],
])("the carrier contract fails where %s", async (_, change) => {
  const cases = carrier({ create: carrierOf((found) => found.map((each) => (each.events.length > 0 ? change(each) : each))) });
  expect(await failing(cases)).toContain("carrier/content");
});

it("the carrier contract fails where an error quotes the parcel's number, without being told of it", async () => {
  const create: CarrierContractOptions["create"] = (environment) => {
    const whole = carrierOf()(environment);
    return {
      ...whole,
      track: (number, options) =>
        whole.track(number, options).catch((error: unknown) => {
          throw AdapterError.isInstance(error) && error.reason === "not_found"
            ? new AdapterError({ adapter: "tiny", reason: "not_found", message: `no parcel ${number}` })
            : error;
        }),
    };
  };
  expect(await failing(carrier({ create }))).toEqual(["faults/404"]);
});

// Translators

const textsSchema = z.object({ texts: z.array(z.string()) });
interface TranslatorFlaw {
  readonly perCall?: number;
  readonly keepsEmpty?: boolean;
  readonly asksForNothing?: boolean;
  readonly name?: string;
  readonly forgets?: boolean;
}
const translatorOf =
  ({
    perCall = 50,
    keepsEmpty = true,
    asksForNothing = false,
    name = "tiny",
    forgets = false,
  }: TranslatorFlaw = {}): TranslatorContractOptions["create"] =>
  (environment): Translator => ({
    specVersion: "1",
    name,
    translate: async (texts, { signal }) => {
      const wanted = texts.filter((text) => text !== "");
      const done: string[] = [];
      for (let from = 0; from < wanted.length || (asksForNothing && from === 0); from += perCall) {
        const part = wanted.slice(from, from + perCall);
        const request = { operation: "translate", method: "POST", path: "/", json: { texts: part }, repeatable: true } as const;
        const answer = await clientOf(environment).json(signal === undefined ? request : { ...request, signal });
        const { texts: translated } = read(textsSchema, answer);
        if (translated.length !== part.length) throw malformed();
        done.push(...translated);
        if (forgets) break;
      }
      return keepsEmpty ? texts.map((text) => (text === "" ? "" : (done.shift() ?? ""))) : done;
    },
  });
const bracketed = async (request: Request) => {
  const { texts } = (await request.json()) as { texts: string[] };
  return Response.json({ texts: texts.map((text) => `[${text}]`) });
};
const translator = (flaw: TranslatorFlaw = {}) =>
  translatorContract({
    create: translatorOf(flaw),
    answer: bracketed,
    answerToTwo: () => Response.json({ texts: ["[Hello]", "[Goodbye]"] }),
    planted,
  });

holds("translators", translator(), {
  identity: () => translator({ name: "" }),
  "translator/order": () => translator({ keepsEmpty: false }),
  "translator/many": () => translator({ forgets: true }),
  "translator/nothing": () => translator({ asksForNothing: true }),
});

// Rates

const ratesSchema = z.object({
  date: z.iso.date(),
  usd: z
    .string()
    .regex(/^\d+\.\d+$/)
    .refine((rate) => Number(rate) > 0),
});
const ratesOf =
  ({ staleAfterDays = 5, checksDate = true, name = "tiny", inverted = false, relabelled = false }): RateSourceContractOptions["create"] =>
  (environment): RateSource => ({
    specVersion: "1",
    name,
    ratesFor: async (date, { signal } = {}) => {
      const day = z.iso.date().safeParse(date).success ? Date.parse(date) : undefined;
      if (day === undefined && checksDate) throw rejected();
      const request = { operation: "rates", path: "/" };
      const { date: published, usd } = read(
        ratesSchema,
        await clientOf(environment).json(signal === undefined ? request : { ...request, signal }),
      );
      const age = ((day ?? 0) - Date.parse(published)) / 86_400_000;
      if (age < 0 || age > staleAfterDays)
        throw new AdapterError({ adapter: "tiny", reason: "not_found", message: "no rates for the day" });
      return { base: "EUR", date: relabelled ? "2026-03-02" : published, rates: { USD: inverted ? (1 / Number(usd)).toFixed(6) : usd } };
    },
  });
const rates = (flaw: Parameters<typeof ratesOf>[0] = {}) =>
  rateSourceContract({
    create: ratesOf(flaw),
    date: "2026-03-03",
    answer: () => Response.json({ date: "2026-03-03", usd: "1.1" }),
    expected: { base: "EUR", date: "2026-03-03", rates: { USD: "1.10" } },
    staleDate: "2026-04-03",
    planted,
  });

holds("rate sources", rates(), {
  identity: () => rates({ name: "-" }),
  "rates/content": () => rates({ inverted: true }),
  "rates/stale": () => rates({ staleAfterDays: 1000 }),
  "rates/odd-dates": () => rates({ checksDate: false }),
});

it("the contract of rate sources fails where rates are given another day", async () => {
  expect(await failing(rates({ relabelled: true }))).toContain("rates/content");
});

// Timers

type TimerFlaw =
  | "again"
  | "unordered"
  | "twice"
  | "never cancelled"
  | "not in the past"
  | "overflow"
  | "shared data"
  | "any time"
  | "ends at a failure";
interface Entry extends DueTimer {
  readonly due: number;
}
const timers = (flaw?: TimerFlaw) =>
  timerContract({
    create: (clock, onDue) => {
      let entries: Entry[] = [];
      const service: TimerService = {
        specVersion: "1",
        name: "tiny",
        set: async (key, at, data) => {
          const due = readInstant(at) ?? (flaw === "any time" ? Number.NaN : undefined);
          if (due === undefined) throw new RangeError("no instant");
          if (flaw === "not in the past" && due < clock()) return;
          if (flaw !== "twice") entries = entries.filter((each) => each.key !== key);
          const soon = flaw === "overflow" && due - clock() > 2 ** 31;
          entries.push({ key, at, due: soon ? clock() : due, data: flaw === "shared data" ? data : structuredClone(data) });
        },
        cancel: async (key) => {
          if (flaw !== "never cancelled") entries = entries.filter((each) => each.key !== key);
        },
      };
      return {
        timers: service,
        advance: async (to) => {
          const due = entries.filter((each) => each.due <= to);
          if (flaw !== "again") entries = entries.filter((each) => !due.includes(each));
          if (flaw !== "unordered") due.sort((one, other) => one.due - other.due);
          for (const { key, at, data } of due) {
            try {
              await onDue({ key, at, data });
            } catch {
              if (flaw === "ends at a failure") return;
            }
          }
        },
      };
    },
  });

holds("timers", timers(), {
  "timers/once": () => timers("again"),
  "timers/order": () => timers("unordered"),
  "timers/move": () => timers("twice"),
  "timers/cancel": () => timers("never cancelled"),
  "timers/past": () => timers("not in the past"),
  "timers/far": () => timers("overflow"),
  "timers/copy": () => timers("shared data"),
  "timers/failing": () => timers("ends at a failure"),
  "timers/odd-times": () => timers("any time"),
});

// Marketplaces

const listSchema = z.object({
  messages: z.array(z.object({ id: z.string().min(1), at: z.iso.datetime(), by: z.string(), text: z.string() })),
});
interface MarketplaceFlaw {
  readonly name?: string;
  readonly old?: boolean;
  readonly echoes?: boolean;
  readonly repeats?: boolean;
  readonly sent?: string;
  readonly ref?: string;
  readonly refundsAgain?: boolean;
  readonly forgetsKey?: boolean;
  readonly leaks?: boolean;
  readonly asserts?: boolean;
}
const marketplaceOf =
  ({
    name = "tiny",
    old = false,
    echoes = false,
    repeats = false,
    sent = "m-9",
    ref = "r-1",
    refundsAgain = false,
    forgetsKey = false,
    leaks = false,
    asserts = false,
  }: MarketplaceFlaw = {}): MarketplaceContractOptions["create"] =>
  (environment): MarketplaceAdapter => {
    const client = clientOf(environment);
    return {
      specVersion: "1",
      name,
      capabilities: {
        order: async (id, given = {}) => {
          const answer = read(
            z.object({ id: z.string() }),
            await client.json({ operation: "order", path: "/orders/{id}", params: { id }, ...given }),
          );
          if (answer.id !== id) throw malformed();
          return { id: answer.id };
        },
        listMessages: async (since, given = {}) => {
          const { messages } = read(listSchema, await client.json({ operation: "messages", path: "/messages", ...given }));
          const wanted = messages.filter(({ at, by }) => (old || Date.parse(at) >= Date.parse(since)) && (echoes || by !== "seller"));
          const unique = new Map(
            wanted.map(({ id, at, by, text }): [string, InboundMessage] => [
              id,
              { id, at, channel: "marketplace_message", from: { name: by }, text },
            ]),
          );
          return [...unique.values()].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
        },
        reply: async ({ thread }, text, given = {}) => {
          const request = { operation: "reply", method: "POST", path: "/messages", json: { thread, text }, repeatable: repeats } as const;
          const answered = await client.json({ ...request, ...given }).catch((error: unknown) => {
            throw leaks && AdapterError.isInstance(error) && error.reason === "auth"
              ? new Error(`planted-key refused for "${text}"`)
              : error;
          });
          const { id } = read(z.object({ id: z.string().min(1) }), answered);
          return { id: sent === "m-9" ? id : sent };
        },
        refund: async (order, amount, { key, ...given }) => {
          const json = forgetsKey ? { order, amount } : { order, amount, key };
          const request = { operation: "refund", method: "POST", path: "/refunds", json, repeatable: refundsAgain } as const;
          const answered = await client.json({ ...request, ...given }).catch((error: unknown) => {
            if (asserts && AdapterError.isInstance(error) && error.reason === "rejected") return { ref: "a guess" };
            throw error;
          });
          const { ref: reference } = read(z.object({ ref: z.string().min(1) }), answered);
          return { status: "submitted", ref: ref === "r-1" ? reference : ref };
        },
      },
    };
  };
const written = [
  { id: "m-3", at: "2026-03-03T12:00:00Z", by: "buyer", text: "c" },
  { id: "m-2", at: "2026-03-02T12:00:00Z", by: "seller", text: "b" },
  { id: "m-1", at: "2026-03-01T12:00:00Z", by: "buyer", text: "a" },
  { id: "m-0", at: "2026-02-01T12:00:00Z", by: "buyer", text: "long ago" },
];
const marketplace = (flaw: MarketplaceFlaw = {}, options: Partial<MarketplaceContractOptions> = {}) =>
  marketplaceContract({
    create: marketplaceOf(flaw),
    order: { id: "O-1", answer: () => Response.json({ id: "O-1" }) },
    messages: { since: "2026-03-01T00:00:00Z", own: "m-2", answer: () => Response.json({ messages: written }) },
    reply: { thread: "t", text: "Hello there", answer: () => Response.json({ id: "m-9" }) },
    refund: {
      order: "O-1",
      amount: { amount: "1.00", currency: "EUR" },
      key: "case-7-refund",
      answer: () => Response.json({ ref: "r-1" }),
    },
    planted,
    ...options,
  });

holds("marketplaces", marketplace(), {
  identity: () => marketplace({ name: "two words" }),
  "marketplace/declared": () => {
    const { refund: _refund, ...rest } = { create: marketplaceOf(), refund: undefined };
    return marketplaceContract({ ...rest, order: { id: "O-1", answer: () => Response.json({ id: "O-1" }) }, planted });
  },
  "messages/since": () => marketplace({ old: true }),
  "messages/no-echo": () => marketplace({ echoes: true }),
  "reply/sent-once": () => marketplace({ repeats: true }),
  "refund/sent-once": () => marketplace({ refundsAgain: true }),
  "refund/key-sent": () => marketplace({ forgetsKey: true }),
});

it("the marketplace contract fails where a reply or a refund without its id or reference counts as done", async () => {
  expect(await failing(marketplace({ ref: "" }))).toContain("refund/submitted");
  expect(await failing(marketplace({ sent: "" }))).toContain("reply/sent");
});

it("the marketplace contract fails where a refused reply's error quotes the key and the text", async () => {
  expect(await failing(marketplace({ leaks: true }))).toEqual(["reply/faults/401"]);
});

it("the marketplace contract fails where a refused refund counts as submitted", async () => {
  expect(await failing(marketplace({ asserts: true }))).toContain("refund/faults/422");
});

// Webhooks

const secret = "planted-secret";
const whole = new TextEncoder().encode('{"events":[{"id":"e-1"},{"id":"e-2"}]}');
type Check = (request: WebhookRequest) => Promise<WebhookVerdict>;
const verify =
  (signedPart: (body: Uint8Array) => Uint8Array = (body) => body): Check =>
  ({ body, headers, secrets }) =>
    verifyHmac({ hash: "SHA-256", secrets, signed: signedPart(body), signature: headerOf(headers, "x-sign"), encoding: "hex" });
const parseEvents = (body: Uint8Array) =>
  read(z.object({ events: z.array(z.object({ id: z.string() })) }), decodeJson("tiny", body)).events;
const webhook = (change: Partial<WebhookContractOptions> = {}, signedPart: (body: Uint8Array) => Uint8Array = (body) => body) =>
  webhookContract({
    verifyWebhook: verify(signedPart),
    parseWebhook: parseEvents,
    genuine: async () => ({
      body: whole,
      headers: { "x-sign": encodeHex(await hmac("SHA-256", secret, signedPart(whole))) },
      secrets: [secret],
    }),
    signatureHeader: "X-Sign",
    planted: [secret],
    ...change,
  });

holds("webhooks", webhook(), {
  "webhook/genuine": () => webhook({ parseWebhook: () => [] }),
  "webhook/header-case": () =>
    webhook({
      verifyWebhook: async (request) => {
        const value = (request.headers as Record<string, unknown>)["x-sign"];
        return typeof value === "string" ? verify()(request) : { ok: false, reason: "no signature" };
      },
    }),
  "webhook/changed-body": () => webhook({}, (body) => body.map((byte) => byte & 0xfe)),
  "webhook/longer-body": () => webhook({}, (body) => body.slice(0, whole.length)),
  "webhook/no-signature": () =>
    webhook({ verifyWebhook: async (request) => (headerOf(request.headers, "x-sign") === undefined ? { ok: true } : verify()(request)) }),
  "webhook/odd-signature": () =>
    webhook({
      verifyWebhook: async (request) => {
        const signature = headerOf(request.headers, "x-sign");
        if (signature !== undefined && decodeHex(signature) === undefined) throw new TypeError("no digits");
        return verify()(request);
      },
    }),
  "webhook/no-secret": () =>
    webhook({ verifyWebhook: async (request) => (request.secrets.every((each) => each === "") ? { ok: true } : verify()(request)) }),
  "webhook/wrong-secret": () =>
    webhook({ verifyWebhook: (request) => verify()({ ...request, secrets: request.secrets.map((each) => each.slice(0, secret.length)) }) }),
  "webhook/odd-bodies": () =>
    webhook({ parseWebhook: (body) => (JSON.parse(new TextDecoder().decode(body)) as { events: unknown[] }).events }),
});

it("the webhook contract tries another real key, not just one that can't be read", async () => {
  let other = "";
  const cases = webhook({
    genuine: () => ({ body: whole, headers: { "x-sign": "00" }, secrets: [], keys: { k: "own" } }),
    verifyWebhook: async ({ keys = {} }) => ({ ok: false, reason: (other = keys["k"] ?? "") }),
  });
  await cases.find(({ id }) => id === "webhook/wrong-secret")?.run();
  const spki = Uint8Array.from(atob(other.replace(/-----[A-Z ]+-----|\s/g, "")), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  expect(key.usages).toEqual(["verify"]);
});

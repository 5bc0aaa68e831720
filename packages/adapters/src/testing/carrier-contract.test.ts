import * as z from "zod";
import { expect, it } from "vitest";
import type { Tracking } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { carrierContract, type CarrierContractOptions } from "./carrier-contract.js";
import { failing, holds } from "./twins/broken-twins.js";
import { clientOf, planted, read } from "./twins/tiny-adapter.js";

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

function expectObject(body: null): Tracking[] {
  throw new TypeError(`expected an object, got ${String(body)}`);
}

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

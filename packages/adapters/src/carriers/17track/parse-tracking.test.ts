import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AdapterError } from "@amends/core/errors";
import { shipmentStatuses } from "@amends/core/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import codes from "./codes.json" with { type: "json" };
import found from "./fixtures/gettrackinfo.json" with { type: "json" };
import notFound from "./fixtures/gettrackinfo.not-found.json" with { type: "json" };
import stopped from "./fixtures/webhook.stopped.json" with { type: "json" };
import updated from "./fixtures/webhook.updated.json" with { type: "json" };
import { carrierKey, carrierName, parseTracking } from "./parse-tracking.js";

const answer = (events: readonly object[], latest_status: object | null = null, more: object = {}) => ({
  code: 0,
  data: {
    accepted: [
      { number: "N-1", carrier: 3011, ...more, track_info: { latest_status, tracking: { providers: [{ provider: null, events }] } } },
    ],
  },
});
const tracked = (...given: Parameters<typeof answer>) => {
  const [tracking] = parseTracking(answer(...given));
  if (tracking === undefined) throw new Error("nothing was read");
  return tracking;
};
const reasonOf = (body: unknown) => {
  try {
    return parseTracking(body);
  } catch (error) {
    return AdapterError.isInstance(error) ? [error.reason, error.retryable] : error;
  }
};

describe("a parcel of two legs", () => {
  const [tracking] = parseTracking(found);

  it("has one list of scans by instant, each once", () => {
    expect(tracking?.events.map(({ at, status, code }) => [at, status, code])).toEqual([
      ["2026-02-14T01:30:00Z", "picked_up", "InTransit_PickedUp"],
      ["2026-02-15T18:10:00Z", "in_transit", "InTransit_Departure"],
      ["2026-02-20T18:05:00Z", "in_transit", "InTransit_Arrival"],
      ["2026-02-22T11:40:00Z", "customs", "InTransit_CustomsReleased"],
      ["2026-02-23T13:01:00Z", "out_for_delivery", "OutForDelivery_Other"],
    ]);
  });

  it("belongs to the carrier it was registered with, and says where it stands", () => {
    expect(tracking).toMatchObject({
      trackingNumber: "LZ123456785CN",
      carrier: "china_post",
      status: "out_for_delivery",
      terminal: false,
      notUnderstood: [],
    });
    expect(tracking?.events.at(-1)).toMatchObject({
      local: "2026-02-23T08:01:00",
      offset: "-05:00",
      zoneKnown: true,
      place: "AKRON, OH, US",
    });
  });
});

describe("times", () => {
  const scan = (time: object) => tracked([{ ...time, sub_status: "InTransit_Other" }]);

  it("without an offset get none, and order the scans by the clocks", () => {
    const [tracking] = parseTracking(updated);
    expect(tracking?.events).toEqual([
      {
        local: "2026-02-01T09:00:00",
        offset: "+08:00",
        at: "2026-02-01T01:00:00Z",
        zoneKnown: true,
        status: "picked_up",
        reason: null,
        code: "PickedUp",
        text: "Received items",
        place: "SHENZHEN",
      },
      {
        local: "2026-02-11T14:20:00",
        zoneKnown: false,
        status: "delivered",
        reason: null,
        code: "Delivered",
        text: "Delivered, front porch",
        place: "AUSTIN, TX",
      },
    ]);
  });

  it("take the offset from the instant where only the clock is told", () => {
    expect(scan({ time_iso: "2026-03-03T15:00:00", time_utc: "2026-03-03T07:00:00Z" }).events[0]).toMatchObject({
      offset: "+08:00",
      at: "2026-03-03T07:00:00Z",
    });
    expect(scan({ time_utc: "2026-03-03T07:00:00Z" }).events[0]).toMatchObject({ local: "2026-03-03T07:00:00", offset: "Z" });
  });

  it("that contradict each other are listed, and no instant is given", () => {
    const { events, notUnderstood } = scan({ time_iso: "2026-03-03T15:00:00+08:00", time_utc: "2026-03-03T08:00:00Z" });
    expect(events[0]).toMatchObject({ local: "2026-03-03T15:00:00", zoneKnown: false });
    expect(events[0]).not.toHaveProperty("at");
    expect(notUnderstood).toEqual(['times that contradict each other "2026-03-03T15:00:00+08:00 and 2026-03-03T08:00:00Z"']);
  });

  it("that are missing are noted without the description, which may name a person", () => {
    const { notUnderstood } = scan({ sub_status: "", stage: null, description: "Signed by Ana Planted" });
    expect(JSON.stringify(notUnderstood)).not.toContain("Planted");
  });

  it.each([
    [{ time_raw: { date: "2026-03-03", time: "15:00:00", timezone: "PST" } }, 'timezone "PST"', "2026-03-03T15:00:00"],
    [{ time_raw: { date: "2026-03-03" } }, 'a scan with a date alone "2026-03-03"', "2026-03-03T00:00:00"],
    [{ time_iso: "soon", time_raw: { date: "2026-03-03", time: "15:00" } }, 'time_iso "soon"', "2026-03-03T15:00:00"],
    [{ time_iso: "2026-03-03T15:00:00Z", time_utc: "soon" }, 'time_utc "soon"', "2026-03-03T15:00:00"],
    [{ time_raw: { date: "3 March", time: "15:00" } }, 'time_raw "3 March 15:00"', undefined],
    [{}, 'a scan without a time "InTransit_Other"', undefined],
  ])("%j is noted", (time, note, local) => {
    const { events, notUnderstood } = scan(time);
    expect(notUnderstood).toContain(note);
    expect(events[0]?.local).toBe(local);
  });

  it("of ties stay as the carrier lists them; sorting never loses a scan", () => {
    const scans = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 23 }), zone: fc.constantFrom("", "Z", "+08:00") }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(scans, (list) => {
        const { events } = tracked(
          list.map(({ hour, zone }, index) => ({
            time_iso: `2026-03-03T${String(hour).padStart(2, "0")}:00:00${zone}`,
            description: `scan ${index}`,
          })),
        );
        expect(events.map(({ text }) => text).toSorted()).toEqual(list.map((_, index) => `scan ${index}`).toSorted());
        const known = events.every(({ at }) => at !== undefined);
        const keys = events.map(({ at, local, text }) => [Date.parse(known ? (at ?? "") : `${local}Z`), Number(text.slice(5))] as const);
        expect(keys).toEqual(keys.toSorted(([left, first], [right, second]) => left - right || first - second));
      }),
    );
  });
});

describe("codes", () => {
  it("all stand for words of the model", () => {
    const words = Object.values(codes.statuses).map(({ status }) => status);
    expect(words.filter((word) => !(shipmentStatuses as readonly string[]).includes(word))).toEqual([]);
    expect(Object.values(codes.stages).filter((code) => !Object.hasOwn(codes.statuses, code))).toEqual([]);
  });

  it.each([
    ["InTransit", "InTransit_CustomsRequiringInformation", "customs", "documents_missing", false],
    ["DeliveryFailure", "DeliveryFailure_InvalidAddress", "attempt_failed", "wrong_address", false],
    ["Exception", "Exception_Returned", "returned", null, true],
    ["Exception", "Exception_Lost", "lost", null, true],
    ["Expired", "Expired_Other", "stale", null, false],
    ["NotFound", "NotFound_InvalidCode", "unknown", "invalid_number", false],
    ["InTransit", null, "in_transit", null, false],
  ])("%s / %s", (status, sub_status, ours, reason, terminal) => {
    expect(tracked([], { status, sub_status })).toMatchObject({ status: ours, reason, terminal, notUnderstood: [] });
  });

  it("that aren't known are listed, their scan kept as unknown", () => {
    const scan = { time_iso: "2026-03-03T15:00:00Z", sub_status: "InTransit_Teleported", stage: "Delivered" };
    const { events, status, notUnderstood } = tracked([scan, { ...scan, sub_status: null, stage: "Beamed" }], {
      status: "InTransit",
      sub_status: "InTransit_New",
    });
    expect(events.map((each) => [each.code, each.status])).toEqual([
      ["InTransit_Teleported", "unknown"],
      ["Beamed", "unknown"],
    ]);
    expect(status).toBe("in_transit");
    expect(notUnderstood).toEqual(['sub_status "InTransit_Teleported"', 'stage "Beamed"', 'sub_status "InTransit_New"']);
    expect(tracked([], { status: "constructor", sub_status: "__proto__" })).toMatchObject({ status: "unknown", terminal: false });
  });

  it("that are absent leave the scan unknown, with nothing to list", () => {
    expect(tracked([{ time_iso: "2026-03-03T15:00:00Z", description: null }])).toMatchObject({
      events: [{ status: "unknown", code: "", text: "" }],
      notUnderstood: [],
    });
  });
});

describe("answers", () => {
  it.each([
    [{ code: -18010002, data: { errors: [{ code: -18010002, message: "Invalid security key." }] } }, ["auth", false]],
    [{ code: -18010001, data: null }, ["auth", false]],
    [{ code: -18010003, data: {} }, ["unavailable", true]],
    [{ code: -18010014, data: {} }, ["rejected", false]],
    [{ code: 7, data: {} }, ["rejected", false]],
    [notFound, ["not_found", true]],
    ...([
      [-18019902, "not_found", false],
      [-18019903, "rejected", false],
      [-18019907, "rate_limited", true],
      [-18019908, "rate_limited", false],
    ].map(([code, ...expected]) => [{ code: 0, data: { accepted: [], rejected: [{ number: "N-1", error: { code } }] } }, expected]) as [
      object,
      unknown[],
    ][]),
    [{ code: 0, data: null }, ["malformed", false]],
    [{ code: 0, data: { accepted: {} } }, ["malformed", false]],
    [{ event: "TRACKING_UPDATED", data: null }, ["malformed", false]],
    ["text", ["malformed", false]],
    [null, ["malformed", false]],
  ])("%j", (body, expected) => {
    expect(reasonOf(body)).toEqual(expected);
  });

  it("keep the numbers found beside others that were refused", () => {
    const both = { code: 0, data: { accepted: found.data.accepted, rejected: notFound.data.rejected } };
    expect(parseTracking(both)).toHaveLength(1);
    expect(parseTracking({ code: 0, data: { accepted: [], rejected: [] } })).toEqual([]);
  });

  it("with nothing but nulls are parcels nobody knows", () => {
    const nobody = {
      trackingNumber: "N-1",
      carrier: "unknown",
      status: "unknown",
      reason: null,
      terminal: false,
      events: [],
      notUnderstood: [],
    };
    expect(parseTracking({ code: 0, data: { accepted: [{ number: "N-1", carrier: null, track_info: null }], rejected: null } })).toEqual([
      nobody,
    ]);
    expect(
      parseTracking({
        code: 0,
        data: { accepted: [{ number: "N-1", track_info: { latest_status: null, tracking: { providers: null } } }] },
      }),
    ).toEqual([nobody]);
  });

  it("that stop the tracking say nothing of the parcel", () => {
    expect(parseTracking(stopped)).toEqual([]);
  });
});

describe("carriers", () => {
  it.each([
    [190008, "YunExpress", "yunexpress"],
    [999_999, "Übermorgen Logistik (AT)", "ubermorgen_logistik_at"],
    [999_999, "顺风", "17track:999999"],
    [0, null, "unknown"],
  ])("%s %s is %s", (key, name, ours) => {
    expect(carrierName(key, name)).toBe(ours);
  });

  it("are found by our name, a key, or not at all where several share a name", () => {
    expect(["royal_mail", "21051", "17track:3013", "dpd", "nobody"].map(carrierKey)).toEqual([11031, 21051, 3013, undefined, undefined]);
  });

  it("are those that tell of the parcel where it was registered with another", () => {
    const providers = [{ provider: { key: 100002, name: "UPS" }, events: [] }];
    const body = { code: 0, data: { accepted: [{ number: "N-1", carrier: 3011, track_info: { tracking: { providers } } }] } };
    expect(parseTracking(body)[0]?.carrier).toBe("ups");
  });
});

const payloads = join(process.env["AMENDS_PAYLOADS"] ?? join(import.meta.dirname, "../../../../../../shared/data/payloads"), "17track");
const recorded = existsSync(payloads) ? readdirSync(payloads).filter((file) => file.endsWith(".json")) : [];

describe.skipIf(recorded.length === 0)("recorded answers (skipped without a folder of recorded payloads, see AMENDS_PAYLOADS)", () => {
  it.each(recorded)("%s is read or a typed error", (file) => {
    const body: unknown = JSON.parse(readFileSync(join(payloads, file), "utf8"));
    if (file.includes("error") || file.startsWith("register")) return expect(() => parseTracking(body)).toThrow(AdapterError);
    const [tracking] = parseTracking(body);
    expect(tracking).toMatchObject({ status: "delivered", terminal: true, notUnderstood: [] });
    const instants = tracking?.events.map(({ at }) => Date.parse(at ?? "")) ?? [];
    expect(instants.length).toBeGreaterThan(3);
    expect(instants).toEqual(instants.toSorted((left, right) => left - right));
  });
});

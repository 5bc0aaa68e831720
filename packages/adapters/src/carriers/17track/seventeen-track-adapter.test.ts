import { AmendsError, type AdapterError } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import { carrierContract } from "../../testing/carrier-contract.js";
import { watchedEnvironment, type Answer } from "../../testing/contract-environment.js";
import { defineContract } from "../../testing/define-contract.js";
import found from "./fixtures/gettrackinfo.json" with { type: "json" };
import notFound from "./fixtures/gettrackinfo.not-found.json" with { type: "json" };
import notRegistered from "./fixtures/gettrackinfo.not-registered.json" with { type: "json" };
import registered from "./fixtures/register.json" with { type: "json" };
import { parseTracking } from "./parse-tracking.js";
import { createSeventeenTrackAdapter, type SeventeenTrackOptions } from "./seventeen-track-adapter.js";

const apiKey = "K-planted-access-key";
const number = "LZ123456785CN";
const refusal = (code: number, of = number) => ({ code: 0, data: { accepted: [], rejected: [{ number: of, error: { code } }] } });

const strange = () => {
  const copy = structuredClone(found) as {
    data: { accepted: { track_info: { tracking: { providers: { events: { sub_status: string }[] }[] } } }[] };
  };
  const [event] = copy.data.accepted[0]?.track_info.tracking.providers[0]?.events ?? [];
  if (event !== undefined) event.sub_status = "InTransit_Teleported";
  return copy;
};

describe("17TRACK", () => {
  defineContract(
    carrierContract({
      create: (environment) => createSeventeenTrackAdapter({ apiKey, ...environment }),
      parseTracking,
      trackingNumber: number,
      found: () => structuredClone(found),
      expected: {
        status: "out_for_delivery",
        terminal: false,
        scans: 5,
        first: { local: "2026-02-14T09:30:00", at: "2026-02-14T01:30:00Z", status: "picked_up" },
        last: { local: "2026-02-23T08:01:00", at: "2026-02-23T13:01:00Z", status: "out_for_delivery" },
      },
      notFound: () => structuredClone(notFound),
      unknownCode: { body: strange, code: "InTransit_Teleported" },
      planted: [apiKey],
    }),
    { test: it, skip: it.skip },
  );
});

/** An adapter whose network answers by operation, and what was sent. */
function bench(
  answer: (operation: string, body: { number: string; carrier?: number }[], call: number) => unknown,
  more: Partial<SeventeenTrackOptions> = {},
) {
  const sent: { operation: string; body: { number: string; carrier?: number }[]; token: string | null }[] = [];
  const reply: Answer = async (call, request) => {
    const operation = request.url.split("/").at(-1) ?? "";
    const body = (await request.json()) as { number: string; carrier?: number }[];
    sent.push({ operation, body, token: request.headers.get("17token") });
    const given = answer(operation, body, call);
    return given instanceof Response ? given : Response.json(given);
  };
  const { environment, slept } = watchedEnvironment(reply);
  return { sent, slept, adapter: createSeventeenTrackAdapter({ apiKey, ...environment, timeoutSeconds: 5, ...more }) };
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as AdapterError,
  );

describe("a number", () => {
  it("is asked for with the key and the carrier's own number", async () => {
    const { adapter, sent } = bench(() => found);
    expect(await adapter.track(number, { carrier: "china_post" })).toMatchObject([{ trackingNumber: number, carrier: "china_post" }]);
    expect(sent).toEqual([{ operation: "gettrackinfo", body: [{ number, carrier: 3011 }], token: apiKey }]);
  });

  it("leaves a carrier that 17TRACK doesn't know to 17TRACK", async () => {
    const { adapter, sent } = bench(() => found);
    await adapter.track(number, { carrier: "some_courier" });
    expect(sent[0]?.body).toEqual([{ number }]);
  });

  it("is registered first where 17TRACK doesn't watch it", async () => {
    const { adapter, sent } = bench((operation, _, call) => (operation === "register" ? registered : call === 1 ? notRegistered : found));
    expect(await adapter.track(number)).toHaveLength(1);
    expect(sent.map(({ operation }) => operation)).toEqual(["gettrackinfo", "register", "gettrackinfo"]);
  });

  it("may be registered already, by somebody who was faster", async () => {
    const { adapter } = bench((operation, _, call) => (operation === "register" ? refusal(-18019901) : call === 1 ? notRegistered : found));
    expect(await adapter.track(number)).toHaveLength(1);
  });

  it.each([
    [-18019909, "not_found", true],
    [-18019908, "rate_limited", false],
    [-18019903, "rejected", false],
  ])("that can't be registered or found is a typed error: %s", async (code, reason, retryable) => {
    const { adapter } = bench((operation, _, call) => (operation === "gettrackinfo" && call === 1 ? notRegistered : refusal(code)));
    const error = await errorOf(adapter.track(number));
    expect(error).toMatchObject({ reason, retryable, adapter: "17track" });
    expect(error?.message).toContain(`(${code})`);
    expect(error?.message).not.toContain(number);
  });

  it("isn't registered where the host doesn't want it", async () => {
    const { adapter, sent } = bench(() => notRegistered, { register: false });
    expect(await errorOf(adapter.track(number))).toMatchObject({ reason: "not_found" });
    expect(sent).toHaveLength(1);
  });

  it("that the answer leaves out is malformed", async () => {
    const { adapter } = bench(() => found);
    expect(await errorOf(adapter.track("OTHER1"))).toMatchObject({ reason: "malformed" });
  });

  it.each(["", "  ", "x".repeat(101)])("%j is refused before anybody is asked", async (odd) => {
    const { adapter, sent } = bench(() => found);
    expect(await errorOf(adapter.track(odd))).toMatchObject({ reason: "rejected" });
    expect(sent).toEqual([]);
  });

  it("is refused with 17TRACK's own code in the message", async () => {
    const { adapter } = bench(() => Response.json({ code: -18010001, data: {} }, { status: 401 }));
    expect((await errorOf(adapter.track(number)))?.message).toBe("17track: gettrackinfo: HTTP 401 (-18010001)");
  });
});

describe("many numbers", () => {
  const accepted = (numbers: readonly { number: string }[]) => ({
    code: 0,
    data: { accepted: numbers.map(({ number: each }) => ({ number: each, carrier: 3011, track_info: null })), rejected: [] },
  });

  it("go in calls of 40, three a second, each number once", async () => {
    const { adapter, sent, slept } = bench((_, body) => accepted(body));
    const numbers = Array.from({ length: 165 }, (_, index) => `N${index}`);
    const { found: all, failed } = await adapter.trackAll([...numbers, "N0", " N1 "]);
    expect(sent.map(({ body }) => body.length)).toEqual([40, 40, 40, 40, 5]);
    expect(all.map(({ trackingNumber }) => trackingNumber)).toEqual(numbers);
    expect(failed).toEqual([]);
    expect(slept.map((seconds) => Math.round(seconds * 1000))).toEqual([333, 667]);
  });

  it("tell of each what went wrong, and register those that weren't", async () => {
    const { adapter, sent } = bench((operation, body, call) => {
      if (operation === "register")
        return {
          code: 0,
          data: {
            accepted: [],
            rejected: [
              { number: "B", error: { code: -18019903 } },
              { number: "C", error: { code: -18019901 } },
            ],
          },
        };
      if (call > 1) return accepted(body);
      return {
        code: 0,
        data: {
          accepted: accepted([{ number: "A" }]).data.accepted,
          rejected: ["B", "C", "D"].map((each) => ({ number: each, error: { code: each === "D" ? -18019909 : -18019902 } })),
        },
      };
    });
    const { found: all, failed } = await adapter.trackAll(["A", "B", "C", "D"]);
    expect(all.map(({ trackingNumber }) => trackingNumber)).toEqual(["A", "C"]);
    expect(failed.map(({ trackingNumber, error }) => [trackingNumber, error.reason])).toEqual([
      ["D", "not_found"],
      ["B", "rejected"],
    ]);
    expect(sent.map(({ body }) => body.map(({ number: each }) => each).join(""))).toEqual(["ABCD", "BC", "C"]);
  });

  it("are registered in one call, those watched already included", async () => {
    const { adapter } = bench((_, body) => ({
      code: 0,
      data: {
        accepted: [],
        rejected: body.map(({ number: each }, index) => ({ number: each, error: { code: index === 0 ? -18019901 : -18019908 } })),
      },
    }));
    expect((await adapter.register(["A", "B"])).failed).toMatchObject([{ trackingNumber: "B", error: { reason: "rate_limited" } }]);
  });
});

describe("options", () => {
  it.each([
    [{}, "apiKey"],
    [{ apiKey: "" }, "apiKey"],
    [{ apiKey: "a\nb" }, "apiKey"],
    [{ apiKey, baseUrl: "ftp://x" }, "baseUrl"],
    [{ apiKey, attempts: 0 }, "attempts"],
    [{ apiKey, fetch: "x" }, "fetch"],
    [{ apiKey, retries: 3 }, "retries"],
  ])("%j are refused with their place", (options, place) => {
    try {
      createSeventeenTrackAdapter(options as SeventeenTrackOptions);
      expect.unreachable();
    } catch (error) {
      expect(AmendsError.isInstance(error)).toBe(true);
      expect((error as AmendsError).message).toContain(place);
      expect(JSON.stringify((error as AmendsError).findings)).not.toContain("a\\nb");
    }
  });

  it("leave no trace of the key in the adapter", () => {
    const adapter = createSeventeenTrackAdapter({ apiKey });
    expect(JSON.stringify(adapter)).toBe('{"specVersion":"1","name":"17track"}');
  });
});

import { describe, expect, it } from "vitest";
import { createHttpClient } from "../../http/http-client.js";
import { encodeBase64 } from "../../signing/base64.js";
import { bytes, deletion, kid, pem, requestOf } from "./testing/ebay-notifications.js";
import { createEbayKeys, verifyWebhook } from "./webhook.js";

describe("createEbayKeys", () => {
  const answer = { key: pem, algorithm: "ECDSA", digest: "SHA1" };
  const keysWith = (respond: (call: number) => Response, clock = () => 0) => {
    const asked: string[] = [];
    const fetch = async (input: string | URL | Request) => {
      asked.push(new Request(input).url);
      return respond(asked.length);
    };
    const client = createHttpClient({ adapter: "ebay", baseUrl: "https://api.ebay.com", fetch, sleep: async () => undefined });
    return { keys: createEbayKeys({ client, clock }), asked };
  };

  it("fetches the key a notification names, once an hour", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      () => Response.json(answer),
      () => now,
    );
    const request = await requestOf(deletion);
    for (now of [0, 3_599_999, 3_600_000]) {
      expect(await verifyWebhook({ ...request, keys: await keys.keysFor(request.headers) })).toEqual({ ok: true });
    }
    expect(asked).toEqual(Array.from({ length: 2 }, () => `https://api.ebay.com/commerce/notification/v1/public_key/${kid}`));
  });

  const named = (id: string) => ({ "x-ebay-signature": encodeBase64(bytes({ alg: "ecdsa", kid: id, signature: "AA==", digest: "SHA1" })) });

  it("asks once for what several notifications name at the same time", async () => {
    const { keys, asked } = keysWith(() => Response.json(answer));
    const given = await Promise.all(Array.from({ length: 20 }, () => keys.keysFor(named(kid))));
    expect(given).toEqual(Array.from({ length: 20 }, () => ({ [kid]: pem })));
    expect(asked).toHaveLength(1);
  });

  it("doesn't ask again for an id that eBay doesn't know, until some time has passed", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      () => new Response("{}", { status: 404 }),
      () => now,
    );
    for (now of [0, 1000, 599_999]) expect(await keys.keysFor(named("forged"))).toEqual({});
    expect(asked).toHaveLength(1);
    now = 600_000;
    await keys.keysFor(named("forged"));
    expect(asked).toHaveLength(2);
  });

  it("lets forgers use up no more than a few calls, while known keys go on", async () => {
    let now = 0;
    const { keys, asked } = keysWith(
      (call) => (call === 1 ? Response.json(answer) : new Response("{}", { status: 404 })),
      () => now,
    );
    await keys.keysFor(named(kid));
    const outcomes: string[] = [];
    for (let id = 0; id < 50; id += 1)
      outcomes.push(
        await keys.keysFor(named(`forged-${id}`)).then(
          () => "none",
          (error: unknown) => (error as { reason: string }).reason,
        ),
      );
    expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(20);
    expect(new Set(outcomes.slice(20))).toEqual(new Set(["rate_limited"]));
    expect(asked).toHaveLength(21);
    expect(await keys.keysFor(named(kid))).toEqual({ [kid]: pem });
    now = 600_000;
    expect(await keys.keysFor(named("forged-51"))).toEqual({});
  });

  it("keeps no more than a hundred", async () => {
    const { keys, asked } = keysWith(() => Response.json(answer));
    for (let id = 0; id <= 100; id += 1) await keys.keyOf(`key-${id}`);
    await keys.keyOf("key-100");
    await keys.keyOf("key-1");
    expect(asked).toHaveLength(101);
    await keys.keyOf("key-0");
    expect(asked).toHaveLength(102);
  });

  it.each([{ ...answer, algorithm: "RSA" }, { ...answer, digest: "MD5" }, { ...answer, digest: "constructor" }, { key: pem }])(
    "refuses a key of an unknown algorithm: $algorithm $digest",
    async (odd) => {
      await expect(keysWith(() => Response.json(odd)).keys.keyOf(kid)).rejects.toMatchObject({ reason: "malformed" });
    },
  );

  it("asks for nothing where the header names no id, and gives no key that eBay doesn't know", async () => {
    const { keys, asked } = keysWith(() => new Response("{}", { status: 404 }));
    for (const odd of ["../../../sell", "", "a b", "x".repeat(65)]) {
      expect(
        await keys.keysFor({ "x-ebay-signature": encodeBase64(bytes({ alg: "ecdsa", kid: odd, signature: "AA==", digest: "SHA1" })) }),
      ).toEqual({});
    }
    expect(await keys.keysFor({})).toEqual({});
    expect(asked).toEqual([]);
    expect(await keys.keysFor((await requestOf(deletion)).headers)).toEqual({});
  });

  it("tells when eBay can't be reached, so that the notification comes again", async () => {
    const { headers } = await requestOf(deletion);
    await expect(keysWith(() => new Response("", { status: 503 })).keys.keysFor(headers)).rejects.toMatchObject({ reason: "unavailable" });
  });
});

import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AdapterError } from "@amends/core/errors";
import type { HttpClientOptions } from "./http-client-options.js";
import { type Answer, clientOf, errorOf, order } from "./testing/scripted-client.js";

describe("secrets", () => {
  const secret = "planted-s3cret";
  const whole = (error: unknown) => JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause]);

  it.each<[string, Answer, Partial<HttpClientOptions>]>([
    ["a failed connection", () => Promise.reject(new TypeError(`fetch failed: ${secret}`)), {}],
    ["a refusal", () => new Response(secret, { status: 400, headers: { "x-secret": secret } }), {}],
    ["a body that is no JSON", () => new Response(secret), {}],
    ["credentials that fail", () => Response.json({}), { headers: () => Promise.reject(new Error(secret)) }],
    ["credentials that can't be sent", () => Response.json({}), { headers: () => ({ authorization: `Bearer ${secret}\nx` }) }],
  ])("stay out of the error after %s", async (_, answer, options) => {
    const { client, attempts } = clientOf(answer, { attempts: 2, ...options });
    const error = await errorOf(client.json({ ...order, params: { id: secret }, query: { key: secret }, headers: { "x-key": secret } }));
    expect(AdapterError.isInstance(error)).toBe(true);
    expect(whole(error)).not.toContain(secret);
    expect(JSON.stringify(attempts)).not.toContain(secret);
  });

  it("stay in the client", () => {
    const { client } = clientOf(() => Response.json({}), { headers: () => ({ authorization: secret }) });
    expect(JSON.stringify(client) + inspect(client, { depth: null })).not.toContain(secret);
  });

  it("are handed through where the credentials' own error is typed", async () => {
    const revoked = new AdapterError({ adapter: "shop", reason: "auth", message: "the refresh token is no longer valid" });
    expect(await errorOf(clientOf(() => Response.json({}), { headers: () => Promise.reject(revoked) }).client.json(order))).toBe(revoked);
  });
});

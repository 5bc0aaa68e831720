import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, it } from "vitest";
import { createEbayClient } from "./ebay-adapter.js";
import { adapter, errorOf, interceptedNetwork } from "./testing/intercepted-ebay.js";

describe("with the network intercepted", () => {
  const network = interceptedNetwork();

  describe("tokens", () => {
    const credentials = { clientId: "planted-client", clientSecret: "planted-secret", refreshToken: "planted-refresh" };
    const tokens = (answer: (count: number) => Response) => {
      const forms: string[] = [];
      network.use(
        http.post("https://api.ebay.com/identity/v1/oauth2/token", async ({ request }) => {
          expect(request.headers.get("authorization")).toBe(`Basic ${btoa("planted-client:planted-secret")}`);
          expect(request.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
          forms.push(await request.text());
          return answer(forms.length);
        }),
      );
      return forms;
    };
    const given: (string | null)[] = [];
    const orders = (status = 200) =>
      network.use(
        http.get("*/order/1", ({ request }) => {
          given.push(request.headers.get("authorization"));
          return HttpResponse.json(status === 200 ? { orderId: "1" } : {}, { status });
        }),
      );
    afterEach(() => void given.splice(0));

    it("are fetched once for calls at once, kept, and renewed before they end", async () => {
      let now = 0;
      const forms = tokens((count) => HttpResponse.json({ access_token: `t${count}`, expires_in: 7200, token_type: "User Access Token" }));
      orders();
      const ebay = adapter({ token: { ...credentials, scopes: ["a", "b"] }, clock: () => now });
      const ask = () => ebay.capabilities.order?.("1");
      await Promise.all([ask(), ask(), ask()]);
      now = 7_139_000;
      await ask();
      now = 7_140_000;
      await ask();
      expect(given).toEqual(["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"]);
      expect(forms).toEqual(Array.from({ length: 2 }, () => "grant_type=refresh_token&refresh_token=planted-refresh&scope=a+b"));
    });

    it("that eBay no longer takes are dropped", async () => {
      const forms = tokens((count) => HttpResponse.json({ access_token: `t${count}`, expires_in: 7200 }));
      orders(401);
      const ebay = adapter({ token: credentials });
      expect(await errorOf(ebay.capabilities.order?.("1"))).toMatchObject({ reason: "auth" });
      orders();
      await ebay.capabilities.order?.("1");
      expect(forms).toHaveLength(2);
      expect(given).toEqual(["Bearer t1", "Bearer t2"]);
    });

    it("of an application alone come without a refresh token", async () => {
      const forms = tokens(() => HttpResponse.json({ access_token: "app", expires_in: 7200 }));
      orders();
      const client = createEbayClient({ token: { clientId: "planted-client", clientSecret: "planted-secret" } });
      await client.json({ operation: "getOrder", path: "/order/1" });
      expect(forms).toEqual([`grant_type=client_credentials&scope=${encodeURIComponent("https://api.ebay.com/oauth/api_scope")}`]);
    });

    it.each([
      [
        "refused",
        () => HttpResponse.json({ error: "invalid_grant", error_description: "planted" }, { status: 400 }),
        "auth",
        "HTTP 400 (invalid_grant)",
      ],
      [
        "of another shape",
        () => HttpResponse.json({ token: "planted-token" }),
        "malformed",
        "the answer has another shape than documented at access_token, expires_in",
      ],
      ["not JSON", () => HttpResponse.text("planted"), "malformed", "the answer is no JSON"],
    ])("that are %s give a typed error with no secret in it", async (_, answer, reason, message) => {
      tokens(answer);
      const error = await errorOf(adapter({ token: credentials }).capabilities.order?.("1"));
      expect(error).toMatchObject({ reason, message: `ebay: getToken: ${message}` });
      expect(JSON.stringify([error, error.stack, error.cause])).not.toMatch(/planted/);
    });
  });
});

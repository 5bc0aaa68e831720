import type { Translator } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { createDesk } from "@amends/desk";
import { describe, expect, it, vi } from "vitest";
import { createCaseStore } from "../examples/05-helpdesk-server/case-store.js";
import { email } from "../examples/05-helpdesk-server/samples.js";
import { createHelpdesk } from "../examples/05-helpdesk-server/server.js";

const authorization = "Bearer mail-token";
const hostile = email.replace(/Subject: .*/, "Subject: <script>alert(1)</script> & lamp").replace("Tom Miller", '"Tom <b>Miller</b>"');
const endpoint = { token: "b", url: "c" };

function helpdesk(translator?: Translator) {
  const store = createCaseStore();
  const save = vi.spyOn(store, "save");
  const desk = createDesk({
    clock: () => Date.UTC(2026, 2, 3, 15),
    adapters: { store, ...(translator === undefined ? {} : { translator }) },
  });
  const ebayKeys = {
    keyOf: async () => "",
    keysFor: async () => Promise.reject(new AdapterError({ adapter: "ebay", reason: "unavailable", message: "503" })),
  };
  const app = createHelpdesk({
    desk,
    store,
    ebayKeys,
    seller: "lamp-shop",
    endpoint,
    mailToken: "mail-token",
    ownAddresses: ["@lamp-shop.example"],
  });
  const mail = async (body: string, headers: Record<string, string> = { authorization }) =>
    (await app.request("/webhooks/email", { method: "POST", body, headers })).status;
  return { app, store, save, mail };
}

describe("the example's helpdesk", () => {
  it("takes no mail without the password, no webhook it can't check, and nothing endless", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { app, store, mail } = helpdesk();
    expect(await mail(email, {})).toBe(401);
    expect(await mail(email, { authorization: "Bearer mail-tokem" })).toBe(401);
    expect(await mail("no e-mail")).toBe(400);
    expect(await mail("x".repeat(5_000_001))).toBe(413);
    // eBay's keys can't be had just now: the notification is to come again.
    expect((await app.request("/webhooks/ebay", { method: "POST", body: "{}" })).status).toBe(503);
    expect(store.list()).toEqual([]);
    expect(await (await app.request("/webhooks/ebay?challenge_code=a")).json()).toEqual({
      challengeResponse: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    });
  });

  it("deals with a message once, and again only where it failed", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { store, save, mail } = helpdesk();
    save.mockRejectedValueOnce(new Error("disk full"));
    expect([await mail(email), store.list().length]).toEqual([503, 0]);
    expect(await Promise.all([mail(email), mail(email)])).toEqual([204, 204]);
    expect(await mail(email)).toBe(204);
    expect(save).toHaveBeenCalledTimes(2);
    expect(
      await mail(
        email.replace("From: Tom Miller <tom.miller@example.com>", "From: help@lamp-shop.example").replace("144100.1", "144100.2"),
      ),
    ).toBe(204);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it("shows what people wrote as text, below a policy that lets no script run", async () => {
    const { app, store, mail } = helpdesk();
    expect(await mail(hostile)).toBe(204);
    const address = `/cases/${encodeURIComponent(store.list()[0]?.id ?? "")}`;
    for (const path of ["/", address, "/cases/%3Cscript%3E"]) {
      const answer = await app.request(path);
      const page = await answer.text();
      expect(page).not.toMatch(/<script|<img|<b>/);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
    const page = await (await app.request(address)).text();
    expect(page).toContain("&lt;script&gt;");
    for (const said of ["product inquiry", "first answer", "No parcel is known", "<meter", 'lang="en"']) expect(page).toContain(said);
  });

  it("translates for its own pages alone, and says where it can't", async () => {
    const translator: Translator = {
      specVersion: "1",
      name: "t",
      translate: async (texts, { to }) => texts.map((text) => (to === "ja" ? "" : `» ${text}`)),
    };
    const { app, store, mail } = helpdesk(translator);
    await mail(email);
    const address = `/cases/${encodeURIComponent(store.list()[0]?.id ?? "")}/translation`;
    const translate = async (to: string, origin = "http://localhost") =>
      app.request(address, { method: "POST", body: new URLSearchParams({ to }), headers: { origin } });
    expect((await translate("de", "http://evil.example")).status).toBe(403);
    expect((await translate("xx")).status).toBe(400);
    expect(await (await translate("de")).text()).toContain("In German, by a machine");
    const refused = await translate("ja");
    expect([refused.status, (await refused.text()).includes("The reply stays as it is")]).toEqual([502, true]);
    expect(
      (
        await app.request("/cases/none/translation", {
          method: "POST",
          body: new URLSearchParams({ to: "de" }),
          headers: { origin: "http://localhost" },
        })
      ).status,
    ).toBe(404);
  });
});

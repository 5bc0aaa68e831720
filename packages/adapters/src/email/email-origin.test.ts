import { describe, expect, it } from "vitest";
import { intakeMessage } from "@amends/core/intake";
import { parseEmail } from "./parse-email.js";
import { mail } from "./testing/sample-email.js";

describe("marketplaces' relays", () => {
  it.each([
    ["b1k2@marketplace.amazon.de", "amazon", "Frage zu Bestellung 305-1234567-7654321", { order: "305-1234567-7654321" }],
    ["b1k2@marketplace.amazon.co.uk", "amazon", "Question", {}],
    ["b1k2@marketplace.amazon.com.au", "amazon", "111-1234567-7654321 or 111-1234567-7654322", {}],
    ["buyer_x@members.ebay.com", "ebay", "Buyer has sent a question about item #123456789012", { item: "123456789012" }],
    ["buyer_x@members.ebay.co.uk", "ebay", "Order 12-34567-89012", { order: "12-34567-89012" }],
    ["x@relay.walmart.com", "walmart", "Hello", {}],
  ])("%s", async (address, marketplace, Subject, named) => {
    const message = await parseEmail(mail({ From: `Buyer <${address}>`, Subject }));
    expect(message).toMatchObject({ channel: "marketplace_message", marketplace, ...named });
    expect([message.order, message.item]).toEqual([(named as { order?: string }).order, (named as { item?: string }).item]);
    expect(message.relay?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(message.mayAutoAnswer).toBe(true);
    expect(intakeMessage(message).caseFile.ticket?.marketplace).toBe(marketplace);
  });

  it.each([
    "x@amazon.com",
    "x@marketplace.amazon.com.evil.example",
    "x@notmarketplace.amazon.com",
    "x@members.ebay.example.com",
    "marketplace.amazon.de@evil.example",
  ])("%s is none", async (address) => {
    const message = await parseEmail(mail({ From: address, Subject: "305-1234567-7654321" }));
    expect([message.relay, message.marketplace, message.order, message.channel]).toEqual([undefined, undefined, undefined, "email"]);
  });

  it("pass on what a person wrote, however they mark it; nothing answers it unasked", async () => {
    const relayed = { From: "b1@marketplace.amazon.com" };
    for (const marked of [{ Precedence: "bulk" }, { "Auto-Submitted": "auto-generated" }, { "List-Unsubscribe": "<https://x.example>" }]) {
      const message = await parseEmail(mail({ ...relayed, ...(marked as Record<string, string>) }));
      expect([message.automatic, message.mayAutoAnswer]).toEqual([undefined, false]);
    }
    const away = await parseEmail(mail({ ...relayed, "Auto-Submitted": "auto-replied" }));
    expect(away.automatic?.kind).toBe("auto_reply");
  });
});

describe("what nobody wrote", () => {
  it.each([
    [{ From: "Shop <Help@Shop.example>" }, "own", "from"],
    [{ From: "sender@sub.brand.example" }, undefined, undefined],
    [{ From: "sender@brand.example" }, "own", "from"],
    [{ "Content-Type": "multipart/report; report-type=delivery-status; boundary=x" }, "bounce", "content-type"],
    [{ "Content-Type": "multipart/report; boundary=x; report-type=disposition-notification" }, "notification", "content-type"],
    [{ From: "MAILER-DAEMON@mx.example" }, "bounce", "from"],
    [{ "X-Failed-Recipients": "a@b.example" }, "bounce", "x-failed-recipients"],
    [{ "Return-Path": "<>" }, "bounce", "return-path"],
    [{ "Return-Path": "<>", "Auto-Submitted": "auto-replied (vacation)" }, "auto_reply", "auto-submitted"],
    [{ "Auto-Submitted": "auto-replied; owner-email=x" }, "auto_reply", "auto-submitted"],
    [{ "Auto-Submitted": "auto-generated" }, "notification", "auto-submitted"],
    [{ "Auto-Submitted": "no" }, undefined, undefined],
    [{ "X-Autoreply": "yes" }, "auto_reply", "x-autoreply"],
    [{ Precedence: "auto_reply" }, "auto_reply", "precedence"],
    [{ Precedence: "list" }, "mailing_list", "precedence"],
    [{ "List-Id": "News <news.example>" }, "mailing_list", "list-id"],
    [{ Precedence: "Bulk" }, "bulk", "precedence"],
    [{ "List-Unsubscribe": "<mailto:x@y.example>" }, "bulk", "list-unsubscribe"],
    [{}, undefined, undefined],
  ])("%j is marked %s", async (headers, kind, because) => {
    const message = await parseEmail(mail(headers), { ownAddresses: ["help@shop.example", "@brand.example"] });
    expect(message.automatic).toEqual(kind === undefined ? undefined : { kind, because });
    expect(message.mayAutoAnswer).toBe(kind === undefined);
  });

  it.each([
    [{ "X-Auto-Response-Suppress": "All" }, false],
    [{ "X-Auto-Response-Suppress": "None" }, true],
    [{ "X-Loop": "x" }, false],
    [{ From: "no-reply@bank.example" }, false],
    [{ From: "noreply+7@bank.example" }, false],
    [{ From: "noreplyana@example.com" }, true],
  ])("%j may be answered by a machine: %s", async (headers, may) => {
    const message = await parseEmail(mail(headers));
    expect([message.automatic, message.mayAutoAnswer]).toEqual([undefined, may]);
  });
});

import type { Translator } from "@amends/core/contracts";
import { AdapterError, AmendsError } from "@amends/core/errors";
import { TranslationRefusedError } from "@amends/replies";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";

const caseFile = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", text: "My order 12-34567-89012 is 45 days late. I want my money back!", createdAt: "2026-03-03T15:00:00Z" },
  customer: { name: "Ana Lopez", country: "US", zone: "America/New_York", orders: 6, complaints: 0 },
  order: { id: "12-34567-89012", total: { amount: "89.90", currency: "USD" }, placedAt: "2026-01-15T10:00:00Z" },
  shipment: { lane: "CN-US", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12, trackingNumber: "RB123456785GB" },
};
const translating = (translate: Translator["translate"]): Translator => ({ specVersion: "1", name: "stand-in", translate });

describe("desk.translateReply", () => {
  it("keeps names, numbers and amounts from the translator, and puts them back", async () => {
    const seen: string[] = [];
    const translator = translating(async (texts, { from, to }) => {
      seen.push(`${from}-${to}`, ...texts);
      return texts.map((text) => text.toUpperCase());
    });
    const desk = createDesk({ adapters: { translator } });
    const decided = desk.handle(caseFile);
    const translated = await desk.translateReply(decided, { to: "de" });
    expect(seen[0]).toBe("en-de");
    for (const kept of ["Ana", "12-34567-89012", "RB123456785GB", "89.90", "%"]) expect(seen.slice(1).join("\n")).not.toContain(kept);
    expect(translated).toMatchObject({
      language: "de",
      source: "machine",
      needsReview: true,
      translator: "stand-in",
      of: { language: "en" },
    });
    expect(translated.text).toContain("Ana Lopez");
    expect(translated.text).not.toContain("⟦");
    expect(translated.text.toUpperCase()).toBe(decided.reply?.text.toUpperCase());
    expect(translated.subject?.toUpperCase()).toBe(decided.reply?.subject?.toUpperCase());
    expect(decided).toEqual(desk.handle(caseFile));
  });

  it("refuses a translation that changed what had to stay", async () => {
    const desk = createDesk();
    const decided = desk.handle(caseFile);
    for (const change of [(text: string) => text.replace("⟦1⟧", ""), (text: string) => `${text} ⟦1⟧`, () => ""]) {
      const translator = translating(async (texts) => texts.map(change));
      await expect(desk.translateReply(decided, { to: "fr", translator })).rejects.toThrow(TranslationRefusedError);
    }
  });

  it("tells of a translator that answers with something else than as many texts", async () => {
    const desk = createDesk();
    const decided = desk.handle(caseFile);
    const failed: unknown[] = [];
    desk.on("adapter_failed", ({ adapter, error }) => failed.push([adapter, (error as AdapterError).code]));
    for (const answer of [[], ["one", "two", "three"], [5, 6], null, undefined, "text", { 0: "a", 1: "b", length: 2 }]) {
      const translator = translating(async () => answer as never);
      await expect(desk.translateReply(decided, { to: "fr", translator })).rejects.toMatchObject({ code: "adapter_malformed" });
      expect(failed.splice(0)).toEqual([["stand-in", "adapter_malformed"]]);
    }
  });

  it("stops where its signal does, whether or not the translator minds it", async () => {
    const desk = createDesk();
    const decided = desk.handle(caseFile);
    const failed: unknown[] = [];
    desk.on("adapter_failed", (event) => failed.push(event));
    const stop = new AbortController();
    const translator = translating(() => {
      setTimeout(() => stop.abort(new Error("stop")), 0);
      return new Promise(() => undefined);
    });
    await expect(desk.translateReply(decided, { to: "de", translator, signal: stop.signal })).rejects.toThrow("stop");
    expect(failed).toEqual([]);
  });

  it("leaves a reply that is in the language already as it is", async () => {
    const desk = createDesk();
    const decided = desk.handle(caseFile);
    expect(await desk.translateReply(decided, { to: "en" })).toMatchObject({
      text: decided.reply?.text,
      source: "template",
      needsReview: false,
    });
  });

  it("says what is missing, and tells of a translator that fails without quoting anything", async () => {
    const desk = createDesk();
    const decided = desk.handle(caseFile);
    const failed: unknown[] = [];
    desk.on("adapter_failed", ({ adapter, error }) => failed.push([adapter, error]));
    await expect(desk.translateReply({}, { to: "de" })).rejects.toMatchObject({ code: "reply_missing" });
    await expect(desk.translateReply(decided, { to: "de" })).rejects.toMatchObject({ code: "translator_missing" });
    const own = new AdapterError({ adapter: "stand-in", reason: "unavailable", message: "503" });
    await expect(desk.translateReply(decided, { to: "de", translator: translating(() => Promise.reject(own)) })).rejects.toBe(own);
    const foreign = translating(() => Promise.reject(new TypeError("Ana Lopez, key s3cr3t")));
    const error: unknown = await desk.translateReply(decided, { to: "de", translator: foreign }).catch((reason: unknown) => reason);
    expect(AmendsError.isInstance(error) && error.code).toBe("adapter_unavailable");
    expect((error as Error).message).not.toMatch(/Ana|s3cr3t/);
    expect(failed).toEqual([
      ["stand-in", own],
      ["stand-in", error],
    ]);
    const reason = new Error("stop");
    await expect(desk.translateReply(decided, { to: "de", translator: foreign, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

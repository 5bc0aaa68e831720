import { describe, expect, it } from "vitest";
import { InvalidCaseError } from "../../errors/invalid-case-error.js";
import { languageSchema } from "../../model/language.js";
import { languageStage } from "./language-stage.js";

const ask = (ticket: object) => languageStage.run({ ticket: { channel: "email", ...ticket } }, undefined, { now: 0 });

describe("the language stage", () => {
  it("lets the given language win", () => {
    expect(ask({ text: "Wo bleibt mein Paket?", language: "en" })).toEqual({
      code: "en",
      confidence: 1,
      script: "Latn",
      source: "given",
      policies: [],
      rules: [],
      missing: [],
    });
    expect(ask({ text: "包裹", language: "zh-TW" }).code).toBe("zh");
    expect(ask({ text: "Hej", language: "sv" })).toMatchObject({ code: "und", source: "given" });
    expect(ask({ text: "Wo bleibt mein Paket?", language: " " })).toMatchObject({ code: "de", source: "detected" });
  });

  it("reads the text, then the subject", () => {
    expect(ask({ text: "我的包裹还没有收到" })).toMatchObject({ code: "zh", script: "Hans", source: "detected" });
    expect(ask({ text: "123", subject: "Where is my parcel, please?" })).toMatchObject({ code: "en", source: "detected" });
    expect(ask({ text: "123" })).toMatchObject({ code: "und", confidence: 0, script: "Zyyy", source: "detected" });
    expect(ask({ text: "123", subject: "456" }).code).toBe("und");
    expect(ask({}).code).toBe("und");
  });

  it("says that the text lacks", () => {
    for (const ticket of [{}, { text: null }, { text: "" }, { text: "  " }, { subject: "Where is my parcel?" }, { language: "de" }])
      expect(ask(ticket).missing).toEqual(["ticket.text"]);
    expect(ask({ text: "123" }).missing).toEqual([]);
  });

  it("answers what the model says a language is, and refuses a case without a ticket", () => {
    expect(languageSchema.safeParse(ask({ text: "Where is it?" })).success).toBe(true);
    expect(() => languageStage.run({ event: { kind: "order_paid" } }, undefined, { now: 0 })).toThrow(InvalidCaseError);
  });
});

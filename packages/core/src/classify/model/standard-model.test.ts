import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { languageCodes } from "../../model/language-codes.js";
import { standardModel } from "./standard-model.js";
import { readdirSync, readFileSync } from "node:fs";

const best = (text: string, language: string): string => {
  const shares = Object.entries(standardModel.predict(text, language));
  return shares.reduce((top, next) => (next[1] > top[1] ? next : top))[0];
};

describe("standardModel", () => {
  it.each([
    ["en", "where is my parcel, the tracking has not moved", "logistics_tracking"],
    ["en", "the password reset link never comes", "account"],
    ["pt", "a nota fiscal não veio no e-mail", "invoice"],
    ["zh", "优惠券用不了", "promotion"],
    ["ja", "領収書の宛名を会社名にしてください", "invoice"],
    ["ko", "비밀번호를 잊어버려서 로그인이 안 돼요", "account"],
    ["fr", "ma facture ne comporte pas la tva", "invoice"],
  ])("reads %s: %j", (language, text, issueType) => {
    expect(best(text, language)).toBe(issueType);
  });

  it("knows that an alarm is no matter of a shop's", () => {
    expect(best("set an alarm for seven in the morning", "en")).toBe("other");
  });

  it("answers anything in any language", () => {
    for (const language of [...languageCodes, "und", "sv"]) {
      for (const text of ["", " ", "?", "😀", "\ud800", "a".repeat(100_000), "1234567890"]) {
        expect(() => standardModel.predict(text, language)).not.toThrow();
      }
    }
  });

  it("weighs at most 1.5 MB compressed", () => {
    const folder = new URL("./weights/", import.meta.url);
    const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(new URL(name, folder))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_500_000);
  });
});

import { describe, expect, it } from "vitest";
import { languageOfScript } from "./language-of-script.js";
import { normaliseMessage } from "./normalise-message.js";

describe("languageOfScript", () => {
  it.each([
    ["where is it", "en"],
    ["返金はまだですか", "ja"],
    ["退款什么时候到", "zh"],
    ["배송 언제 와요", "ko"],
    ["ของแตก", "th"],
    ["где посылка", "ru"],
    ["أين الطرد", "ar"],
    ["!!!", "en"],
  ])("reads %j as %s", (text, language) => {
    expect(languageOfScript(normaliseMessage(text))).toBe(language);
  });
});

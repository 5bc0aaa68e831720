import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./display-width.js";

describe("displayWidth", () => {
  it.each([
    ["policy.json", 11],
    ["订单超过45天", 12],
    ["ｆｕｌｌ、。「」", 16],
    ["カタカナ ひらがな", 17],
    ["배송", 4],
    ["é à", 3],
    ["📦 🚚", 5],
    ["👩‍💻", 2],
    ["👍🏽", 2],
    ["посылка", 7],
    ["ทดสอบ", 5],
    ["", 0],
  ])("of %s", (text, width) => {
    expect([displayWidth(text), stringWidth(text)]).toEqual([width, width]);
  });

  it("is the same as string-width's for the letters and signs of the languages of the project", () => {
    const different = [];
    const blocks: [number, number][] = [
      [0x20, 0x24f],
      [0x370, 0x52f],
      [0xe00, 0xe7f],
      [0x2010, 0x2027],
      [0x2030, 0x205e],
      [0x20a0, 0x20c0],
      [0x2e80, 0x2fd5],
      [0x3000, 0x30ff],
      [0x3105, 0x318e],
      [0x3400, 0x3410],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0xff01, 0xff60],
      [0x1f300, 0x1f3fa],
      [0x1f400, 0x1f64f],
      [0x1f680, 0x1f6c5],
    ];
    for (const [from, to] of blocks) {
      for (let point = from; point <= to; point += 1) {
        const character = String.fromCodePoint(point);
        // Control characters are shown as pictures before they are measured, and what isn't assigned has no width to speak of.
        if (/[\p{Cc}\p{Cn}]/u.test(character)) continue;
        // Of a Thai vowel and a Hangul filler it measures the cluster and not the character, which terminals don't.
        if (character === "\u0E33" || character === "\u3164") continue;
        if (displayWidth(`a${character}`) !== stringWidth(`a${character}`))
          different.push(`${point.toString(16)} ${displayWidth(`a${character}`)} ${stringWidth(`a${character}`)}`);
      }
    }
    expect(different).toEqual([]);
  });
});

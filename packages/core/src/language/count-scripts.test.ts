import { describe, expect, test } from "vitest";
import { ScriptCounts } from "./count-scripts.js";

const counts = new ScriptCounts();
const scripts = ["Latn", "Cyrl", "Arab", "Thai", "Hang", "Kana", "Hani", "other"] as const;

const count = (text: string): Record<string, number> => {
  counts.count(text);
  return Object.fromEntries(scripts.map((script) => [script, counts.of(script)]).filter(([, letters]) => letters !== 0));
};

describe("ScriptCounts", () => {
  test("counts letters by script", () => {
    expect(count("Où est-ce? × 7")).toEqual({ Latn: 7 });
    expect(count("где ё")).toEqual({ Cyrl: 4 });
    expect(count("طَلَب ٧؟")).toEqual({ Arab: 3 });
    expect(count("ขอ ฿5 ๕")).toEqual({ Thai: 2 });
    expect(count("환불 ㅠㅠ")).toEqual({ Hang: 4 });
    expect(count("返品はスーパー々")).toEqual({ Hani: 3, Kana: 3 });
    expect(count("Πού")).toEqual({ other: 3 });
    expect(count("12 👍 —")).toEqual({});
  });

  test("counts a Han character of two code units once, and half of one nowhere", () => {
    expect(count("𠮷野𠮷")).toEqual({ Hani: 3 });
    expect(count("\ud842 \ud842\ud842 \udfb7")).toEqual({});
    expect(count("\ud842\ud842\udfb7")).toEqual({ Hani: 1 });
  });

  test("names the other script with the most letters, of several the first in the text", () => {
    const foremost = (text: string): string => {
      counts.count(text);
      return counts.foremostOther(text);
    };
    expect(foremost("אב γδ")).toBe("Hebr");
    expect(foremost("γδ אב")).toBe("Grek");
    expect(foremost("γδ אבג")).toBe("Hebr");
    expect(foremost("abc")).toBe("Zyyy");
  });
});

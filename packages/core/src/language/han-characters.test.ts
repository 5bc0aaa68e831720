import { describe, expect, test } from "vitest";
import { chineseScript, looksJapanese } from "./han-characters.js";

describe("Han characters", () => {
  test("tell simplified from traditional script", () => {
    expect(chineseScript("订单还没发货")).toBe("Hans");
    expect(chineseScript("訂單還沒發貨")).toBe("Hant");
    expect(chineseScript("你好, where is it? 𠮷")).toBe("Hani");
    expect(chineseScript("发發")).toBe("Hani");
  });

  test.each(["返金", "商品未着", "返品希望", "交換希望", "注文番号5512", "対応", "駅"])("look Japanese: %s", (text) => {
    expect(looksJapanese(text)).toBe(true);
  });

  test.each(["返", "返品", "未", "交換", "注文番號", "退款", "", "abc"])("do not look Japanese: %s", (text) => {
    expect(looksJapanese(text)).toBe(false);
  });
});

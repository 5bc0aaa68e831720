import { describe, expect, it } from "vitest";
import { copiedAdditions } from "./copied-additions.js";
import { noAdditions } from "./join-additions.js";

describe("a copy of additions", () => {
  it.each([
    { points: 50 },
    { gift: "sticker" },
    { freeShippingOrders: 2 },
    { nextPurchaseDiscountPercent: 15 },
    { points: 50, gift: "sticker" },
    { gift: "sticker", points: 50 },
    { points: undefined },
    // Names that read as another once they stand side by side.
    { free: 1, ShippingOrders: 2 },
    { own: 1 },
    {},
  ])("of %o says the same in the same order, frozen or not", (given) => {
    for (const additions of [{ ...given }, Object.freeze({ ...given })]) {
      for (const copy of [copiedAdditions(additions), copiedAdditions(additions)]) {
        expect(copy).toStrictEqual(given);
        expect(Object.keys(copy)).toEqual(Object.keys(given));
        expect(copy).not.toBe(additions);
        expect(Object.isFrozen(copy)).toBe(false);
      }
    }
  });

  it("of what can change says what it says by then", () => {
    const changing: Record<string, unknown> = { points: 50 };
    expect(copiedAdditions(changing)).toStrictEqual({ points: 50 });
    changing["gift"] = "sticker";
    expect(copiedAdditions(changing)).toStrictEqual({ points: 50, gift: "sticker" });
    delete changing["points"];
    expect(copiedAdditions(changing)).toStrictEqual({ gift: "sticker" });
  });

  it("of none is the answer's own", () => {
    const none = copiedAdditions(noAdditions);
    none["points"] = 1;
    expect(copiedAdditions(noAdditions)).toStrictEqual({});
  });
});

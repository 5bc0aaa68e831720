import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRefund } from "../remedies/full-refund.js";
import { defineRemedy } from "../remedies/remedy-definition.js";
import { reship } from "../remedies/reship.js";
import { wait } from "../remedies/wait.js";
import { copiedAdditions } from "./copied-additions.js";
import { noAdditions } from "./join-additions.js";
import { usd } from "./testing/sample-choices.js";
import { writerOf } from "./written-gives.js";

const names = ["refundPercent", "of", "afterInvestigation", "afterReturn", "priority", "couponPercent", "points", "gift", "orders"];
const gives = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names, "investigationDays"), fc.nat(9)), { maxLength: 2, selector: ([name]) => name })
  .map((members): Record<string, unknown> => Object.fromEntries(members));

describe("what a choice gives", () => {
  it("is written as it would be copied, with the amount that the remedy comes to behind it", () => {
    let written = 0;
    fc.assert(
      fc.property(gives, fc.constantFrom(fullRefund, reship, wait), (given, remedy) => {
        const amount = usd("1.00");
        const name = { full_refund: "amount", reship: "goodsValue" }[remedy.kind as string];
        const writer = writerOf(given, remedy);
        if (writer === undefined) return;
        written += 1;
        const own = writer(given, amount);
        expect(own).not.toBe(given);
        expect(Object.entries(own)).toEqual(Object.entries(name === undefined ? given : { ...given, [name]: amount }));
      }),
    );
    expect(written).toBeGreaterThan(0);
  });

  it("is copied where the remedy is a host's that says amounts, or its members are others", () => {
    const own = defineRemedy({ ...wait, amounts: () => ({ worth: usd("1.00") }) });
    expect(writerOf({ couponPercent: 5 }, own)).toBeUndefined();
    expect(writerOf({ toString: 5 }, wait)).toBeUndefined();
    expect(writerOf({ couponPercent: 5 }, wait)?.({ couponPercent: 5 }, undefined)).toStrictEqual({ couponPercent: 5 });
  });
});

it("additions are copied as they stand, each time into an object of its own", () => {
  const additions = fc.dictionary(
    fc.constantFrom("points", "gift", "freeShippingOrders", "nextPurchaseDiscountPercent", "toString"),
    fc.nat(9),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(additions, fc.boolean(), (given, isFrozen) => {
      const held = isFrozen ? Object.freeze(given) : given;
      const copies = [copiedAdditions(held), copiedAdditions(held)];
      for (const copy of copies) expect(Object.entries(copy)).toEqual(Object.entries(given));
      expect(copies[0]).not.toBe(copies[1]);
      expect(copies.some(Object.isFrozen)).toBe(false);
    }),
  );
  const none = copiedAdditions(noAdditions);
  none["points"] = 1;
  expect(copiedAdditions(noAdditions)).toEqual({});
});

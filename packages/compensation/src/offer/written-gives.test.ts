import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRefund } from "../remedies/full-refund.js";
import { defineRemedy } from "../remedies/remedy-definition.js";
import { reship } from "../remedies/reship.js";
import { wait } from "../remedies/wait.js";
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

  it.each([
    [fullRefund, "amount", ["refundPercent", "refundPercent,of", "refundPercent,afterInvestigation"]],
    [reship, "goodsValue", ["", "of", "of,afterReturn", "priority", "priority,of", "priority,afterInvestigation"]],
    [wait, undefined, ["", "couponPercent", "investigationDays", "orders", "points", "gift"]],
  ])("is written whole for what standard policies give: %#", (remedy, amountName, forms) => {
    const amount = usd("1.00");
    for (const form of forms) {
      const given = Object.fromEntries(form === "" ? [] : form.split(",").map((name, index) => [name, index + 1]));
      const written = writerOf(given, remedy)?.(given, amount);
      expect(written, form).toStrictEqual(amountName === undefined ? given : { ...given, [amountName]: amount });
    }
  });

  it("is copied where the remedy is a host's that says amounts, or its members are others", () => {
    const own = defineRemedy({ ...wait, amounts: () => ({ worth: usd("1.00") }) });
    expect(writerOf({ couponPercent: 5 }, own)).toBeUndefined();
    expect(writerOf({ toString: 5 }, wait)).toBeUndefined();
    expect(writerOf({ couponPercent: 5 }, wait)?.({ couponPercent: 5 }, undefined)).toStrictEqual({ couponPercent: 5 });
  });
});

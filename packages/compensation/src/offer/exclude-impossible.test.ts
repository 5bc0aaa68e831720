import { describe, expect, it } from "vitest";
import type { Money } from "@amends/core/model";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { excludeImpossible } from "./exclude-impossible.js";
import { eur, sampleBasis, sampleChoice, usd } from "./testing/sample-choices.js";

describe("what can't be done", () => {
  const goods = [sampleChoice("reship", { money: usd("60.00") })];
  const stock = (...items: { quantity?: number; inStock?: number }[]) =>
    excludeImpossible(goods, { order: { items: items.map((item) => ({ sku: "S", ...item })) } }, sampleBasis());

  it("is to send what isn't in stock, of which one item is enough", () => {
    expect(stock({ inStock: 0 })).toEqual({
      kept: [],
      excluded: [{ remedy: "reship", reason: "out_of_stock", because: "what is to be sent isn't in stock", rule: null }],
    });
    expect(stock({ quantity: 2, inStock: 1 }).kept).toEqual([]);
    for (const items of [[], [{}], [{ inStock: 1 }], [{ quantity: 2, inStock: 2 }], [{ inStock: 0 }, { inStock: 1 }]]) {
      expect(stock(...items)).toEqual({ kept: goods, excluded: [] });
    }
    expect(excludeImpossible(goods, {}, sampleBasis()).kept).toEqual(goods);
  });

  it("is to pay more than the remedy itself allows", () => {
    const part = (amount: Money) => [sampleChoice("partial_refund", { money: amount })];
    const refundable = { refundable: { money: usd("50.00") } };
    const excluded = (amount: Money, given: object = refundable) => excludeImpossible(part(amount), {}, sampleBasis(given)).excluded;
    expect(excluded(usd("50.01"))).toEqual([
      { remedy: "partial_refund", reason: "above_limit", because: "it would cost more than the remedy can", rule: null },
    ]);
    expect(excluded(usd("50.00"))).toEqual([]);
    expect(excluded(eur("50.01"))).toEqual([]);
    expect(excluded(usd("50.01"), { refundable: { missing: ["rates.EUR-USD"] } })).toEqual([]);
    const unknown = [sampleChoice("partial_refund", { missing: ["order.total"] }), sampleChoice("coupon", { later: true, because: "x" })];
    expect(excludeImpossible(unknown, {}, sampleBasis(refundable)).excluded).toEqual([]);
  });

  it("is to refund more than the claim, though the offer has no items that might lack, or none that is known", () => {
    const dear = [sampleChoice("reship", { money: usd("60.00") }), sampleChoice("partial_refund", { money: usd("100.01") })];
    for (const order of [undefined, null, {}, { items: null }, { items: [] }, { items: [{ sku: "S", inStock: 1 }] }]) {
      const { kept, excluded } = excludeImpossible(dear, { order }, sampleBasis());
      expect(kept.map(({ remedy }) => remedy)).toEqual(["reship"]);
      expect(excluded.map(({ remedy, reason }) => [remedy, reason])).toEqual([["partial_refund", "above_limit"]]);
    }
  });

  it("is to pay all that is left by a host's remedy that allows less", () => {
    const basis = sampleBasis();
    const definition = { ...remedyCatalogue.partial_refund, cost: () => basis.refundable, limit: () => ({ money: usd("30.00") }) };
    const own = sampleChoice("partial_refund", basis.refundable, { definition });
    expect(excludeImpossible([own], {}, basis)).toMatchObject({ kept: [], excluded: [{ reason: "above_limit" }] });
    const allowed = { ...own, definition: { ...definition, limit: () => basis.order } };
    expect(excludeImpossible([allowed], {}, basis)).toEqual({ kept: [allowed], excluded: [] });
  });

  it("is told to the last cent where amounts are more than numbers hold", () => {
    const limit = { money: usd("90071992547409930.01") };
    const excluded = (amount: string) =>
      excludeImpossible([sampleChoice("partial_refund", { money: usd(amount) })], {}, sampleBasis({ refundable: limit })).excluded.length;
    expect(["90071992547409930.00", "90071992547409930.01", "90071992547409930.02"].map(excluded)).toEqual([0, 0, 1]);
  });
});

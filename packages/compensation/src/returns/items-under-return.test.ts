import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { itemsUnderReturn } from "./items-under-return.js";

const order: CaseFile["order"] = {
  items: [
    { sku: "A", quantity: 2, traits: ["custom_made"] },
    { sku: "B", traits: ["perishable"] },
  ],
};
const unseen = { reason: undefined, traits: undefined, opened: undefined, used: undefined, complete: undefined };
const items = (caseFile: CaseFile) => itemsUnderReturn(caseFile);
const paths = (caseFile: CaseFile) => items(caseFile).map(({ path, orderPath, traits }) => [path, orderPath, traits]);

describe("the items under return", () => {
  it("are those of the request, with what the order says of them", () => {
    const request = { items: [{ sku: "B", quantity: 1, opened: true, used: false, complete: true }] };
    expect(items({ order, returnRequest: request })).toStrictEqual([
      {
        sku: "B",
        quantity: 1,
        path: "returnRequest.items[0]",
        orderPath: "order.items[1]",
        reason: undefined,
        traits: ["perishable"],
        opened: true,
        used: false,
        complete: true,
      },
    ]);
  });

  it("are else those of the order, else the order as one", () => {
    expect(paths({ order, returnRequest: { items: [] } })).toEqual([
      ["returnRequest.items[0]", "order.items[0]", ["custom_made"]],
      ["returnRequest.items[1]", "order.items[1]", ["perishable"]],
    ]);
    expect(items({ order }).map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ["A", 2],
      ["B", null],
    ]);
    const whole = { sku: null, quantity: null, path: "returnRequest.items[0]", orderPath: "order.items[0]", ...unseen };
    for (const caseFile of [{}, { order: null, returnRequest: null }, { order: { items: [] } }])
      expect(items(caseFile)).toStrictEqual([whole]);
  });

  it("have nothing of an item of another name, and of one without a name what stands in its place", () => {
    const asked = (...skus: (string | undefined)[]) => paths({ order, returnRequest: { items: skus.map((sku) => ({ sku })) } });
    expect(asked("Z", "A")).toEqual([
      ["returnRequest.items[0]", "order.items[0]", undefined],
      ["returnRequest.items[1]", "order.items[0]", ["custom_made"]],
    ]);
    expect(asked(undefined, undefined)).toEqual([
      ["returnRequest.items[0]", "order.items[0]", ["custom_made"]],
      ["returnRequest.items[1]", "order.items[1]", ["perishable"]],
    ]);
  });

  it("keep each its place where the order has two of one name", () => {
    const twice = {
      items: [
        { sku: "A", traits: ["perishable" as const] },
        { sku: "A", traits: ["custom_made" as const] },
      ],
    };
    expect(paths({ order: twice }).map(([, , traits]) => traits)).toEqual([["perishable"], ["custom_made"]]);
  });

  it.each([
    ["logistics_damaged", "damaged_in_transit"],
    ["wrong_or_missing_item", "wrong_item"],
    ["not_as_described", "not_as_described"],
    ["quality_defect", "faulty"],
    ["return_exchange", undefined],
  ])("of %s come back for %s, unless the request or the item says why", (issueType, reason) => {
    const claim = { issueType };
    const reasons = (returnRequest: CaseFile["returnRequest"]) => items({ claim, returnRequest }).map((item) => item.reason);
    expect(reasons(null)).toEqual([reason]);
    expect(reasons({ reason: "change_of_mind" })).toEqual(["change_of_mind"]);
    expect(reasons({ reason: "change_of_mind", items: [{ reason: "faulty" }, {}] })).toEqual(["faulty", "change_of_mind"]);
  });
});

import { describe, expect, it } from "vitest";
import { bindOrder, type BindOrderInput } from "./bind-order.js";
import { extractReferences } from "./extract-references.js";

const headphones = { id: "O-1001", items: [{ sku: "HP-77", title: "Wireless headphones" }] };
const lamp = { id: "O-1002", items: [{ sku: "LAMP-5", title: "Desk lamp" }] };
const otherLamp = { id: "O-1003", items: [{ sku: "LAMP-5", title: "Desk lamp" }] };

const bind = (
  text: string,
  rest: Partial<Omit<BindOrderInput, "message">> & { message?: Partial<BindOrderInput["message"]> } = {},
  floor?: number,
) => {
  const { message, ...input } = rest;
  return bindOrder(
    {
      references: extractReferences(text, { orderIds: (input.orders ?? []).flatMap(({ id }) => id ?? []) }),
      ...input,
      message: { text, at: "2026-03-03T15:00:00Z", ...message },
    },
    floor === undefined ? {} : { floor },
  );
};

describe("bindOrder", () => {
  it("takes the id the channel gave first, known or not", () => {
    expect(bind("about O-1002", { message: { order: "o-1001" }, orders: [headphones, lamp] })).toMatchObject({
      order: headphones,
      how: "given",
      confidence: 1,
    });
    expect(bind("hello", { message: { order: "X-9" }, orders: [headphones] })).toMatchObject({ order: { id: "X-9" }, how: "given" });
  });

  it("takes an id in the text next", () => {
    expect(bind("where is O-1002?", { orders: [headphones, lamp] })).toMatchObject({ order: lamp, how: "named_in_text", confidence: 0.97 });
    expect(bind("order number 55512")).toMatchObject({ order: { id: "55512" }, how: "named_in_text" });
  });

  it("binds by the tracking number of a known parcel", () => {
    const shipments = [{ order: lamp, trackingNumber: "RB123456785GB" }];
    expect(bind("RB 123 456 785 GB never came", { orders: [headphones, lamp], shipments })).toMatchObject({
      order: lamp,
      how: "tracking_number",
    });
  });

  it("binds by buyer and item, given or named", () => {
    expect(bind("it broke", { message: { item: "hp-77" }, orders: [headphones, lamp] })).toMatchObject({
      order: headphones,
      how: "buyer_and_item",
      confidence: 0.85,
    });
    expect(bind("the desk lamp flickers", { orders: [headphones, lamp] })).toMatchObject({
      order: lamp,
      how: "buyer_and_item",
      confidence: 0.75,
    });
    expect(bind("the desk lampshade", { orders: [headphones, lamp] })).toBeNull();
    expect(bind("我的台灯坏了大灯泡了啊", { orders: [headphones, { id: "O-9", items: [{ title: "台灯坏了大灯" }] }] })).toMatchObject({
      order: { id: "O-9" },
    });
  });

  it("binds the only order, and says so", () => {
    expect(bind("where is it?", { orders: [lamp] })).toMatchObject({ order: lamp, how: "only_order", confidence: 0.7 });
  });

  it("binds nothing where several fit, but lists them", () => {
    const twice = bind("the desk lamp flickers", { orders: [headphones, lamp, otherLamp] });
    expect(twice?.order).toBeNull();
    expect(twice?.candidates.map(({ order }) => order.id)).toEqual(["O-1002", "O-1003"]);
    expect(bind("O-1001 and O-1002", { orders: [headphones, lamp] })).toMatchObject({ order: null, how: "named_in_text" });
  });

  it("binds nothing below the floor", () => {
    expect(bind("where is it?", { orders: [lamp] }, 0.8)).toMatchObject({
      order: null,
      confidence: 0.7,
      candidates: [{ how: "only_order" }],
    });
  });

  it("doesn't take the only order where the text names another", () => {
    const binding = bind("order number 55512 is late", { orders: [lamp] });
    expect(binding?.order).toBeNull();
    expect(binding?.candidates.map(({ order }) => order.id)).toEqual(["55512", "O-1002"]);
  });

  it("doesn't trust the buyer's orders where somebody else writes, or for orders placed later", () => {
    expect(bind("where is it?", { orders: [lamp], customer: { id: "U-1" }, message: { sender: { customer: "U-2" } } })).toBeNull();
    expect(bind("where is it?", { orders: [{ ...lamp, placedAt: "2026-03-04T00:00:00Z" }] })).toBeNull();
  });

  it("answers null where nothing comes into question", () => {
    expect(bind("hello")).toBeNull();
    expect(bind("hello", { orders: [headphones, lamp] })).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { carrierOf, deskOf, known, message, storeOf, timersOf, tracking } from "./testing/watched-desk.js";

describe("a signal", () => {
  const never = () => new Promise<never>(() => undefined);
  const soon = () => {
    const stop = new AbortController();
    return { stop, abort: () => stop.abort(new Error("the host stops")) };
  };

  it.each(["track", "order", "ratesFor", "save", "set"])(
    "stops what waits for %s, which doesn't mind it, and nobody hears of it",
    async (call) => {
      const { stop, abort } = soon();
      const hanging = (name: string) => (call === name ? (setTimeout(abort, 0), never()) : undefined);
      const { desk, heard } = deskOf({
        carriers: [{ specVersion: "1", name: "post", track: async () => (await hanging("track")) ?? [] }],
        marketplaces: [{ specVersion: "1", name: "ebay", capabilities: { order: async () => hanging("order") } }],
        rates: {
          specVersion: "1",
          name: "ecb",
          ratesFor: async (date) => (await hanging("ratesFor")) ?? { base: "EUR", date, rates: {} },
        },
        ...storeOf({ save: async () => hanging("save") }),
        timers: timersOf({ set: async () => hanging("set") }).timers,
      });
      const order = { id: "O-1", total: { amount: "89.90", currency: "CHF" }, placedAt: "2026-01-15T10:00:00Z" };
      const shipment = call === "ratesFor" ? { ...known.shipment, shippedAt: "2026-01-17T10:00:00Z" } : known.shipment;
      const all = { known: { shipment, ...(call === "ratesFor" ? { order } : {}) }, signal: stop.signal };
      await expect(desk.process(message, all)).rejects.toThrow("the host stops");
      expect(heard).toEqual(["message_received"]);
    },
  );

  it("that comes while an adapter answers stops it, too", async () => {
    const { stop, abort } = soon();
    const { store, saved } = storeOf();
    const answering = carrierOf(() => (abort(), [tracking()]));
    const { desk, heard } = deskOf({ carriers: [answering], store });
    await expect(desk.process(message, { known, signal: stop.signal })).rejects.toThrow("the host stops");
    expect([heard, saved.size]).toEqual([["message_received"], 0]);
    const failing = carrierOf(() => {
      stop.abort();
      throw new Error("late");
    });
    const again = deskOf({ carriers: [failing] });
    await expect(again.desk.process(message, { known, signal: stop.signal })).rejects.toThrow("the host stops");
    expect(again.heard).toEqual([]);
  });
});

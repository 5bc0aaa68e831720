import { AdapterError } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import { carrierOf, deskOf, known, message, number, storeOf, tracking } from "./testing/watched-desk.js";

describe("an answer of the wrong kind", () => {
  const cyclic: Record<string, unknown> = { trackingNumber: number };
  cyclic["self"] = cyclic;
  const hostile = Object.defineProperty({}, "trackingNumber", {
    enumerable: true,
    get: () => {
      throw new Error("s3cr3t");
    },
  });
  it.each([
    ["an object", {}],
    ["null", null],
    ["a number", 5],
    ["a list of numbers", [5]],
    ["a list of nothing", [null]],
    ["a number for a number", [{ trackingNumber: 5 }]],
    ["no events", [{ ...tracking(), events: undefined }]],
    ["events of nothing", [tracking({ events: [null as never] })]],
    ["a status nobody knows", [tracking({ status: "flying" as never })]],
    ["a cycle", [cyclic]],
    ["a member that throws", [hostile]],
    ["a bigint", [{ ...tracking(), events: [1n] }]],
  ])("of a carrier, %s, is told of, and the case goes on", async (_what, answer) => {
    const { desk, failed, heard } = deskOf({ carriers: [carrierOf(() => answer)] });
    const decided = await desk.process(message, { known });
    expect(failed).toEqual(["post malformed"]);
    expect(heard).toContain("messages_ready");
    expect(decided.shipment).toEqual(known.shipment);
    expect(decided.classification?.missing).toContain("shipment.transitRatio");
  });

  it("of a marketplace or a source of rates is told of, too", async () => {
    for (const answer of [5, "order", [], { total: 5 }, { placedAt: "yesterday" }]) {
      const marketplaces = [{ specVersion: "1" as const, name: "ebay", capabilities: { order: async () => answer as never } }];
      const { desk, failed } = deskOf({ marketplaces });
      expect((await desk.process(message, { known })).order).toEqual({ id: "O-1" });
      expect(failed).toEqual(["ebay malformed"]);
    }
    for (const answer of [5, null, undefined, { base: 5 }]) {
      const rates = { specVersion: "1" as const, name: "ecb", ratesFor: async () => answer as never };
      const { desk, failed } = deskOf({ rates });
      const order = { id: "O-1", total: { amount: "89.90", currency: "CHF" }, placedAt: "2026-01-15T10:00:00Z" };
      const shipment = { ...known.shipment, shippedAt: "2026-01-17T10:00:00Z" };
      expect((await desk.process(message, { known: { order, shipment } })).rates).toBeUndefined();
      expect(failed).toEqual(["ecb malformed"]);
    }
  });

  it("is no answer that somebody who knows nothing of the order gives", async () => {
    const marketplaces = [{ specVersion: "1" as const, name: "ebay", capabilities: { order: async () => null } }];
    const { desk, failed } = deskOf({ marketplaces });
    await desk.process(message, { known });
    expect(failed).toEqual([]);
  });
});

it("a store that fails rejects with an error of the store's name and the call, which quotes nothing", async () => {
  const { store } = storeOf({ save: () => Promise.reject(new TypeError("postgres://user:s3cr3t@host")) });
  const { desk, failed, heard } = deskOf({ store });
  const error: unknown = await desk.process(message, { known }).catch((reason: unknown) => reason);
  if (!AdapterError.isInstance(error)) throw new Error("it is an AdapterError");
  expect([error.code, error.adapter, error.message]).toEqual([
    "adapter_unavailable",
    "database",
    "database: save failed with TypeError, which isn't an adapter's own error",
  ]);
  expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain("s3cr3t");
  expect([failed, heard]).toEqual([["database unavailable"], ["message_received", "adapter_failed"]]);
  const own = new AdapterError({ adapter: "database", reason: "unavailable", message: "503" });
  await expect(deskOf({ store: storeOf({ save: () => Promise.reject(own) }).store }).desk.process(message, { known })).rejects.toBe(own);
});

import { AdapterError } from "@amends/core/errors";
import type { CarrierAdapter, InboundMessage, MarketplaceAdapter, RateSource, TicketStore } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import type { Policy } from "@amends/core/rules";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";
import type { DeskOptions } from "./desk-options.js";
import type { ProcessOptions } from "./process-message.js";

const clock = () => Date.UTC(2026, 2, 3, 15);
const number = "RB123456785GB";

/** A desk whose adapters note what they are asked. */
function watched(more: { shipTo?: string; policies?: readonly Policy[]; track?: CarrierAdapter["track"] } = {}) {
  const calls: string[] = [];
  const carrier: CarrierAdapter = {
    specVersion: "1",
    name: "post",
    track: async (trackingNumber, options) => {
      calls.push("track");
      if (more.track !== undefined) return more.track(trackingNumber, options);
      const local = "2026-01-17T10:00:00";
      const event = { local, at: `${local}Z`, zoneKnown: true, status: "picked_up", reason: null, code: "P", text: "Collected" } as const;
      return [{ trackingNumber, carrier: "post", status: "picked_up", reason: null, terminal: false, notUnderstood: [], events: [event] }];
    },
  };
  const marketplace: MarketplaceAdapter = {
    specVersion: "1",
    name: "ebay",
    capabilities: {
      order: async (id) => (calls.push("order"), { id, total: { amount: "25.00", currency: "EUR" }, shipTo: more.shipTo ?? "US" }),
    },
  };
  const rates: RateSource = {
    specVersion: "1",
    name: "ecb",
    ratesFor: async (date) => (calls.push(`rates ${date}`), { base: "EUR", date, rates: { USD: "1.1" } }),
  };
  const options: DeskOptions = {
    clock,
    adapters: { carriers: [carrier], marketplaces: [marketplace], rates },
    ...(more.policies === undefined ? {} : { policies: more.policies }),
  };
  const desk = createDesk(options);
  const failed: { adapter: string; error: unknown }[] = [];
  desk.on("adapter_failed", ({ adapter, error }) => failed.push({ adapter, error }));
  return { desk, calls, failed };
}

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  id: "M-1",
  at: "2026-03-03T14:55:00Z",
  channel: "marketplace_message",
  marketplace: "ebay",
  from: { customer: "U-1" },
  text,
  ...more,
});
const known: ProcessOptions = { known: { shipment: { trackingNumber: number, lane: "CN-US", laneAverageDays: 12 } } };
const question = "Hello, is this lamp available in black, and does it work with 110 V?";
const late = "Where is my parcel? It is 45 days late!";

describe("what a decision doesn't read is not fetched", () => {
  it("asks nobody about a question before the sale, though a parcel is known", async () => {
    const { desk, calls } = watched();
    const decided = await desk.process(message(question), known);
    expect(decided.classification?.issueType).toBe("product_inquiry");
    expect(calls).toEqual([]);
  });

  it("asks for the order of a product question, and not for its parcel", async () => {
    const { desk, calls } = watched();
    const decided = await desk.process(message(question, { order: "O-1" }), known);
    expect(calls).not.toContain("track");
    expect(calls.filter((call) => call === "order")).toHaveLength(1);
    expect(decided.order?.total).toEqual({ amount: "25.00", currency: "EUR" });
    expect(decided.shipment?.events).toBeUndefined();
  });

  it("asks for the parcel where a policy reads of it: in the EU a deadline runs from the delivery", async () => {
    const { desk, calls } = watched({ shipTo: "DE" });
    await desk.process(message(question, { order: "O-1" }), known);
    expect(calls.filter((call) => call === "track")).toHaveLength(1);
  });

  it("asks once of a late parcel, however many policies read of it", async () => {
    const { desk, calls } = watched();
    const decided = await desk.process(message(late, { order: "O-1" }), known);
    expect(calls.toSorted()).toEqual(["order", "rates 2026-03-03", "track"]);
    expect(decided.classification?.issueType).toBe("logistics_delay");
    expect(decided.shipment).toMatchObject({ shippedAt: "2026-01-17T10:00:00Z", carrier: "post" });
    expect(decided.remedies).toMatchObject({ tier: 2 });
  });

  it("asks where a host's own policy reads a fact of its own, and only for its matter", async () => {
    const own: Policy = {
      policy: "shop/proof",
      version: "1.0.0",
      stage: "classification",
      decision: "flags",
      decide: "all",
      rules: [
        {
          name: "lost-before-a-question",
          conditions: {
            all: [
              { fact: "shipment.status", operator: "equal", value: "lost" },
              { any: [{ fact: "classification.issueType", operator: "equal", value: "product_inquiry" }] },
            ],
          },
          event: { type: "flag", params: { reason: "complaint" } },
        },
      ],
    } as unknown as Policy;
    const { desk, calls } = watched({ policies: [own] });
    await desk.process(message(question), known);
    expect(calls).toEqual(["track"]);
    calls.length = 0;
    await desk.process(message("Thank you, great lamp!"), known);
    expect(calls).toEqual([]);
  });

  it("keeps what the case holds, and asks nobody for it", async () => {
    const { desk, calls } = watched();
    const events = [{ at: "2026-02-01T00:00:00Z", status: "in_transit" as const }];
    const order = {
      id: "O-1",
      total: { amount: "9.00", currency: "USD" },
      placedAt: "2026-01-01T00:00:00Z",
      shipTo: "US",
      paymentMethod: "card",
      items: [],
    };
    const decided = await desk.process(message(late), { known: { order, shipment: { trackingNumber: number, events } } });
    expect(calls).toEqual([]);
    expect(decided.order).toEqual(order);
  });
});

describe("what was fetched", () => {
  it("stays in the case, which decides the same again by itself", async () => {
    const { desk, calls } = watched();
    const decided = await desk.process(message(late, { order: "O-1" }), known);
    calls.length = 0;
    expect(JSON.stringify(createDesk().handle(decided))).toBe(JSON.stringify(decided));
    expect([...desk.replay([decided])].map(({ changed }) => changed)).toEqual([[]]);
    expect(calls).toEqual([]);
  });

  it("is what a host that fetches everything at once would decide by", async () => {
    const { desk } = watched();
    const decided = await desk.process(message(late, { order: "O-1" }), known);
    const { order, shipment, rates } = decided;
    const eager = createDesk({ clock });
    expect(await eager.process(message(late, { order: "O-1" }), { known: { order, shipment, rates } })).toEqual(decided);
  });

  it("is left out where it is none of a case, and the case goes on", async () => {
    const odd = [{ trackingNumber: number, carrier: "post", events: [{ local: "x", status: "teleported" }] }];
    const { desk, failed } = watched({ track: async () => odd as never });
    const decided = await desk.process(message(late), known);
    expect(decided.shipment?.events).toBeUndefined();
    expect(decided.reply?.text).not.toBe("");
    expect(failed).toMatchObject([{ adapter: "post", error: { code: "adapter_malformed" } }]);
  });
});

describe("an adapter that fails", () => {
  it("is told of once, without a word of what it was asked, and its facts are missing", async () => {
    const { desk, calls, failed } = watched({
      track: () => Promise.reject(new TypeError(`${number} for ana@example.com with key s3cr3t`)),
    });
    const decided = await desk.process(message(late), known);
    expect(calls.filter((call) => call === "track")).toHaveLength(1);
    expect(failed).toHaveLength(1);
    const { error } = failed[0] as { error: AdapterError };
    expect(AdapterError.isInstance(error) && error.retryable).toBe(false);
    expect(JSON.stringify([error.message, String(error), error.cause ?? null, error])).not.toMatch(/RB123|ana@|s3cr3t/);
    expect(decided.classification?.missing).toContain("shipment.transitRatio");
  });

  it("stands aside where another carrier knows the parcel", async () => {
    const down: CarrierAdapter = {
      specVersion: "1",
      name: "down",
      track: () => Promise.reject(new AdapterError({ adapter: "down", reason: "unavailable", message: "503" })),
    };
    const up: CarrierAdapter = {
      specVersion: "1",
      name: "up",
      track: async (trackingNumber) => [
        {
          trackingNumber: trackingNumber.toLowerCase(),
          carrier: "up",
          status: "unknown",
          reason: null,
          terminal: false,
          notUnderstood: [],
          events: [],
        },
      ],
    };
    const decided = await createDesk({ clock, adapters: { carriers: [down, up] } }).process(message(late), known);
    expect(decided.shipment?.carrier).toBe("up");
  });

  it("that can't save fails the message, which comes again, and nobody hears of an outcome", async () => {
    const store: TicketStore = {
      specVersion: "1",
      name: "disk",
      load: async () => undefined,
      save: () => Promise.reject(new Error("disk full for ana@example.com")),
      claim: async () => true,
    };
    const desk = createDesk({ clock, adapters: { store } });
    const heard: string[] = [];
    desk.on("messages_ready", () => void heard.push("messages_ready"));
    desk.on("adapter_failed", ({ error }) => void heard.push((error as Error).message));
    await expect(desk.process(message(late))).rejects.toMatchObject({ code: "adapter_unavailable", adapter: "disk", retryable: false });
    expect(heard).toEqual(["disk: save failed with Error, which isn't an adapter's own error"]);
  });
});

describe("a cancellation", () => {
  it("rejects with its reason, wherever it comes, and saves nothing", async () => {
    const saved: CaseFile[] = [];
    const store: TicketStore = {
      specVersion: "1",
      name: "memory",
      load: async () => undefined,
      save: async (caseFile) => void saved.push(caseFile),
      claim: async () => true,
    };
    const reason = new Error("the host stops");
    const stop = new AbortController();
    const failed: string[] = [];
    const slow: CarrierAdapter = {
      specVersion: "1",
      name: "slow",
      track: (_number, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
          stop.abort(reason);
        }),
    };
    const desk = createDesk({ clock, adapters: { carriers: [slow], store } });
    desk.on("adapter_failed", ({ adapter }) => void failed.push(adapter));
    await expect(desk.process(message(late), { ...known, signal: stop.signal })).rejects.toBe(reason);
    await expect(desk.process(message(late), { ...known, signal: stop.signal })).rejects.toBe(reason);
    expect([saved, failed]).toEqual([[], []]);
  });
});

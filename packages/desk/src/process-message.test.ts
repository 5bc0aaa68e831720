import { AdapterError } from "@amends/core/errors";
import type { CarrierAdapter, InboundMessage, MarketplaceAdapter, RateSource, TicketStore, TimerService } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { createDesk } from "./create-desk.js";

const clock = () => Date.UTC(2026, 2, 3, 15);

const message: InboundMessage = {
  id: "M-1",
  at: "2026-03-03T14:55:00Z",
  channel: "marketplace_message",
  marketplace: "ebay",
  from: { customer: "U-1", name: "Ana" },
  text: "Where is my parcel? Tracking RB123456785GB\n\nOn Mon, Mar 2, 2026 Shop wrote:\n> Thanks for your order",
  order: "12-34567-89012",
};

const carrier: CarrierAdapter = {
  specVersion: "1",
  name: "royal_mail",
  track: async (trackingNumber) => [
    {
      trackingNumber,
      carrier: "royal_mail",
      status: "in_transit",
      reason: null,
      terminal: false,
      notUnderstood: [],
      events: [
        {
          local: "2026-02-20T09:00:00",
          at: "2026-02-20T09:00:00Z",
          zoneKnown: true,
          status: "picked_up",
          reason: null,
          code: "P",
          text: "Collected",
        },
        {
          local: "2026-02-25T09:00:00",
          zoneKnown: false,
          status: "in_transit",
          reason: null,
          code: "T",
          text: "In transit",
          place: "London",
        },
      ],
    },
  ],
};

const marketplace: MarketplaceAdapter = {
  specVersion: "1",
  name: "ebay",
  capabilities: { order: async (id) => ({ id, total: { amount: "25.00", currency: "GBP" } }) },
};

const rates: RateSource = { specVersion: "1", name: "ecb", ratesFor: async (date) => ({ base: "GBP", date, rates: { USD: "1.30" } }) };

function memory(): { store: TicketStore; timers: TimerService; saved: CaseFile[]; set: string[] } {
  const saved: CaseFile[] = [];
  const set: string[] = [];
  return {
    saved,
    set,
    store: {
      specVersion: "1",
      name: "memory",
      load: async () => saved[0],
      save: async (caseFile) => void saved.push(caseFile),
      claim: async () => true,
    },
    timers: { specVersion: "1", name: "memory", set: async (key) => void set.push(key), cancel: async () => undefined },
  };
}

describe("desk.process", () => {
  it("reads a message, gathers what adapters know, decides, and leaves the outcome with store and timers", async () => {
    const { store, timers, saved, set } = memory();
    const desk = createDesk({ clock, adapters: { marketplaces: [marketplace], carriers: [carrier], rates, store, timers } });
    const heard: string[] = [];
    desk.on("message_received", ({ message: { id } }) => void heard.push(id));
    const decided = await desk.process(message, {
      customer: { id: "U-1", country: "GB", zone: "Europe/London" },
      known: { shipment: { trackingNumber: "RB123456785GB" } },
    });
    expect(heard).toEqual(["M-1"]);
    expect(decided.ticket?.text).not.toContain("Thanks for your order");
    expect(decided.order).toMatchObject({ id: "12-34567-89012", total: { amount: "25.00", currency: "GBP" } });
    expect(decided.shipment).toMatchObject({ carrier: "royal_mail", shippedAt: "2026-02-20T09:00:00Z" });
    expect(decided.shipment?.events?.[1]).toEqual({ local: "2026-02-25T09:00:00", status: "in_transit", reason: null, place: "London" });
    expect(decided.rates?.base).toBe("GBP");
    expect(decided.classification?.issueType).toBe("logistics_tracking");
    expect(saved).toEqual([decided]);
    expect(set.some((key) => key.endsWith("/answer_due"))).toBe(true);
  });

  it("goes on where an adapter fails, and says so", async () => {
    const down = {
      ...carrier,
      track: async () => Promise.reject(new AdapterError({ adapter: "royal_mail", reason: "unavailable", message: "503" })),
    };
    const desk = createDesk({ clock, adapters: { carriers: [down] } });
    const failed: string[] = [];
    desk.on("adapter_failed", ({ adapter }) => void failed.push(adapter));
    const decided = await desk.process(message, { known: { shipment: { trackingNumber: "RB123456785GB" } } });
    expect(failed).toEqual(["royal_mail"]);
    expect(decided.reply?.text).not.toBe("");
    expect(decided.shipment?.events).toBeUndefined();
  });

  it("asks the carrier for the parcel that the customer names, unless the case knows one or the text names two", async () => {
    const asked: string[] = [];
    const asking: CarrierAdapter = {
      ...carrier,
      track: async (number) => {
        asked.push(number);
        return carrier.track(number);
      },
    };
    const desk = createDesk({ clock, adapters: { carriers: [asking] } });
    const named = await desk.process(message);
    expect(named.shipment).toMatchObject({ trackingNumber: "RB123456785GB", carrier: "royal_mail", shippedAt: "2026-02-20T09:00:00Z" });
    const shipment = { lane: "GB-GB", trackingNumber: "RB000000005US" };
    expect((await desk.process(message, { known: { shipment } })).shipment).toMatchObject(shipment);
    const lane = { lane: "GB-GB" };
    expect((await desk.process(message, { known: { shipment: lane } })).shipment).toMatchObject({ ...lane, carrier: "royal_mail" });
    const two = await desk.process({ ...message, text: "Where are RB123456785GB and RB000000005US?" });
    expect(two.shipment?.trackingNumber).toBeUndefined();
    expect(asked).toEqual(["RB123456785GB", "RB000000005US", "RB123456785GB"]);
  });

  it("joins an open case of the same customer and order instead of opening another", async () => {
    const desk = createDesk({ clock });
    const customer = { id: "U-1" };
    const first = await desk.process(message, { customer });
    const second = await desk.process(
      {
        ...message,
        id: "M-2",
        at: "2026-03-03T14:58:00Z",
        channel: "live_chat",
        text: "Hello? Still waiting for an answer about my parcel",
      },
      { customer, openCases: [first] },
    );
    expect(second.ticket?.messages).toHaveLength(2);
    expect(second.ticket?.channel).toBe("live_chat");
  });
});

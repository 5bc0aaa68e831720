import type { CarrierAdapter } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { DeskEvents } from "@amends/core/events";
import { expect, it } from "vitest";
import { createDesk } from "./create-desk.js";

it("tells of everything that it says it tells of, in order", async () => {
  const carrier: CarrierAdapter = {
    specVersion: "1",
    name: "post",
    track: () => Promise.reject(new AdapterError({ adapter: "post", reason: "unavailable", message: "503" })),
  };
  const store = {
    specVersion: "1" as const,
    name: "memory",
    load: async () => undefined,
    save: async () => void heard.push("saved"),
    claim: async () => true,
  };
  const desk = createDesk({ clock: () => Date.UTC(2026, 2, 3, 15), adapters: { carriers: [carrier], store } });
  const heard: string[] = [];
  // A new event must be listed here, and then be heard.
  const all: Record<keyof DeskEvents, true> = {
    message_received: true,
    stage_decided: true,
    case_decided: true,
    case_urgent: true,
    risk_high: true,
    approval_needed: true,
    messages_ready: true,
    adapter_failed: true,
    listener_failed: true,
  };
  for (const name of Object.keys(all) as (keyof DeskEvents)[])
    desk.on(name, () => {
      heard.push(name);
      if (name === "case_decided") throw new Error("a listener's own fault");
    });
  await desk.process(
    {
      id: "M-1",
      at: "2026-03-03T14:55:00Z",
      channel: "marketplace_message",
      marketplace: "ebay",
      from: { customer: "U-1" },
      text: "My parcel never arrived!! I will call my lawyer and charge back. I want my money NOW.",
    },
    {
      known: {
        order: { id: "O-1", total: { amount: "2500.00", currency: "USD" } },
        shipment: { trackingNumber: "RB123456785GB", proof: "signature" },
        customer: {
          id: "U-1",
          country: "US",
          orders: 4,
          complaints: 4,
          links: { confirmedAbuser: true, accounts: 5 },
          claims: [
            { at: "2026-02-01T00:00:00Z", issueType: "logistics_not_received" },
            { at: "2026-02-10T00:00:00Z", issueType: "logistics_not_received" },
            { at: "2026-02-20T00:00:00Z", issueType: "logistics_not_received" },
          ],
        },
      },
    },
  );
  expect(Object.keys(all).filter((name) => !heard.includes(name))).toEqual([]);
  const first = [...new Set(heard)];
  expect(first.slice(0, 4)).toEqual(["message_received", "adapter_failed", "stage_decided", "saved"]);
  expect(first.indexOf("messages_ready")).toBeGreaterThan(first.indexOf("saved"));
});

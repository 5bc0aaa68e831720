import type { CarrierAdapter, InboundMessage, TicketStore, TimerService, Tracking } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { CaseFile } from "@amends/core/model";
import { createDesk } from "../create-desk.js";
import type { DeskAdapters } from "../desk-options.js";

export const now = Date.UTC(2026, 2, 3, 15);
export const clock = () => now;
export const number = "RB123456785GB";
export const message: InboundMessage = {
  id: "M-1",
  at: "2026-03-03T14:55:00Z",
  channel: "marketplace_message",
  marketplace: "ebay",
  from: { customer: "U-1" },
  text: "Where is my parcel? It is 45 days late! I want my money back.",
  order: "O-1",
};
export const known = { shipment: { trackingNumber: number, lane: "CN-US", laneAverageDays: 12 } };

/** A desk that notes what its listeners hear, and which adapters failed how. */
export function deskOf(adapters: DeskAdapters) {
  const desk = createDesk({ clock, adapters });
  const heard: string[] = [];
  const failed: string[] = [];
  const names = ["message_received", "case_decided", "case_urgent", "approval_needed", "messages_ready", "listener_failed"] as const;
  for (const name of names) desk.on(name, () => void heard.push(name));
  desk.on("adapter_failed", ({ adapter, error }) => {
    heard.push("adapter_failed");
    failed.push(`${adapter} ${AdapterError.isInstance(error) ? error.reason : "?"}`);
  });
  return { desk, heard, failed };
}

/** A carrier that answers with anything. */
export const carrierOf = (answer: () => unknown, name = "post"): CarrierAdapter => ({
  specVersion: "1",
  name,
  track: async () => answer() as readonly Tracking[],
});

/** What a carrier says of the parcel. */
export const tracking = (more: Partial<Tracking> = {}): Tracking => ({
  trackingNumber: number,
  carrier: "post",
  status: "in_transit",
  reason: null,
  terminal: false,
  notUnderstood: [],
  events: [],
  ...more,
});
export const scan = (status: Tracking["status"], local: string) => ({
  local,
  at: `${local}Z`,
  zoneKnown: true,
  status,
  reason: null,
  code: "",
  text: "",
});

/** A store in memory. */
export function storeOf(more: Partial<TicketStore> = {}) {
  const saved = new Map<string, CaseFile>();
  const store: TicketStore = {
    specVersion: "1",
    name: "database",
    load: async (id) => saved.get(id),
    save: async (caseFile) => void saved.set(caseFile.id ?? "", caseFile),
    claim: async () => true,
    ...more,
  };
  return { store, saved };
}

/** Timers in memory, by key. */
export function timersOf(more: Partial<TimerService> = {}) {
  const pending = new Map<string, string>();
  const timers: TimerService = {
    specVersion: "1",
    name: "clockwork",
    set: async (key, at) => void pending.set(key, at),
    cancel: async (key) => void pending.delete(key),
    ...more,
  };
  return { timers, pending };
}

import type { Clock, InboundMessage } from "@amends/core/contracts";
import type { DeskEvents, EventBus } from "@amends/core/events";
import { intakeMessage } from "@amends/core/intake";
import type { CaseFile, Customer, Order } from "@amends/core/model";
import { formatInstant } from "@amends/core/time";
import type { DeskAdapters } from "./desk-options.js";
import { enrichCase } from "./enrich-case.js";
import { setTimers } from "./set-timers.js";

/** What the host knows of the sender when a message comes in. */
export interface ProcessOptions {
  readonly customer?: Customer;
  /** The customer's orders, to bind the message to one. */
  readonly orders?: readonly Order[];
  /** The customer's open cases; a message that belongs to one joins its thread. */
  readonly openCases?: readonly CaseFile[];
  /** Whatever else is known of the case: shipment, claim, history, agents. */
  readonly known?: Partial<CaseFile>;
  readonly signal?: AbortSignal;
}

interface Surroundings {
  readonly handle: (caseFile: unknown) => CaseFile;
  readonly bus: EventBus<DeskEvents>;
  readonly clock: Clock;
  readonly adapters: DeskAdapters;
}

/** Reads a message, gathers what the adapters know, decides, and leaves the outcome with store and timers. */
export async function processMessage(message: InboundMessage, around: Surroundings, options: ProcessOptions = {}): Promise<CaseFile> {
  const { handle, bus, clock, adapters } = around;
  bus.emit("message_received", { message });
  const { caseFile: opened, trackingNumber } = intakeMessage(message, {
    ...(options.customer === undefined ? {} : { customer: options.customer }),
    ...(options.orders === undefined ? {} : { orders: options.orders }),
    ...(options.openCases === undefined ? {} : { openCases: options.openCases }),
  });
  const known = withParcel({ ...opened, ...options.known, now: opened.now ?? formatInstant(clock()) }, trackingNumber);
  // What an adapter can't tell stays unknown: the case goes on, and the listeners hear of it.
  const report = (caseFile: CaseFile, adapter: string, error: unknown) => bus.emit("adapter_failed", { caseFile, adapter, error });
  const enriched = await enrichCase(known, adapters, report, options.signal);
  const decided = handle(enriched);
  if (adapters.store !== undefined) await adapters.store.save(decided);
  if (adapters.timers !== undefined) await setTimers(decided, adapters.timers, report);
  return decided;
}

/** The case with the parcel that the customer named, where nobody knew one. */
function withParcel(caseFile: CaseFile, trackingNumber: string | null): CaseFile {
  if (trackingNumber === null || (caseFile.shipment?.trackingNumber ?? "") !== "") return caseFile;
  return { ...caseFile, shipment: { ...caseFile.shipment, trackingNumber } };
}

import type { Clock, InboundMessage } from "@amends/core/contracts";
import type { DeskEvents, EventBus } from "@amends/core/events";
import { intakeMessage } from "@amends/core/intake";
import type { CaseFile, Customer, Order } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant } from "@amends/core/time";
import { announce } from "./announce.js";
import { safeError } from "./demand/ask-adapter.js";
import { completeCase } from "./demand/complete-case.js";
import type { DeskAdapters } from "./desk-options.js";
import { setTimers } from "./set-timers.js";
import type { PlannedStage } from "./stage-plan.js";

/** What the host knows of the sender when a message comes in. */
export interface ProcessOptions {
  readonly customer?: Customer;
  /** The customer's orders, to bind the message to one. */
  readonly orders?: readonly Order[];
  /** The customer's open cases; a message that belongs to one joins its thread. */
  readonly openCases?: readonly CaseFile[];
  /** Whatever else is known of the case: shipment, claim, history, agents. */
  readonly known?: Partial<CaseFile>;
  /** Cancels: what is under way stops, and nothing is saved. */
  readonly signal?: AbortSignal;
}

/** A desk, as processing needs it. */
export interface Surroundings {
  /** Reads a case; throws where it can't be read. */
  readonly read: (caseFile: unknown) => CaseFile;
  /** Decides a case, and announces its stages but not its outcome. */
  readonly decide: (caseFile: CaseFile) => CaseFile;
  readonly plan: readonly PlannedStage[];
  readonly contextOf: (caseFile: CaseFile) => Context;
  readonly bus: EventBus<DeskEvents>;
  readonly clock: Clock;
  readonly adapters: DeskAdapters;
}

/**
 * Reads a message, gathers what its decisions ask for, decides, and leaves the outcome with store and timers. Listeners hear of the
 * outcome when it is saved: a message whose case couldn't be saved may come again, and would be answered twice.
 */
export async function processMessage(message: InboundMessage, around: Surroundings, options: ProcessOptions = {}): Promise<CaseFile> {
  const { read, decide, plan, contextOf, bus, clock, adapters } = around;
  const { customer, orders, openCases, known = {}, signal } = options;
  signal?.throwIfAborted();
  bus.emit("message_received", { message });
  const { caseFile: opened, trackingNumber } = intakeMessage(message, {
    ...(customer === undefined ? {} : { customer }),
    ...(orders === undefined ? {} : { orders }),
    ...(openCases === undefined ? {} : { openCases }),
  });
  const now = known.now || opened.now || formatInstant(clock());
  const given = read(withParcel({ ...opened, ...known, now }, trackingNumber));
  // What an adapter can't tell stays unknown: the case goes on, and the listeners hear of it.
  const report = (caseFile: CaseFile, adapter: string, error: unknown) => bus.emit("adapter_failed", { caseFile, adapter, error });
  const decided = decide(await completeCase(given, { plan, adapters, contextOf, read, report, signal }));
  signal?.throwIfAborted();
  if (adapters.store !== undefined) {
    try {
      await adapters.store.save(decided);
    } catch (error) {
      report(decided, adapters.store.name, safeError(adapters.store.name, error));
      throw error;
    }
  }
  if (adapters.timers !== undefined) await setTimers(decided, adapters.timers, report);
  announce(decided, bus);
  return decided;
}

/** The case with the parcel that the customer named, where nobody knew one. */
function withParcel(caseFile: CaseFile, trackingNumber: string | null): CaseFile {
  if (trackingNumber === null || (caseFile.shipment?.trackingNumber ?? "") !== "") return caseFile;
  return { ...caseFile, shipment: { ...caseFile.shipment, trackingNumber } };
}

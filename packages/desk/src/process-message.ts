import { requireObject } from "@amends/core/errors";
import type { Clock, InboundMessage, TicketStore } from "@amends/core/contracts";
import type { DeskEvents, EventBus } from "@amends/core/events";
import { intakeMessage } from "@amends/core/intake";
import type { CaseFile, Customer, Order } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant } from "@amends/core/time";
import { alarmOf } from "./alarm-of.js";
import { announce } from "./announce.js";
import { askAdapter, safeError } from "./demand/ask-adapter.js";
import { completeCase, type Completing } from "./demand/complete-case.js";
import type { DeskAdapters } from "./desk-options.js";
import { setTimers } from "./set-timers.js";
import type { PlannedStage } from "./stage-plan.js";
import { untilAborted } from "./until-aborted.js";

/** What the host knows of the sender when a message comes in. */
export interface ProcessOptions {
  readonly customer?: Customer;
  /** The customer's orders, to bind the message to one. */
  readonly orders?: readonly Order[];
  /**
   * The customer's open cases; a message that belongs to one joins its thread. One that is in its case already, and was decided with
   * it, is decided again, but `messages_ready` doesn't tell of its answer a second time.
   */
  readonly openCases?: readonly CaseFile[];
  /** Whatever else is known of the case: shipment, claim, history, agents. */
  readonly known?: Partial<CaseFile>;
  /** Tells of the answer to a message that its case holds already: for one whose processing failed after its case was saved. */
  readonly announceAgain?: boolean;
  /** Cancels: what is under way stops, and nobody hears of an outcome. Cancelled while the store saves, the case may be saved or not. */
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
  requireObject(message, "message");
  requireObject(options, "options");
  const { read, decide, plan, contextOf, bus, clock, adapters } = around;
  const { customer, orders, openCases, known = {}, announceAgain = false, signal } = options;
  signal?.throwIfAborted();
  bus.emit("message_received", { message });
  const {
    caseFile: opened,
    trackingNumber,
    joined,
    joinedBy,
  } = intakeMessage(message, {
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
  const { store, timers } = adapters;
  const isNew = !joined && !known.id;
  // Read before it is saved over.
  const earlier = timers === undefined || isNew ? undefined : await decidedBefore(given, { store, read, report, signal });
  if (store !== undefined) {
    try {
      await untilAborted(signal, () => store.save(decided));
    } catch (error) {
      signal?.throwIfAborted();
      const safe = safeError({ adapter: store.name, call: "save" }, error);
      report(decided, store.name, safe);
      throw safe;
    }
  }
  if (timers !== undefined) {
    await setTimers(decided, { timers, earlier, alarm: alarmOf(decided, plan, contextOf), report, signal });
  }
  const isAnswered = joinedBy === "same_message" && isDecided(opened) && !announceAgain;
  announce(decided, bus, isAnswered);
  return decided;
}

/** The case with its last decision: as it was handed in or, where that has none, as the store has it. */
async function decidedBefore(
  given: CaseFile,
  { store, read, report, signal }: Pick<Completing, "read" | "report" | "signal"> & { readonly store: TicketStore | undefined },
): Promise<CaseFile> {
  if (store === undefined || !given.id || isDecided(given)) return given;
  const { id } = given;
  const asking = { signal, report: (adapter: string, error: unknown) => report(given, adapter, error) };
  const loaded = await askAdapter(
    {
      adapter: store.name,
      call: "load",
      ask: () => store.load(id),
      read: (stored) => (stored === undefined || stored === null ? undefined : read(stored)),
    },
    asking,
  );
  return loaded ?? given;
}

/** Whether stages decided it; a host may keep no more than its thread. */
function isDecided({ audit, sla, reply }: CaseFile): boolean {
  return [audit?.hash, sla, reply].some((value) => value !== undefined && value !== null);
}

/** The case with the parcel that the customer named, where nobody knew one. */
function withParcel(caseFile: CaseFile, trackingNumber: string | null): CaseFile {
  if (trackingNumber === null || (caseFile.shipment?.trackingNumber ?? "") !== "") return caseFile;
  return { ...caseFile, shipment: { ...caseFile.shipment, trackingNumber } };
}

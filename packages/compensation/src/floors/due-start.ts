import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import { startOf } from "../deadlines/start-of.js";
import type { Overdue } from "./overdue.js";

/** What the last day is counted from, and the key that says it: a date that was stated is the last day itself. */
export interface DueStart {
  readonly at: Instant;
  readonly key: string;
  readonly isStated: boolean;
}

/** Undefined where neither the stated date nor the start of the time there is without one is known. */
export function dueStart({ stated, within }: Overdue, caseFile: CaseFile): DueStart | undefined {
  const promised = stated === undefined ? undefined : readInstant(caseFile.shipment?.promisedAt);
  if (promised !== undefined) return { at: promised, key: "shipment.promisedAt", isStated: true };
  const at = startOf(caseFile, within.from);
  return at === undefined ? undefined : { at, key: within.from, isStated: false };
}

/** When the buyer first wrote, from when on the seller knows that the buyer waits. */
export function calledAt({ ticket, returnRequest }: CaseFile): { readonly at: Instant; readonly key: string } | undefined {
  const wrote = readInstant(ticket?.createdAt);
  if (wrote !== undefined) return { at: wrote, key: "ticket.createdAt" };
  const requested = readInstant(returnRequest?.requestedAt);
  return requested === undefined ? undefined : { at: requested, key: "returnRequest.requestedAt" };
}

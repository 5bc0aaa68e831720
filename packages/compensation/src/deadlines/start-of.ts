import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** When something happened that a deadline runs from. `dispute.lost` is when the dispute last became lost, and so for each state. */
export function startOf(caseFile: CaseFile, key: string): Instant | undefined {
  switch (key) {
    case "ticket.createdAt":
      return readInstant(caseFile.ticket?.createdAt);
    case "order.placedAt":
      return readInstant(caseFile.order?.placedAt);
    case "order.lastDeliveredAt":
      return readInstant(caseFile.order?.lastDeliveredAt);
    case "order.completedAt":
      return readInstant(caseFile.order?.completedAt);
    case "shipment.shippedAt":
      return readInstant(caseFile.shipment?.shippedAt);
    case "shipment.promisedAt":
      return readInstant(caseFile.shipment?.promisedAt);
    case "shipment.deliveredAt":
      return readInstant(caseFile.shipment?.deliveredAt);
    case "returnRequest.discoveredAt":
      return readInstant(caseFile.returnRequest?.discoveredAt);
    default:
      return startAtPath(caseFile, key);
  }
}

/** The usual starts are read by name, which is far quicker. */
function startAtPath(caseFile: CaseFile, key: string): Instant | undefined {
  const dot = key.indexOf(".");
  const [first, second] = dot === -1 ? [key, ""] : [key.slice(0, dot), key.slice(dot + 1)];
  if (first === "dispute" || first === "carrierClaim") return lastTime(caseFile[first]?.history ?? [], second);
  const part = (caseFile as Readonly<Record<string, unknown>>)[first];
  const value = typeof part === "object" && part !== null ? (part as Readonly<Record<string, unknown>>)[second] : undefined;
  return typeof value === "string" ? readInstant(value) : undefined;
}

function lastTime(history: readonly { readonly state: string; readonly at: string }[], state: string): Instant | undefined {
  return readInstant(history.findLast((step) => step.state === state)?.at);
}

/** The first of several keys that says when; else the key that was wanted. */
export function firstStart(caseFile: CaseFile, keys: readonly string[]): { at: Instant; key: string } | { missing: string } {
  for (const key of keys) {
    const at = startOf(caseFile, key);
    if (at !== undefined) return { at, key };
  }
  return { missing: wantedAs(keys[0] as string) };
}

function wantedAs(key: string): string {
  const [first, state] = key.split(".");
  return first === "dispute" || first === "carrierClaim" ? `${first}.history.${state}` : key;
}

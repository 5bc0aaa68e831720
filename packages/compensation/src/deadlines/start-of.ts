import type { CaseFile } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";
import { deadlineStarts } from "./span.js";

/** When something happened that a deadline runs from. `dispute.lost` is when the dispute last became lost, and so for each state. */
export function startOf(caseFile: CaseFile, key: string): Instant | undefined {
  const [first, second] = paths.get(key) ?? pathOf(key);
  if (first === "dispute" || first === "carrierClaim") return lastTime(caseFile[first]?.history ?? [], second);
  const part = (caseFile as Readonly<Record<string, unknown>>)[first];
  const value = typeof part === "object" && part !== null ? (part as Readonly<Record<string, unknown>>)[second] : undefined;
  return typeof value === "string" ? readInstant(value) : undefined;
}

function pathOf(key: string): readonly [string, string] {
  const dot = key.indexOf(".");
  return dot === -1 ? [key, ""] : [key.slice(0, dot), key.slice(dot + 1)];
}

const usual = [...deadlineStarts, "order.lastDeliveredAt", "order.completedAt", "returnRequest.discoveredAt"];
/** The usual keys are cut once: a member is found far quicker by a name that was there before. */
const paths: ReadonlyMap<string, readonly [string, string]> = new Map(usual.map((key) => [key, pathOf(key)]));

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

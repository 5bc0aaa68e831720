import type { Shipment } from "@amends/core/model";
import { readInstant, type Instant } from "@amends/core/time";

/** Between which instants goods were imported; without an end where nobody knows one. */
export interface ImportPeriod {
  readonly from: Instant;
  readonly until: Instant | undefined;
}

type Dates = Pick<Shipment, "importedAt" | "shippedAt" | "deliveredAt" | "events">;

const pastCustoms: ReadonlySet<string> = new Set(["out_for_delivery", "ready_for_pickup", "attempt_failed", "delivered"]);

/**
 * When goods were imported, as far as it is told: on the date of the import, else when the tracking last saw them at customs before
 * the delivery, else between the dispatch, or customs, and the delivery or now.
 */
export function importPeriod({ importedAt, shippedAt, deliveredAt, events }: Dates, now: Instant | undefined): ImportPeriod | undefined {
  const told = readInstant(importedAt);
  if (told !== undefined) return { from: told, until: told };
  const tracked = (events ?? []).flatMap(({ at, status }) => {
    const instant = readInstant(at);
    return instant === undefined ? [] : [{ at: instant, status }];
  });
  const ends = [readInstant(deliveredAt), ...tracked.filter(({ status }) => pastCustoms.has(status)).map(({ at }) => at)].filter(
    (end) => end !== undefined,
  );
  const delivery = ends.length === 0 ? undefined : Math.min(...ends);
  const atCustoms = tracked.filter(({ at, status }) => status === "customs" && (delivery === undefined || at <= delivery));
  // The country of dispatch has customs too: what was seen there before the goods moved on is no import for sure.
  const seen = atCustoms.length === 0 ? undefined : Math.max(...atCustoms.map(({ at }) => at));
  if (seen !== undefined && delivery !== undefined) return { from: seen, until: seen };
  const from = seen ?? readInstant(shippedAt);
  if (from === undefined) return undefined;
  const until = delivery ?? now;
  return { from, until: until === undefined ? undefined : Math.max(from, until) };
}

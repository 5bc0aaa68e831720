import { localDateOf, readInstant, type Instant } from "@amends/core/time";
import { firstKnown } from "../log/case-episode.js";
import type { Account } from "../log/ledger.js";
import type { LogEvent } from "../log/read-event.js";

/** A parcel as the log has it. */
export interface Parcel {
  readonly lane: string | undefined;
  readonly shippedAt: Instant;
  readonly promisedAt: Instant | undefined;
  /** What was said last of how it ended. */
  readonly end: { readonly kind: "delivered" | "lost"; readonly at: Instant } | undefined;
}

/**
 * The parcels of an account, which is one unless it is taken up again after it ended and was silent for longer than so many
 * milliseconds; undefined in the place of one of which the log doesn't say when it was shipped.
 */
export function parcelsOf({ events }: Account, silence: number): (Parcel | undefined)[] {
  const parcels: (Parcel | undefined)[] = [];
  let start = 0;
  for (const [index, held] of events.entries()) {
    const before = events[index - 1];
    if (before === undefined || held.at - before.at <= silence) continue;
    const parcel = parcelOf(events.slice(start, index));
    if (parcel?.end === undefined) continue;
    parcels.push(parcel);
    start = index;
  }
  return [...parcels, parcelOf(events.slice(start))];
}

/** What comes before its shipping isn't a parcel's end. */
function parcelOf(events: readonly LogEvent[]): Parcel | undefined {
  const shippedAt = events.find(({ event }) => event.kind === "order_shipped")?.at;
  if (shippedAt === undefined) return undefined;
  const end = events.findLast((held) => held.at >= shippedAt && isEnd(held));
  return {
    lane: firstKnown(events, "lane"),
    shippedAt,
    promisedAt: readInstant(firstKnown(events, "promisedAt")),
    end: end === undefined ? undefined : { kind: end.event.kind === "lost" ? "lost" : "delivered", at: end.at },
  };
}

function isEnd({ event }: LogEvent): boolean {
  return event.kind === "delivered" || event.kind === "lost";
}

/** The month of an instant in a zone, such as `2026-01`. */
export function monthOf(at: Instant, zone: string): string {
  return (zone === "UTC" ? new Date(at).toISOString() : localDateOf(at, zone)).slice(0, 7);
}

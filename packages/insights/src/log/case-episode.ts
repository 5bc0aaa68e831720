import type { Instant } from "@amends/core/time";
import type { Account } from "./ledger.js";
import type { LogEvent } from "./read-event.js";

/** A case from when it was received until it is concluded and silent; a case that is taken up much later has several. */
export interface CaseEpisode {
  readonly caseId: string;
  /** When it was received; undefined where the log doesn't say. */
  readonly receivedAt: Instant | undefined;
  readonly status: "open" | "resolved" | "abandoned";
  /** In order of time. */
  readonly events: readonly LogEvent[];
}

/** The episodes of a case whose events are in order, cut where a concluded case was silent for longer than so many milliseconds. */
export function caseEpisodes({ key, events }: Account, silence: number): CaseEpisode[] {
  const episodes: CaseEpisode[] = [];
  let start = 0;
  let status: CaseEpisode["status"] = "open";
  for (const [index, { at, event }] of events.entries()) {
    const before = events[index - 1]?.at ?? at;
    if (status !== "open" && at - before > silence) {
      episodes.push(episodeOf(key, events.slice(start, index), status));
      start = index;
      status = "open";
    }
    if (event.kind === "resolved" || event.kind === "abandoned") status = event.kind;
    else if (event.kind === "reopened") status = "open";
  }
  if (events.length > 0) episodes.push(episodeOf(key, events.slice(start), status));
  return episodes;
}

function episodeOf(caseId: string, events: readonly LogEvent[], status: CaseEpisode["status"]): CaseEpisode {
  return { caseId, receivedAt: events.find(({ event }) => event.kind === "received")?.at, status, events };
}

/** What the first event says that says anything; an empty text says nothing. */
export function firstKnown<Key extends keyof LogEvent["event"]>(
  events: readonly LogEvent[],
  key: Key,
): NonNullable<LogEvent["event"][Key]> | undefined {
  for (const { event } of events) if (isKnown(event[key])) return event[key] ?? undefined;
  return undefined;
}

/** What the last event says that says anything. */
export function lastKnown<Key extends keyof LogEvent["event"]>(
  events: readonly LogEvent[],
  key: Key,
): NonNullable<LogEvent["event"][Key]> | undefined {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const value = events[index]?.event[key];
    if (isKnown(value)) return value ?? undefined;
  }
  return undefined;
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

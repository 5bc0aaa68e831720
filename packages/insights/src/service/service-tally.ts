import { addHistogram, emptyHistogram, observe, type DurationHistogram } from "../figures/duration-histogram.js";

/** What was counted of some cases. */
export interface ServiceTally {
  readonly firstResponse: DurationHistogram;
  readonly resolutionTime: DurationHistogram;
  readonly handleTime: DurationHistogram;
  readonly counts: Record<ServiceCount, number>;
}

const names = [
  "cases",
  "unanswered",
  "resolved",
  "abandoned",
  "unresolved",
  "open",
  "ratings",
  "satisfied",
  "stars",
  "repeatable",
  "repeated",
  "tooRecent",
] as const;

export type ServiceCount = (typeof names)[number];

/** What one case adds: durations in milliseconds where it has them, and what it counts as. */
export interface CaseMeasure {
  readonly firstResponse?: number;
  readonly resolutionTime?: number;
  readonly handleTime?: number;
  readonly counts: Partial<Record<ServiceCount, number>>;
}

/** A tally of nothing. */
export function emptyServiceTally(): ServiceTally {
  return {
    firstResponse: emptyHistogram(),
    resolutionTime: emptyHistogram(),
    handleTime: emptyHistogram(),
    counts: Object.fromEntries(names.map((name) => [name, 0])) as Record<ServiceCount, number>,
  };
}

/** Adds what another tally counted. */
export function addServiceTally(into: ServiceTally, from: ServiceTally): void {
  addHistogram(into.firstResponse, from.firstResponse);
  addHistogram(into.resolutionTime, from.resolutionTime);
  addHistogram(into.handleTime, from.handleTime);
  for (const name of names) into.counts[name] += from.counts[name];
}

/** Counts one case. */
export function countCase(tally: ServiceTally, { firstResponse, resolutionTime, handleTime, counts }: CaseMeasure): void {
  if (firstResponse !== undefined) observe(tally.firstResponse, firstResponse);
  if (resolutionTime !== undefined) observe(tally.resolutionTime, resolutionTime);
  if (handleTime !== undefined) observe(tally.handleTime, handleTime);
  for (const [name, count] of Object.entries(counts)) tally.counts[name as ServiceCount] += count;
}

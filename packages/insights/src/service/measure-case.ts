import type { Instant } from "@amends/core/time";
import type { CaseEpisode } from "../log/case-episode.js";
import type { LogEvent } from "../log/read-event.js";
import type { Measure } from "../options/measure.js";
import type { MetricOptions } from "../options/metric-options.js";
import type { ContactIndex } from "./contact-index.js";
import { isRepeated } from "./is-repeated.js";
import type { CaseMeasure } from "./service-tally.js";

/** What one case adds to the metrics. `contacts` are those of its customer, its own included. */
export function measureCase(episode: CaseEpisode, contacts: ContactIndex, measure: Measure): CaseMeasure {
  const { options, calendar } = measure;
  const { receivedAt, events } = episode;
  const rating = ratingCounts(events, options);
  if (receivedAt === undefined) return { counts: rating };
  const answeredAt = events.find((held) => held.at >= receivedAt && isFirstResponse(held, options))?.at;
  const resolvedAt = events.findLast(({ event }) => event.kind === "resolved")?.at;
  const outcome = outcomeOf(episode, receivedAt, measure);
  const handleTime = handleTimeOf(events);
  const repeated = isRepeated(episode, contacts, measure);
  return {
    ...(answeredAt === undefined
      ? {}
      : { firstResponse: calendar === undefined ? answeredAt - receivedAt : calendar.between(receivedAt, answeredAt) * 1000 }),
    ...(outcome === "resolved" && resolvedAt !== undefined && resolvedAt >= receivedAt ? { resolutionTime: resolvedAt - receivedAt } : {}),
    ...(handleTime === undefined ? {} : { handleTime }),
    counts: {
      ...rating,
      cases: 1,
      ...(answeredAt === undefined ? { unanswered: 1 } : {}),
      [outcome]: 1,
      ...(repeated === undefined ? { tooRecent: resolvedAt === undefined ? 0 : 1 } : { repeatable: 1, repeated: repeated ? 1 : 0 }),
    },
  };
}

/** A customer who rates again has changed their mind: the last rating of a case counts. */
function ratingCounts(events: readonly LogEvent[], { service }: MetricOptions): CaseMeasure["counts"] {
  const stars = events.findLast(({ event }) => event.kind === "rated")?.event.rating;
  return typeof stars === "number" ? { ratings: 1, stars, satisfied: stars >= service.satisfiedFrom ? 1 : 0 } : {};
}

/** In whole milliseconds, so that it adds up exactly; undefined where no event says how long somebody worked. */
function handleTimeOf(events: readonly LogEvent[]): number | undefined {
  let sum: number | undefined;
  for (const { event } of events) {
    if (typeof event.handleSeconds === "number") sum = (sum ?? 0) + Math.round(event.handleSeconds * 1000);
  }
  return sum;
}

function isFirstResponse({ event }: LogEvent, { service }: MetricOptions): boolean {
  const { counts, ignoreTags } = service.firstResponse;
  if (event.kind !== "replied" || (counts === "human" && event.by === "bot")) return false;
  return event.tags?.some((tag) => ignoreTags.includes(tag)) !== true;
}

function outcomeOf(
  { status }: CaseEpisode,
  receivedAt: Instant,
  { spans, asOf }: Measure,
): "resolved" | "abandoned" | "unresolved" | "open" {
  if (status !== "open") return status;
  return asOf - receivedAt > spans.unresolvedAfter ? "unresolved" : "open";
}

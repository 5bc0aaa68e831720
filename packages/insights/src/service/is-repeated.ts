import { firstKnown, lastKnown, type CaseEpisode } from "../log/case-episode.js";
import type { LogEvent } from "../log/read-event.js";
import type { Measure } from "../options/measure.js";

/**
 * Whether a customer came back within the window after a resolution of the case: in the case itself, or in another case of the same
 * customer about the same order or, where one of them names no order, the same issue. Undefined where nobody can tell yet because
 * the window after the last resolution is still running, and for a case that was never resolved.
 */
export function isRepeated(episode: CaseEpisode, related: readonly CaseEpisode[], { options, spans, asOf }: Measure): boolean | undefined {
  const { kinds, ignoreTags } = options.service.repeatContact;
  const window = spans.repeatWithin;
  const resolutions = episode.events.filter(({ event }) => event.kind === "resolved").map(({ at }) => at);
  const last = resolutions.at(-1);
  if (last === undefined || last + window > asOf) return undefined;
  const isContact = ({ event }: LogEvent) => kinds.includes(event.kind) && event.tags?.some((tag) => ignoreTags.includes(tag)) !== true;
  const isInTime = ({ at }: LogEvent) => resolutions.some((resolvedAt) => at > resolvedAt && at <= resolvedAt + window);
  return related.some(
    (other) =>
      (other.caseId === episode.caseId || isSameMatter(episode, other)) && other.events.some((held) => isInTime(held) && isContact(held)),
  );
}

function isSameMatter(one: CaseEpisode, other: CaseEpisode): boolean {
  const orders = [firstKnown(one.events, "order"), firstKnown(other.events, "order")];
  if (orders.every((order) => order !== undefined)) return orders[0] === orders[1];
  const issue = lastKnown(one.events, "issueType");
  return issue !== undefined && issue === lastKnown(other.events, "issueType");
}

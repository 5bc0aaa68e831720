import type { CaseEpisode } from "../log/case-episode.js";
import type { Measure } from "../options/measure.js";
import type { ContactIndex } from "./contact-index.js";

/**
 * Whether a customer came back within the window after a resolution of the case: in the case itself, or in another case of the same
 * customer about the same order or, where one of them names no order, the same issue. Undefined where nobody can tell yet because
 * the window after the last resolution is still running, and for a case that was never resolved.
 */
export function isRepeated(episode: CaseEpisode, contacts: ContactIndex, { spans, asOf }: Measure): boolean | undefined {
  const window = spans.repeatWithin;
  const resolutions = episode.events.filter(({ event }) => event.kind === "resolved").map(({ at }) => at);
  const last = resolutions.at(-1);
  if (last === undefined || last + window > asOf) return undefined;
  const related = contacts.relatedTo(episode);
  return resolutions.some((resolvedAt) => related.some((times) => (firstAfter(times, resolvedAt) ?? Infinity) <= resolvedAt + window));
}

/** The first of some sorted times that comes after another one. */
function firstAfter(times: readonly number[], after: number): number | undefined {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) > after) high = middle;
    else low = middle + 1;
  }
  return times[low];
}

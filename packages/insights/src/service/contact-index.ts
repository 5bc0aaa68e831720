import type { Instant } from "@amends/core/time";
import { firstKnown, lastKnown, type CaseEpisode } from "../log/case-episode.js";
import type { MetricOptions } from "../options/metric-options.js";

interface Matter {
  readonly order: string | undefined;
  readonly issue: string | undefined;
}

/**
 * When a customer made contact, by what it was about, so that a case finds the contacts of its matter without a look at every other
 * case: a log may have one customer for all of its cases.
 */
export class ContactIndex {
  readonly #matters = new Map<CaseEpisode, Matter>();
  readonly #byCase = new Map<string, Instant[]>();
  readonly #byOrder = new Map<string, Instant[]>();
  readonly #byIssue = new Map<string, Instant[]>();
  /** Of the cases by issue those that name no order. */
  readonly #byIssueAlone = new Map<string, Instant[]>();

  /** `episodes` are those of one customer. */
  constructor(episodes: readonly CaseEpisode[], { service }: MetricOptions) {
    const { kinds, ignoreTags } = service.repeatContact;
    for (const episode of episodes) {
      const { events } = episode;
      const order = firstKnown(events, "order");
      const issue = lastKnown(events, "issueType");
      this.#matters.set(episode, { order, issue });
      const contacts = events
        .filter(({ event }) => kinds.includes(event.kind) && event.tags?.some((tag) => ignoreTags.includes(tag)) !== true)
        .map(({ at }) => at);
      add(this.#byCase, episode.caseId, contacts);
      if (order !== undefined) add(this.#byOrder, order, contacts);
      if (issue !== undefined) add(this.#byIssue, issue, contacts);
      if (issue !== undefined && order === undefined) add(this.#byIssueAlone, issue, contacts);
    }
    for (const index of [this.#byCase, this.#byOrder, this.#byIssue, this.#byIssueAlone]) {
      for (const times of index.values()) times.sort((one, other) => one - other);
    }
  }

  /** The contacts of the case itself and of those about the same order or, where one of the two names none, the same issue. */
  relatedTo(episode: CaseEpisode): readonly (readonly Instant[])[] {
    const { order, issue } = this.#matters.get(episode) ?? { order: undefined, issue: undefined };
    const byIssue = order === undefined ? this.#byIssue : this.#byIssueAlone;
    return [
      this.#byCase.get(episode.caseId),
      order === undefined ? undefined : this.#byOrder.get(order),
      issue === undefined ? undefined : byIssue.get(issue),
    ].filter((times) => times !== undefined);
  }
}

function add(index: Map<string, Instant[]>, key: string, contacts: readonly Instant[]): void {
  const times = index.get(key) ?? [];
  index.set(key, times);
  for (const at of contacts) times.push(at);
}

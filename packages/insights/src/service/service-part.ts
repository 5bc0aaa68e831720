import { firstKnown, lastKnown, type CaseEpisode } from "../log/case-episode.js";
import { compareTexts } from "../log/read-event.js";
import type { Measure } from "../options/measure.js";
import type { Dimension, MetricOptions } from "../options/metric-options.js";
import { ContactIndex } from "./contact-index.js";
import { measureCase } from "./measure-case.js";
import { serviceFigures, type ServiceFigures } from "./service-figures.js";
import { addServiceTally, countCase, emptyServiceTally, type ServiceTally } from "./service-tally.js";

/** The service metrics of the cases that have one thing in common. */
export interface ServiceGroup extends ServiceFigures {
  /** Such as `email`; null for the cases of which nobody knows it. */
  readonly value: string | null;
}

/** The service metrics of a log, of all cases and compared. */
export interface ServiceReport {
  readonly overall: ServiceFigures;
  /** By each dimension of `groupBy`, groups in order of their value, the unknown last. */
  readonly by: Readonly<Partial<Record<Dimension, readonly ServiceGroup[]>>>;
}

/** What changes while a case lasts is taken from its end, the rest from its beginning. */
const takenFromEnd: ReadonlySet<Dimension> = new Set(["team", "issueType"]);

/** Counts cases for the service metrics. */
export class ServicePart {
  readonly #overall = emptyServiceTally();
  readonly #groups = new Map<Dimension, Map<string | null, ServiceTally>>();

  /** Counts the cases of one customer. */
  add(episodes: readonly CaseEpisode[], measure: Measure): void {
    const contacts = new ContactIndex(episodes, measure.options);
    for (const episode of episodes) {
      const measured = measureCase(episode, contacts, measure);
      countCase(this.#overall, measured);
      for (const dimension of measure.options.service.groupBy) {
        const known = takenFromEnd.has(dimension) ? lastKnown(episode.events, dimension) : firstKnown(episode.events, dimension);
        countCase(this.#group(dimension, known ?? null), measured);
      }
    }
  }

  merge(other: ServicePart): void {
    addServiceTally(this.#overall, other.#overall);
    for (const [dimension, groups] of other.#groups) {
      for (const [value, tally] of groups) addServiceTally(this.#group(dimension, value), tally);
    }
  }

  report(options: MetricOptions): ServiceReport {
    const by: Partial<Record<Dimension, ServiceGroup[]>> = {};
    for (const dimension of options.service.groupBy) {
      by[dimension] = [...(this.#groups.get(dimension) ?? [])]
        .filter(([, { counts }]) => counts.cases > 0 || counts.ratings > 0)
        .sort(([left], [right]) => (left === null ? 1 : right === null ? -1 : compareTexts(left, right)))
        .map(([value, tally]) => ({ value, ...serviceFigures(tally, options) }));
    }
    return { overall: serviceFigures(this.#overall, options), by };
  }

  #group(dimension: Dimension, value: string | null): ServiceTally {
    const groups = this.#groups.get(dimension) ?? new Map<string | null, ServiceTally>();
    this.#groups.set(dimension, groups);
    const tally = groups.get(value) ?? emptyServiceTally();
    groups.set(value, tally);
    return tally;
  }
}

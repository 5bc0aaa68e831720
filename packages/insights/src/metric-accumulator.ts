import type { CaseEvent } from "@amends/core/events";
import { argumentInvalid, requireIterable, requireObject } from "@amends/core/errors";
import type { InsightPart, Parts } from "./log/insight-parts.js";
import { InsightLog } from "./log/insight-log.js";
import type { LogReport } from "./log/log-report.js";
import type { MetricOptions } from "./options/metric-options.js";
import type { MetricSettings } from "./options/metric-settings.js";

/** Takes events one by one; parts of a log can be taken in apart and merged. */
export interface Accumulator<Report> {
  /** Takes in one event. Throws an InvalidCaseError where it can't be read, unless the settings' `onUnreadable` hears of it. */
  add(event: CaseEvent): void;
  /**
   * Adds what another accumulator took in and leaves it as it is. Cut a log by time or by customer: then, and as long as nothing was
   * settled early, the result is that of the whole log. Throws an AmendsError where the two are computed differently.
   */
  merge(other: Accumulator<Report>): void;
  /** The metrics of what was taken in so far; more events may follow. */
  result(): Report & { readonly log: LogReport };
}

/** The accumulator of some of the metrics. */
export class MetricAccumulator<Report extends object> implements Accumulator<Report> {
  readonly #log: InsightLog;
  readonly #report: (parts: Parts, options: MetricOptions) => Report;

  constructor(parts: readonly InsightPart[], settings: MetricSettings, report: (parts: Parts, options: MetricOptions) => Report) {
    requireObject(settings, "settings");
    this.#log = new InsightLog(parts, settings);
    this.#report = report;
  }

  add(event: CaseEvent): void {
    this.#log.add(event, []);
  }

  /** Takes in the event at a place of a list, which findings then name. */
  addAt(event: CaseEvent, index: number): void {
    this.#log.add(event, ["events", index]);
  }

  addAll(events: Iterable<CaseEvent>): this {
    requireIterable(events, "events");
    let index = 0;
    for (const event of events) {
      this.addAt(event, index);
      index += 1;
    }
    return this;
  }

  merge(other: Accumulator<Report>): void {
    if (!(other instanceof MetricAccumulator)) throw argumentInvalid(other, "other", "an accumulator of this package");
    this.#log.merge(other.#log);
  }

  result(): Report & { readonly log: LogReport } {
    const { parts, log } = this.#log.result();
    return { ...this.#report(parts, this.#log.options), log };
  }
}

import { requireIterable } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { quantile } from "@amends/core/statistics";
import { intlZoneProvider, type Instant } from "@amends/core/time";
import { resolveComplianceOptions, type ComplianceOptions } from "./compliance-options.js";
import { readLogEvent, unreadableEvent } from "./read-log-event.js";

/** What is usual in a log, and where it was exceeded. Plain data: it can be stored. */
export interface LatenessBaseline {
  /**
   * The share of arrivals above the usual, 0 to 1, by hour counted from 1970-01-01T00:00Z; only hours whose arrivals exceed the usual
   * of that hour of the week by more than chance.
   */
  readonly peaks: Readonly<Record<number, number>>;
  /** The median handle time in seconds of all work, and by its complexity or, where the log doesn't know that, its issue. */
  readonly handleSeconds: { readonly all?: number; readonly byWork: Readonly<Record<string, number>> };
}

/** Takes in a log for a baseline, line by line; parts of a log can be taken in apart and merged. */
export interface LatenessBaselineAccumulator {
  /** Takes in one event. Throws an InvalidCaseError where it can't be read. */
  add(event: CaseEvent): void;
  /** Adds what another one took in with the same options. Throws TypeError otherwise. */
  merge(other: LatenessBaselineAccumulator): void;
  result(): LatenessBaseline;
}

const hour = 3_600_000;
const hoursPerWeek = 168;

/** The work a line is about, by which handle times are compared. */
export function workOf({ complexity, issueType }: Pick<CaseEvent, "complexity" | "issueType">): string | undefined {
  return complexity ?? issueType ?? undefined;
}

class BaselineAccumulator implements LatenessBaselineAccumulator {
  readonly #options: ComplianceOptions;
  readonly #arrivals = new Map<number, number>();
  readonly #handled = new Map<string, Map<number, number>>();
  #first = Infinity;
  #last = -Infinity;

  constructor(options: ComplianceOptions) {
    this.#options = options;
  }

  add(event: CaseEvent): void {
    const read = readLogEvent(event, []);
    if (!("event" in read)) throw unreadableEvent(read);
    const at = Math.floor(read.at / hour);
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
    if (read.event.kind === "received") raise(this.#arrivals, at, 1);
    const { handleSeconds } = read.event;
    if (typeof handleSeconds !== "number") return;
    // Three digits are kept, so that the number of different values is bounded.
    const seconds = Number(handleSeconds.toPrecision(3));
    raise(this.#work("all"), seconds, 1);
    const work = workOf(read.event);
    if (work !== undefined) raise(this.#work(`of ${work}`), seconds, 1);
  }

  #work(name: string): Map<number, number> {
    const known = this.#handled.get(name) ?? new Map<number, number>();
    this.#handled.set(name, known);
    return known;
  }

  merge(other: LatenessBaselineAccumulator): void {
    if (!(other instanceof BaselineAccumulator)) throw new TypeError("Only an accumulator of this package can be merged.");
    if (other === this) throw new TypeError("A log can't be merged with itself.");
    if (JSON.stringify(this.#options) !== JSON.stringify(other.#options))
      throw new TypeError("Baselines can be merged only with equal options.");
    this.#first = Math.min(this.#first, other.#first);
    this.#last = Math.max(this.#last, other.#last);
    for (const [at, count] of other.#arrivals) raise(this.#arrivals, at, count);
    for (const [name, seconds] of other.#handled) for (const [value, count] of seconds) raise(this.#work(name), value, count);
  }

  result(): LatenessBaseline {
    const byWork: Record<string, number> = {};
    for (const [name, seconds] of [...this.#handled].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
      const median = medianOf(seconds, this.#options.minimumHandled);
      if (name !== "all" && median !== undefined) byWork[name.slice("of ".length)] = median;
    }
    const all = medianOf(this.#handled.get("all") ?? new Map<number, number>(), this.#options.minimumHandled);
    return { peaks: this.#peaks(), handleSeconds: { ...(all === undefined ? {} : { all }), byWork } };
  }

  #peaks(): Record<number, number> {
    const { zone, minimumWeeks, peakDeviations } = this.#options;
    const cells = new Map<number, { at: number; count: number }[]>();
    for (let at = this.#first; at <= this.#last; at += 1) {
      const cell = hourOfWeek(at * hour, zone);
      const seen = cells.get(cell) ?? [];
      seen.push({ at, count: this.#arrivals.get(at) ?? 0 });
      cells.set(cell, seen);
    }
    const peaks: Record<number, number> = {};
    for (const seen of cells.values()) {
      if (seen.length < minimumWeeks) continue;
      const usual = quantile(
        seen.map(({ count }) => count),
        0.5,
      ) as number;
      const most = usual + peakDeviations * Math.sqrt(Math.max(usual, 1));
      for (const { at, count } of seen) if (count > most) peaks[at] = (count - usual) / count;
    }
    return peaks;
  }
}

function raise(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function hourOfWeek(at: Instant, zone: string): number {
  const hours = Math.floor((at + intlZoneProvider.offsetAt(zone, at) * 1000) / hour);
  return ((hours % hoursPerWeek) + hoursPerWeek) % hoursPerWeek;
}

/** The median of counted values, as `quantile` defines it; undefined for fewer than a minimum. */
function medianOf(counts: ReadonlyMap<number, number>, minimum: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < minimum) return undefined;
  const sorted = [...counts].toSorted(([left], [right]) => left - right);
  const ofRank = (rank: number) => {
    let seen = 0;
    for (const [value, count] of sorted) {
      seen += count;
      if (seen > rank) return value;
    }
    return 0;
  };
  return (ofRank(Math.floor((total - 1) / 2)) + ofRank(Math.ceil((total - 1) / 2))) / 2;
}

/**
 * Takes in a log for what is usual in it. Memory grows with the hours the log spans, not with its events.
 *
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { createLatenessBaseline } from "@amends/sla/compliance";
 * const baseline = createLatenessBaseline({ minimumHandled: 1 });
 * baseline.add({ at: "2026-03-03T15:00:00Z", caseId: "C-1", kind: "replied", complexity: "simple", handleSeconds: 120 });
 * baseline.result().handleSeconds; // => { all: 120, byWork: { simple: 120 } }
 */
export function createLatenessBaseline(options: Partial<ComplianceOptions> = {}): LatenessBaselineAccumulator {
  return new BaselineAccumulator(resolveComplianceOptions(options));
}

/**
 * What is usual in a log: arrivals by hour of the week, and handle times by complexity. The first of two passes; the second splits
 * lateness by it.
 *
 * @throws {InvalidCaseError} `event_invalid`
 * @throws {AmendsError} `compliance_options_invalid`
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { latenessBaseline } from "@amends/sla/compliance";
 * const weeks = [2, 9, 16, 23].map((day) => ({ at: `2026-03-${String(day).padStart(2, "0")}T09:00:00Z`, caseId: `C-${day}`, kind: "received" }));
 * const rush = Array.from({ length: 9 }, (_, index) => ({ at: "2026-03-23T09:30:00Z", caseId: `R-${index}`, kind: "received" }));
 * Object.values(latenessBaseline([...weeks, ...rush]).peaks); // => [0.9]
 */
export function latenessBaseline(events: Iterable<CaseEvent>, options: Partial<ComplianceOptions> = {}): LatenessBaseline {
  const accumulator = createLatenessBaseline(options);
  requireIterable(events, "events");
  for (const event of events) accumulator.add(event);
  return accumulator.result();
}

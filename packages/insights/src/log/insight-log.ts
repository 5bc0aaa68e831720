import { AmendsError } from "@amends/core/errors";
import type { CaseEvent } from "@amends/core/events";
import { formatInstant, parseInstant, type Instant } from "@amends/core/time";
import { parcelsOf } from "../lanes/parcel.js";
import { caseEpisodes, firstKnown } from "./case-episode.js";
import { conflictsIn, Ledger, type Account } from "./ledger.js";
import type { LogReport } from "./log-report.js";
import type { MetricSettings } from "../options/metric-settings.js";
import type { MetricOptions } from "../options/metric-options.js";
import { spansOf, type Spans } from "../options/spans.js";
import { resolveMetricOptions } from "../options/resolve-options.js";
import { readEvent, unreadable, type LogEvent } from "./read-event.js";
import { addParts, emptyParts, partNames, type InsightPart, type Parts } from "./insight-parts.js";

const parcelKinds = new Set<CaseEvent["kind"]>(["order_shipped", "delivered", "lost"]);

type ArrivalCounts = Record<"events" | "unreadable" | "outOfOrder" | "tooLate" | "settledEarly", number>;

/** Under how many held events nobody looks for what is over. */
const leastToSettle = 4096;

/** Takes events one by one and keeps counts, and the events of what is still open. */
export class InsightLog {
  readonly options: MetricOptions;
  readonly #settings: MetricSettings;
  readonly #spans: Spans;
  readonly #asOf: Instant;
  readonly #cases: Ledger;
  readonly #parcels = new Ledger({
    relationOf: () => undefined,
    isConcluded: (account) => parcelsOf(account, this.#spans.settleAfter).at(-1)?.end !== undefined,
  });
  readonly #sales = new Ledger({ relationOf: () => undefined, isConcluded: () => true });
  readonly #parts: Parts;
  readonly #leastToSettle: number;
  #settleAt: number;
  #first = Infinity;
  #last = -Infinity;
  readonly #counts: ArrivalCounts = { events: 0, unreadable: 0, outOfOrder: 0, tooLate: 0, settledEarly: 0 };

  constructor(parts: readonly InsightPart[], settings: MetricSettings, least = leastToSettle) {
    this.#leastToSettle = least;
    this.#settleAt = least;
    this.options = resolveMetricOptions(settings.options);
    this.#settings = settings;
    this.#spans = spansOf(this.options);
    this.#asOf = settings.asOf === undefined ? -Infinity : parseInstant(settings.asOf, "asOf");
    this.#cases = new Ledger({
      relationOf: ({ events }) => firstKnown(events, "customer"),
      isConcluded: (account) => {
        const last = caseEpisodes(account, this.#spans.settleAfter).at(-1);
        return last !== undefined && last.receivedAt !== undefined && last.status !== "open";
      },
    });
    this.#parts = emptyParts(parts);
  }

  /** Reads one event. `path` is where it stands. */
  add(input: unknown, path: readonly PropertyKey[]): void {
    const read = readEvent(input, path);
    if (!("event" in read)) {
      if (this.#settings.onUnreadable === undefined) throw unreadable(read);
      this.#counts.unreadable += 1;
      this.#settings.onUnreadable(read, input);
      return;
    }
    this.#counts.events += 1;
    if (read.at < this.#last) this.#counts.outOfOrder += 1;
    if (read.at < this.#last - this.#spans.lateness) this.#counts.tooLate += 1;
    this.#first = Math.min(this.#first, read.at);
    this.#last = Math.max(this.#last, read.at);
    this.#hold(read);
    this.#settleWhenMany();
  }

  #hold(read: LogEvent): void {
    const { kind, caseId, trackingNumber } = read.event;
    const { service, lanes, complaints } = this.#parts;
    if (parcelKinds.has(kind)) {
      if (lanes !== undefined) this.#parcels.add(trackingNumber || caseId, read);
    } else if (kind === "order_paid") {
      if (complaints !== undefined) this.#sales.add(caseId, read);
    } else if (service !== undefined || complaints !== undefined) this.#cases.add(caseId, read);
  }

  get #held(): number {
    return this.#cases.held + this.#parcels.held + this.#sales.held;
  }

  /** Looks for what is over each time the events held have doubled, so that each event is looked at a few times at most. */
  #settleWhenMany(): void {
    const most = this.options.maximumHeldEvents;
    if (this.#held < Math.min(this.#settleAt, most + 1)) return;
    const before = this.#last - this.#spans.lateness;
    // An order is concluded as soon as no more of it can come again; cases and parcels may be taken up once more.
    this.#count(this.#parts, {
      cases: this.#cases.settle(before - this.#spans.settleAfter, this.#first + this.#spans.settleAfter + this.#spans.lateness),
      parcels: this.#parcels.settle(before - this.#spans.settleAfter, this.#first + this.#spans.settleAfter + this.#spans.lateness),
      sales: this.#sales.settle(before, this.#first + this.#spans.lateness),
    });
    if (this.#held > most) this.#settleEarly(most / 2);
    this.#settleAt = Math.max(this.#leastToSettle, this.#held * 2);
  }

  #settleEarly(most: number): void {
    const share = most / this.#held;
    const groups = {
      cases: this.#cases.settleEarly(this.#cases.held * share),
      parcels: this.#parcels.settleEarly(this.#parcels.held * share),
      sales: this.#sales.settleEarly(this.#sales.held * share),
    };
    this.#counts.settledEarly += groups.cases.flat().length + groups.parcels.flat().length + groups.sales.flat().length;
    this.#count(this.#parts, groups);
  }

  #count(parts: Parts, { cases, parcels, sales }: Record<"cases" | "parcels" | "sales", readonly Account[][]>): void {
    const { options } = this;
    const measure = { options, spans: this.#spans, asOf: Math.max(this.#last, this.#asOf), calendar: this.#settings.calendar };
    parts.conflicts += conflictsIn(cases) + conflictsIn(parcels) + conflictsIn(sales);
    for (const group of cases) {
      const episodes = group.flatMap((account) => caseEpisodes(account, this.#spans.settleAfter));
      parts.casesWithoutStart += episodes.filter(({ receivedAt }) => receivedAt === undefined).length;
      parts.service?.add(episodes, measure);
      for (const episode of episodes) parts.complaints?.addCase(episode, options);
    }
    for (const parcel of parcels.flat().flatMap((account) => parcelsOf(account, this.#spans.settleAfter)))
      parts.lanes?.add(parcel, measure);
    for (const account of sales.flat()) parts.complaints?.addSales(account);
  }

  /** Adds what another log took in, and leaves it as it is. */
  merge(other: InsightLog): void {
    if (other === this) throw new AmendsError({ code: "metrics_merge_self", message: "A log can't be merged with itself." });
    const same =
      JSON.stringify(other.options) === JSON.stringify(this.options) &&
      partNames(other.#parts).join() === partNames(this.#parts).join() &&
      other.#asOf === this.#asOf &&
      other.#settings.calendar === this.#settings.calendar;
    if (!same) {
      throw new AmendsError({
        code: "metrics_merge_differs",
        message: "Metrics can be merged only where they are computed alike: with the same options and asOf and one calendar.",
      });
    }
    this.#first = Math.min(this.#first, other.#first);
    this.#last = Math.max(this.#last, other.#last);
    for (const [name, count] of Object.entries(other.#counts)) this.#counts[name as keyof ArrivalCounts] += count;
    addParts(this.#parts, other.#parts);
    this.#cases.merge(other.#cases);
    this.#parcels.merge(other.#parcels);
    this.#sales.merge(other.#sales);
    this.#settleWhenMany();
  }

  /** The counts with what is still open, as it stands; more events may follow. */
  result(): { readonly parts: Parts; readonly log: LogReport } {
    const parts = emptyParts(partNames(this.#parts));
    addParts(parts, this.#parts);
    this.#count(parts, { cases: this.#cases.groups(), parcels: this.#parcels.groups(), sales: this.#sales.groups() });
    const { events, unreadable: unread, outOfOrder, tooLate, settledEarly } = this.#counts;
    const asOf = Math.max(this.#last, this.#asOf);
    const log = {
      events,
      ...(events === 0 ? {} : { from: formatInstant(this.#first), until: formatInstant(this.#last) }),
      ...(Number.isFinite(asOf) ? { asOf: formatInstant(asOf) } : {}),
      duplicates: this.#cases.duplicates + this.#parcels.duplicates + this.#sales.duplicates,
      conflicts: parts.conflicts,
      unreadable: unread,
      casesWithoutStart: parts.casesWithoutStart,
      outOfOrder,
      tooLate,
      settledEarly,
    };
    return { parts, log };
  }
}

import { firstKnown, lastKnown, type CaseEpisode } from "../log/case-episode.js";
import type { Account } from "../log/ledger.js";
import { compareTexts, type LogEvent } from "../log/read-event.js";
import type { MetricOptions } from "../options/metric-options.js";
import { complaintReport, type ComplaintReport } from "./complaint-report.js";

/** What was counted of one product. */
export interface ProductTally {
  orders: number;
  complaints: number;
  /** How often each category was named. */
  readonly categories: Map<string, number>;
}

/** Counts orders and complaints by product. */
export class ComplaintPart {
  readonly #products = new Map<string, ProductTally>();

  /** Counts what an order sold. */
  addSales({ events }: Account): void {
    for (const held of events) {
      const { sku, orders } = held.event;
      if (sku) this.#product(sku, [held]).orders += orders ?? 1;
    }
  }

  /** Counts a case that complains once for each product it names. */
  addCase(episode: CaseEpisode, options: MetricOptions): void {
    if (episode.receivedAt === undefined || !isProductComplaint(episode, options)) return;
    for (const [sku, events] of eventsBySku(episode.events)) this.#product(sku, events).complaints += 1;
  }

  merge(other: ComplaintPart): void {
    for (const [sku, { orders, complaints, categories }] of other.#products) {
      const product = this.#product(sku, []);
      product.orders += orders;
      product.complaints += complaints;
      for (const [category, count] of categories) product.categories.set(category, (product.categories.get(category) ?? 0) + count);
    }
  }

  report(options: MetricOptions): ComplaintReport {
    return complaintReport(
      [...this.#products].sort(([left], [right]) => compareTexts(left, right)),
      options,
    );
  }

  #product(sku: string, events: readonly LogEvent[]): ProductTally {
    const product = this.#products.get(sku) ?? { orders: 0, complaints: 0, categories: new Map<string, number>() };
    this.#products.set(sku, product);
    const category = firstKnown(events, "category");
    if (category !== undefined) product.categories.set(category, (product.categories.get(category) ?? 0) + 1);
    return product;
  }
}

/** A complaint about the product: of an issue that speaks about it, unless it is said to be none. */
function isProductComplaint({ events }: CaseEpisode, { complaints }: MetricOptions): boolean {
  const isComplaint = lastKnown(events, "isComplaint");
  const issueType = lastKnown(events, "issueType");
  return issueType === undefined ? isComplaint === true : complaints.issueTypes.includes(issueType) && isComplaint !== false;
}

function eventsBySku(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const found = new Map<string, LogEvent[]>();
  for (const held of events) {
    const { sku } = held.event;
    if (sku) found.set(sku, [...(found.get(sku) ?? []), held]);
  }
  return found;
}

import type { CaseEvent } from "@amends/core/events";
import type { LogReport } from "../log/log-report.js";
import { MetricAccumulator, type Accumulator } from "../metric-accumulator.js";
import type { MetricSettings } from "../options/metric-settings.js";
import type { ComplaintPart } from "./complaint-part.js";
import type { ComplaintReport } from "./complaint-report.js";

const accumulate = (settings: MetricSettings) =>
  new MetricAccumulator<ComplaintReport>(["complaints"], settings, ({ complaints }, options) =>
    (complaints as ComplaintPart).report(options),
  );

/**
 * Takes in a log for the complaint rates of products against their category. Orders are `order_paid` events with a `sku`, one for
 * each product of an order or one for many `orders`; complaints are cases with that `sku` whose issue speaks about the product.
 *
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { createComplaintRates } from "@amends/insights";
 * const rates = createComplaintRates();
 * rates.add({ at: "2026-01-01T00:00:00Z", caseId: "O-1", kind: "order_paid", sku: "SKU-1", category: "headphones", orders: 400 });
 * rates.add({ at: "2026-01-01T00:00:00Z", caseId: "O-2", kind: "order_paid", sku: "SKU-2", category: "headphones", orders: 600 });
 * rates.result().products.map(({ sku, isAbove }) => [sku, isAbove]); // => [["SKU-1", false], ["SKU-2", false]]
 */
export function createComplaintRates(settings: MetricSettings = {}): Accumulator<ComplaintReport> {
  return accumulate(settings);
}

/**
 * The complaint rates of products against their category, in one pass.
 *
 * @throws {InvalidCaseError} `event_invalid` with every finding about the first event that can't be read.
 * @throws {AmendsError} `metric_options_invalid`
 * @example
 * import { complaintRates } from "@amends/insights";
 * const at = "2026-01-01T00:00:00Z";
 * const complaint = (caseId, sku) => ({ at, caseId, kind: "received", sku, issueType: "quality_defect" });
 * const { products } = complaintRates([
 *   { at, caseId: "O-1", kind: "order_paid", sku: "SKU-1", category: "headphones", orders: 100 },
 *   { at, caseId: "O-2", kind: "order_paid", sku: "SKU-2", category: "headphones", orders: 900 },
 *   ...["C-1", "C-2", "C-3", "C-4"].map((id) => complaint(id, "SKU-1")),
 *   complaint("C-5", "SKU-2"),
 * ]);
 * products.filter(({ isAbove }) => isAbove).map(({ sku }) => sku); // => ["SKU-1"]
 */
export function complaintRates(events: Iterable<CaseEvent>, settings: MetricSettings = {}): ComplaintReport & { readonly log: LogReport } {
  return accumulate(settings).addAll(events).result();
}

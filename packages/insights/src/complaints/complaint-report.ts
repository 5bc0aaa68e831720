import { adjustPValues, fisherExactGreater, ratioInterval, type Proportion } from "@amends/core/statistics";
import { rateFigure, type RateFigure } from "../figures/rate-figure.js";
import { compareTexts } from "../log/read-event.js";
import type { MetricOptions } from "../options/metric-options.js";
import type { ProductTally } from "./complaint-part.js";

/** A product against the other products of its category. */
export interface ProductComplaints {
  readonly sku: string;
  readonly category: string;
  /** Complaints among orders. */
  readonly complaints: RateFigure;
  /** The same of all other products of the category. */
  readonly rest: RateFigure;
  /** How many times the rate of the rest, with its interval; `upper` is absent where nothing bounds it. Absent without a rest's rate. */
  readonly ratio?: { readonly value: number; readonly lower: number; readonly upper?: number };
  /** How likely a product like the rest has at least so many of the category's complaints: Fisher's exact test, one-sided. */
  readonly pValue: number;
  /** Adjusted for all the products tested, after Benjamini and Hochberg. */
  readonly adjustedPValue: number;
  /** Whether its rate is above the category's by the options' measure. */
  readonly isAbove: boolean;
}

/** Why a product wasn't tested. */
export type UntestedReason = "no_category" | "too_few_orders" | "alone_in_category" | "more_complaints_than_orders";

export interface ComplaintReport {
  /** Every product tested; the most conspicuous first. */
  readonly products: readonly ProductComplaints[];
  /** The products that weren't, in order of their SKU. Those with a category and no more complaints than orders count in its rest. */
  readonly untested: readonly {
    readonly sku: string;
    readonly reason: UntestedReason;
    readonly orders: number;
    readonly complaints: number;
  }[];
  /** Products that the log puts into more than one category; the one named most often counts. */
  readonly severalCategories: readonly string[];
}

/** Tests each product against the rest of its category. Products come in order of their SKU. */
export function complaintReport(products: readonly (readonly [string, ProductTally])[], options: MetricOptions): ComplaintReport {
  const placed = products.map(([sku, tally]) => ({ sku, tally, category: categoryOf(tally) }));
  const categories = new Map<string, { events: number; trials: number; products: number }>();
  for (const { category, tally } of placed) {
    if (category === undefined || tally.complaints > tally.orders) continue;
    const sum = categories.get(category) ?? { events: 0, trials: 0, products: 0 };
    categories.set(category, {
      events: sum.events + tally.complaints,
      trials: sum.trials + tally.orders,
      products: sum.products + (tally.orders > 0 ? 1 : 0),
    });
  }
  const judged = placed.map(({ sku, tally, category }) => {
    const own = { events: tally.complaints, trials: tally.orders };
    const all = category === undefined ? undefined : categories.get(category);
    const rest = all === undefined ? undefined : { events: all.events - own.events, trials: all.trials - own.trials };
    return { sku, category, own, rest, reason: reasonAgainst(own, category, rest, options) };
  });
  const tested = judged.flatMap(({ sku, category, own, rest, reason }) =>
    reason === undefined && category !== undefined && rest !== undefined
      ? [{ sku, category, own, rest, pValue: fisherExactGreater(own, rest) }]
      : [],
  );
  const adjusted = adjustPValues(tested.map(({ pValue }) => pValue));
  return {
    products: tested
      .map((product, index) => productFigures(product, adjusted[index] as number, options))
      .sort(
        (left, right) =>
          left.pValue - right.pValue || (right.ratio?.value ?? 0) - (left.ratio?.value ?? 0) || compareTexts(left.sku, right.sku),
      ),
    untested: judged.flatMap(({ sku, own, reason }) =>
      reason === undefined ? [] : [{ sku, reason, orders: own.trials, complaints: own.events }],
    ),
    severalCategories: placed.filter(({ tally }) => tally.categories.size > 1).map(({ sku }) => sku),
  };
}

function reasonAgainst(
  own: Proportion,
  category: string | undefined,
  rest: Proportion | undefined,
  { complaints }: MetricOptions,
): UntestedReason | undefined {
  if (category === undefined) return "no_category";
  if (own.events > own.trials) return "more_complaints_than_orders";
  if (own.trials < complaints.minimumOrders) return "too_few_orders";
  return rest === undefined || rest.trials === 0 ? "alone_in_category" : undefined;
}

function productFigures(
  { sku, category, own, rest, pValue }: { sku: string; category: string; own: Proportion; rest: Proportion; pValue: number },
  adjustedPValue: number,
  options: MetricOptions,
): ProductComplaints {
  const { minimumComplaints, falseDiscoveryRate, minimumRatio } = options.complaints;
  const value = rest.events === 0 ? undefined : own.events / own.trials / (rest.events / rest.trials);
  return {
    sku,
    category,
    complaints: rateFigure(own.events, own.trials, options),
    rest: rateFigure(rest.events, rest.trials, options),
    ...(value === undefined ? {} : { ratio: { value, ...ratioInterval(own, rest, options.confidence) } }),
    pValue,
    adjustedPValue,
    isAbove: adjustedPValue <= falseDiscoveryRate && own.events >= minimumComplaints && (value ?? Infinity) >= minimumRatio,
  };
}

/** The category named most often; of those named equally often the first in order. */
function categoryOf({ categories }: ProductTally): string | undefined {
  return [...categories].sort(([left, often], [right, seldom]) => seldom - often || compareTexts(left, right))[0]?.[0];
}

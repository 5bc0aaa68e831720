import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@amends/core/events";
import { day, event } from "../testing/log-lines.js";
import { complaintRates } from "./complaint-rates.js";

describe("complaint rates", () => {
  const sale = (sku: string, orders: number, category?: string) =>
    event("order_paid", day(1), { caseId: `O-${sku}`, sku, orders, category });
  const complaints = (sku: string, count: number, rest: Partial<CaseEvent> = {}) =>
    Array.from({ length: count }, (_, index) =>
      event("received", day(2), { caseId: `C-${sku}-${index}`, sku, issueType: "quality_defect", ...rest }),
    );

  it("single out the product that is worse than its category", () => {
    const { products } = complaintRates([
      sale("bad", 500, "cables"),
      sale("good", 2000, "cables"),
      sale("fair", 500, "cables"),
      ...complaints("bad", 25),
      ...complaints("good", 20),
      ...complaints("fair", 6),
      // About the way, not the product; no complaint at all; not known.
      ...complaints("fair", 40, { caseId: "C-way", issueType: "logistics_delay" }),
      ...complaints("good", 40, { caseId: "C-praise", isComplaint: false }),
    ]);
    expect(products.map(({ sku, isAbove }) => [sku, isAbove])).toEqual([
      ["bad", true],
      ["fair", false],
      ["good", false],
    ]);
    expect(products[0]).toMatchObject({ complaints: { count: 25, total: 500, rate: 0.05 }, rest: { count: 26, total: 2500 } });
    const ratio = products[0]?.ratio;
    expect(ratio?.value).toBeCloseTo(4.8077, 4);
    expect(ratio !== undefined && ratio.lower > 2.5 && (ratio.upper ?? 0) < 9).toBe(true);
  });

  it("say why a product isn't tested", () => {
    const report = complaintRates([
      sale("none", 100),
      sale("few", 10, "cables"),
      sale("alone", 100, "lamps"),
      sale("mad", 2, "cables"),
      ...complaints("mad", 3),
      ...complaints("unsold", 1, { category: "cables", issueType: undefined, isComplaint: true }),
      sale("both", 100, "cables"),
      sale("both", 100, "lamps"),
      sale("both", 100, "lamps"),
    ]);
    expect(report.untested.map(({ sku, reason }) => [sku, reason])).toEqual([
      ["few", "too_few_orders"],
      ["mad", "more_complaints_than_orders"],
      ["none", "no_category"],
      ["unsold", "more_complaints_than_orders"],
    ]);
    expect(report.severalCategories).toEqual(["both"]);
    expect(report.products.map(({ sku, category, ratio }) => [sku, category, ratio])).toEqual([
      ["alone", "lamps", undefined],
      ["both", "lamps", undefined],
    ]);
    expect(complaintRates([sale("alone", 100, "lamps")]).untested[0]?.reason).toBe("alone_in_category");
  });

  it("don't single out one of many that are alike", () => {
    const log = Array.from({ length: 200 }, (_, index) => {
      const sku = `SKU-${index}`;
      return [sale(sku, 300, "cables"), ...complaints(sku, 6 + (index % 7))];
    }).flat();
    expect(complaintRates(log).products.filter(({ isAbove }) => isAbove)).toEqual([]);
  });
});

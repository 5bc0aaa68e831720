import { expect, it } from "vitest";
import { intlZoneProvider } from "@amends/core/time";
import { buyerClocks } from "./buyer-clock.js";
import type { Period, ReturnRight } from "./return-fact.js";
import { judgeWindow } from "./window-end.js";

const judged = (window: Partial<ReturnRight["window"]>, order: object, asked: string) =>
  judgeWindow(
    { from: "contract", within: { days: 1 }, ...window },
    {
      caseFile: { order },
      country: "NO",
      ...buyerClocks({ customer: { zone: "UTC" } }, intlZoneProvider),
      asked: { at: Date.parse(asked), from: "now" },
      holidays: new Set(),
    },
  );

it.each<[string, Period, Period, object, string]>([
  ["from February", { days: 30 }, { months: 1 }, { placedAt: "2026-02-01T12:00:00Z" }, "2026-03-02T00:00:00Z"],
  ["business days from a Friday", { days: 6 }, { businessDays: 5 }, { placedAt: "2026-03-06T12:00:00Z" }, "2026-03-13T00:00:00Z"],
  ["business days from a Friday", { days: 9 }, { businessDays: 6 }, { placedAt: "2026-03-06T12:00:00Z" }, "2026-03-16T00:00:00Z"],
])("an unknown tier's window is open only where it is open in every tier: %s", (_, gold, basic, order, asked) => {
  const at = (sellerTier?: string) => judged({ within: { bySellerTier: { gold, basic } } }, { ...order, sellerTier }, asked);
  const each = ["gold", "basic"].map(at);
  const unknown = at();
  if (unknown.open !== undefined) for (const tier of each) expect(unknown.open).toBe(tier.open);
  for (const { until } of each) expect(String(unknown.until) <= String(until)).toBe(true);
});

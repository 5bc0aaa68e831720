import { requireObject } from "@amends/core/errors";
import type { LaneStatistics, Shipment } from "@amends/core/model";
import type { LaneFigures } from "./lane-part.js";

/**
 * A lane's figures as the model has them; undefined where too few parcels arrived to say anything. A lane that loses too few parcels
 * to tell has the rate it showed.
 *
 * @example
 * import { laneStatisticsOf, resolveMetricOptions, summarize } from "@amends/insights";
 * const log = [
 *   { at: "2026-01-01T00:00:00Z", caseId: "P-1", kind: "order_shipped", lane: "CN-US" },
 *   { at: "2026-01-13T00:00:00Z", caseId: "P-1", kind: "delivered" },
 * ];
 * const { lanes } = summarize(log, { options: { minimumCount: 1 } });
 * laneStatisticsOf(lanes.lanes[0]); // => { lane: "CN-US", averageDays: 12, lossRate: 0, parcels: 1 }
 */
export function laneStatisticsOf(figures: LaneFigures | undefined): LaneStatistics | undefined {
  if (figures === undefined) return undefined;
  requireObject(figures, "figures");
  requireObject(figures.transitDays, "figures.transitDays");
  requireObject(figures.loss, "figures.loss");
  const averageDays = figures.transitDays.mean;
  if (averageDays === undefined || averageDays === 0 || figures.transitDays.tooFew) return undefined;
  return { lane: figures.lane, averageDays, lossRate: figures.loss.rate ?? 0, parcels: figures.parcels };
}

/**
 * What a case's `shipment` says of its lane.
 *
 * @example
 * import { shipmentLaneFacts } from "@amends/insights";
 * shipmentLaneFacts({ lane: "CN-US", averageDays: 12, lossRate: 0.004, parcels: 800 }); // => { lane: "CN-US", laneAverageDays: 12, laneLossRate: 0.004 }
 */
export function shipmentLaneFacts(statistics: LaneStatistics): Pick<Shipment, "lane" | "laneAverageDays" | "laneLossRate"> {
  requireObject(statistics, "statistics");
  const { lane, averageDays, lossRate } = statistics;
  return { lane, laneAverageDays: averageDays, laneLossRate: lossRate };
}

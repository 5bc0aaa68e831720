import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Agent, CaseFile, ExchangeRates, LaneStatistics } from "@amends/core/model";
import type { CalendarDefinition } from "@amends/core/time";

/** What the shop of the demo knows whoever writes: who works when, how lanes fare, what currencies are worth. */
export interface Shop {
  readonly roster: readonly Agent[];
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly rates: ExchangeRates;
  readonly lanes: readonly LaneStatistics[];
}

/** Reads the shop's files from the folder of cases. */
export function readShop(folder: string): Shop {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, "shop", name), "utf8"));
  return {
    roster: read("roster.json") as readonly Agent[],
    calendars: read("calendars.json") as Readonly<Record<string, CalendarDefinition>>,
    rates: read("rates.json") as ExchangeRates,
    lanes: read("lanes.json") as readonly LaneStatistics[],
  };
}

/** What is known of a case, with how its lane fares. */
export function withLane<Known extends Partial<CaseFile>>(known: Known, lanes: readonly LaneStatistics[]): Known {
  const lane = lanes.find((candidate) => candidate.lane === known.shipment?.lane);
  if (lane === undefined) return known;
  return { ...known, shipment: { ...known.shipment, laneAverageDays: lane.averageDays, laneLossRate: lane.lossRate } };
}

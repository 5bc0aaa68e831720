import { AmendsError } from "@amends/core/errors";
import { describe, expect, it } from "vitest";
import * as insights from "./index.js";

type Call = (value: never) => unknown;

/** Each argument of each public function, and whether nothing may stand in its place. */
const places: Readonly<Record<string, readonly [argument: string, mayBeAbsent: boolean, call: Call][]>> = {
  complaintRates: [
    ["events", false, (events) => insights.complaintRates(events)],
    ["settings", true, (settings) => insights.complaintRates([], settings)],
  ],
  createComplaintRates: [
    ["settings", true, (settings) => insights.createComplaintRates(settings)],
    ["other", false, (other) => insights.createComplaintRates().merge(other)],
  ],
  createLaneStatistics: [["settings", true, (settings) => insights.createLaneStatistics(settings)]],
  createServiceMetrics: [["settings", true, (settings) => insights.createServiceMetrics(settings)]],
  createSummary: [["settings", true, (settings) => insights.createSummary(settings)]],
  laneStatistics: [
    ["events", false, (events) => insights.laneStatistics(events)],
    ["settings", true, (settings) => insights.laneStatistics([], settings)],
  ],
  laneStatisticsOf: [["figures", true, (figures) => insights.laneStatisticsOf(figures)]],
  resolveMetricOptions: [["options", true, (options) => insights.resolveMetricOptions(options)]],
  serviceMetrics: [
    ["events", false, (events) => insights.serviceMetrics(events)],
    ["settings", true, (settings) => insights.serviceMetrics([], settings)],
  ],
  shipmentLaneFacts: [["statistics", false, (statistics) => insights.shipmentLaneFacts(statistics)]],
  summarize: [
    ["events", false, (events) => insights.summarize(events)],
    ["settings", true, (settings) => insights.summarize([], settings)],
  ],
  summarizeStream: [
    ["events", false, (events) => insights.summarizeStream(events)],
    ["settings", true, (settings) => insights.summarizeStream(noEvents(), settings)],
  ],
};

async function* noEvents() {}

it("names every public function", () => {
  const functions = Object.entries(insights).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect(Object.keys(places).toSorted()).toEqual(functions.toSorted());
});

describe.each(Object.entries(places).flatMap(([name, all]) => all.map((place) => [name, ...place] as const)))(
  "%s, in the place of %s",
  (_, argument, mayBeAbsent, call) => {
    it.each([null, undefined, 7, "text", []])("%j is refused by that name, where it can't be one", async (value) => {
      const refused = await (async () => call(value as never))().then(
        () => undefined,
        (error: unknown) => error,
      );
      const isFine = (value === undefined && mayBeAbsent) || (argument === "events" && Array.isArray(value));
      if (isFine) return expect(refused).toBeUndefined();
      expect(AmendsError.isInstance(refused)).toBe(true);
      expect((refused as AmendsError).findings).toEqual([expect.objectContaining({ code: "argument_invalid", path: argument })]);
    });
  },
);

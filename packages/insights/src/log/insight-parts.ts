import { ComplaintPart } from "../complaints/complaint-part.js";
import { LanePart } from "../lanes/lane-part.js";
import { ServicePart } from "../service/service-part.js";

/** Which metrics to compute. */
export type InsightPart = "service" | "lanes" | "complaints";

/** What was counted for each of the metrics. */
export interface Parts {
  readonly service: ServicePart | undefined;
  readonly lanes: LanePart | undefined;
  readonly complaints: ComplaintPart | undefined;
  conflicts: number;
  casesWithoutStart: number;
}

/** Nothing counted yet, for the metrics named. */
export function emptyParts(names: readonly InsightPart[]): Parts {
  return {
    service: names.includes("service") ? new ServicePart() : undefined,
    lanes: names.includes("lanes") ? new LanePart() : undefined,
    complaints: names.includes("complaints") ? new ComplaintPart() : undefined,
    conflicts: 0,
    casesWithoutStart: 0,
  };
}

/** Which metrics are counted. */
export function partNames(parts: Parts): InsightPart[] {
  return (["service", "lanes", "complaints"] as const).filter((name) => parts[name] !== undefined);
}

/** Adds what others counted. */
export function addParts(into: Parts, from: Parts): void {
  if (from.service !== undefined) into.service?.merge(from.service);
  if (from.lanes !== undefined) into.lanes?.merge(from.lanes);
  if (from.complaints !== undefined) into.complaints?.merge(from.complaints);
  into.conflicts += from.conflicts;
  into.casesWithoutStart += from.casesWithoutStart;
}

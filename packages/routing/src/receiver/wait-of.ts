import { readDuration } from "@amends/core/time";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import type { Wait } from "./expected-response.js";

/** How long a queued case waits by the policies; `undefined` where none says. */
export function waitOf(evaluation: RoutingEvaluation): Wait | undefined {
  const wait = evaluation.decide("wait").events[0]?.params;
  if (wait === undefined) return undefined;
  const seconds = (duration: string): number => readDuration(duration) ?? 0;
  return {
    whenBusy: seconds(wait.whenBusy),
    afterOpening: seconds(wait.afterOpening),
    latestAfterOpening: seconds(wait.latestAfterOpening),
  };
}

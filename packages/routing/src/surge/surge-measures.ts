import type { Assignment, CaseFile } from "@amends/core/model";
import { formatDuration, type Instant } from "@amends/core/time";
import { ruleId } from "@amends/core/rules";
import type { RoutingEvaluation } from "../routing-evaluation.js";

/** What a surge changes about a case beside who answers it. */
export type SurgeMeasures = Pick<Assignment, "flow" | "queue">;

/** No measure. */
export const nothingInSurge: SurgeMeasures = {};

/** Which steps to leave out, and what to tell a customer who waits. */
export function surgeMeasures(
  caseFile: CaseFile,
  evaluation: RoutingEvaluation,
  queued: boolean,
  expectedAt: Instant | undefined,
  now: Instant,
): SurgeMeasures {
  const { fired } = evaluation.decide("surge", { record: false });
  const simplify = fired.filter(({ event }) => event.type === "simplify");
  const tell = queued ? fired.find(({ event }) => event.type === "tellQueue") : undefined;
  evaluation.record(...simplify, ...(tell === undefined ? [] : [tell]));
  const omit = simplify.flatMap(({ event }) => (event.type === "simplify" ? event.params.omit : []));
  const [first] = simplify;
  return {
    ...(first === undefined ? {} : { flow: { omit: [...new Set(omit)], rule: ruleId(first) } }),
    ...(tell === undefined ? {} : { queue: { ...placeOf(caseFile, expectedAt, now), rule: ruleId(tell) } }),
  };
}

/** The place as the host knows it; the wait as it says, else until the expected response. */
function placeOf({ queue }: CaseFile, expectedAt: Instant | undefined, now: Instant) {
  const until = expectedAt === undefined ? null : formatDuration(Math.max(0, (expectedAt - now) / 1000));
  return { position: queue?.position || null, expectedWait: queue?.expectedWait ?? until };
}

import { AmendsError } from "@amends/core/errors";
import type { RoutingEvaluation } from "../routing-evaluation.js";
import { batchCriteria, type BatchCriterion } from "./batch-criterion.js";

/** Points by criterion, for one ticket. */
export type BatchWeights = Readonly<Record<BatchCriterion, number>>;

/** How much more than the policies say each criterion counts. */
export type BatchEmphasis = Partial<Readonly<Record<BatchCriterion, number>>>;

/** What the policies count for one ticket, times what the host stresses. */
export function batchRules(
  evaluation: RoutingEvaluation,
  emphasis: BatchEmphasis,
): { weights: BatchWeights; unsaidCapacity: number | undefined } {
  const weights = { fit: 0, fairness: 0, late: 0, relaxed: 0, queued: 0 };
  let unsaidCapacity: number | undefined;
  for (const event of evaluation.decide("batch").events) {
    if (event.type === "batchCost") weights[event.params.criterion] += event.params.points;
    else unsaidCapacity ??= event.params.tickets;
  }
  for (const criterion of batchCriteria) weights[criterion] *= emphasis[criterion] ?? 1;
  return { weights, unsaidCapacity };
}

/** Refuses what nothing can be multiplied by. */
export function checkEmphasis(emphasis: BatchEmphasis): void {
  const findings = Object.entries(emphasis).flatMap(([criterion, value]) => {
    const path = `emphasis.${criterion}`;
    if (!(batchCriteria as readonly string[]).includes(criterion))
      return [
        { code: "batch_criterion_unknown", message: `"${criterion}" is no criterion of a batch`, path, expected: batchCriteria.join(", ") },
      ];
    return typeof value === "number" && Number.isFinite(value) && value >= 0
      ? []
      : [
          {
            code: "batch_emphasis_invalid",
            message: `${path} is ${String(value)}`,
            path,
            expected: "a number from 0 up; 1 counts as the policies say",
          },
        ];
  });
  const [first] = findings;
  if (first === undefined) return;
  const message = ["The batch can't be assigned:", ...findings.map((each) => `  ${each.message}; expected ${each.expected}`)].join("\n");
  throw new AmendsError({ code: first.code, message, findings });
}

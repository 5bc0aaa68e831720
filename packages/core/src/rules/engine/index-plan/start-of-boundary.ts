import { nextNumber } from "./next-number.js";
import type { PlanBoundary } from "./rule-plan.js";

/** The smallest number behind a boundary. */
export function startOf({ at, above }: PlanBoundary): number {
  return above ? nextNumber(at) : at;
}
